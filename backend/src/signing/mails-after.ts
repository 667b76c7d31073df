import type { RoundStep } from './case-after.ts';
import { canSign } from './round.machine.ts';
import type { Phase } from './round.machine.ts';
import type { OutboxKind } from './signing-store.ts';

/** A mail to write to somebody, or the signed case to hand over. */
export interface Errand {
  kind: OutboxKind;
  personKey: string | undefined;
}

/** What is to be done outside of the database after a step; `reachable` are those with an address. Whoever took the step is told like everybody else. */
export function errandsAfter({ before, after }: Pick<RoundStep, 'before' | 'after'>, reachable: readonly string[]): Errand[] {
  // Whatever stopped it is nothing to write about to anybody.
  if (after.disclosure === 'closed') return [];
  const everybody = after.parties.filter(({ key, stands }) => stands.is !== 'notRequired' && reachable.includes(key)).map(({ key }) => key);
  const mail = (kind: OutboxKind, keys: readonly string[]) => keys.map((personKey) => ({ kind, personKey }));
  if (after.phase.is !== before.phase.is) {
    const submission: Errand[] = after.phase.is === 'complete' ? [{ kind: 'submission', personKey: undefined }] : [];
    return [...submission, ...mail(kindFor(after.phase), everybody)];
  }
  if (after.documentVersion === before.documentVersion) return [];
  return mail('changed', everybody.filter((key) => canSign(after, key)));
}

function kindFor({ is }: Phase): OutboxKind {
  if (is === 'collecting') throw new RangeError('no round begins anew');
  return is;
}
