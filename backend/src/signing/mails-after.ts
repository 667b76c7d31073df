import type { RoundStep } from './case-after.ts';
import { canSign } from './round.machine.ts';
import type { Phase } from './round.machine.ts';
import type { OutboxKind } from './signing-store.ts';

/** A mail to write to somebody, or the signed case to hand over. */
export interface Errand {
  kind: OutboxKind;
  personKey: string | undefined;
}

/** What is to be done outside of the database after a step; `reachable` are those who have stated an address. */
export function errandsAfter({ before, after, by }: RoundStep, reachable: readonly string[]): Errand[] {
  // Whatever stopped it is nothing to write about to anybody.
  if (after.disclosure === 'closed') return [];
  const others = after.parties.filter(({ key, stands }) => key !== by && stands.is !== 'notRequired' && reachable.includes(key)).map(({ key }) => key);
  const mail = (kind: OutboxKind, keys: readonly string[]) => keys.map((personKey) => ({ kind, personKey }));
  if (after.phase.is !== before.phase.is) {
    const everybody = after.parties.map(({ key }) => key).filter((key) => reachable.includes(key));
    return after.phase.is === 'complete'
      ? [{ kind: 'submission', personKey: undefined }, ...mail('complete', everybody)]
      : mail(kindFor(after.phase), others);
  }
  if (after.documentVersion === before.documentVersion) return [];
  return mail('changed', others.filter((key) => canSign(after, key)));
}

function kindFor({ is }: Phase): OutboxKind {
  if (is === 'collecting') throw new RangeError('no round begins anew');
  return is;
}
