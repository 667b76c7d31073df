import { timedId } from '../cases/case-id.ts';
import type { CaseInbox } from '../cases/case-inbox.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { newToken, tokenHash } from '../secrets/random.ts';
import { caseAfter } from './case-after.ts';
import { errandsAfter } from './mails-after.ts';
import type { Errand } from './mails-after.ts';
import type { Round } from './round.machine.ts';
import { createSigningSeals } from './sealed-signing.ts';
import type { SigningPeople } from './sealed-signing.ts';
import type { OutboxEntry, SigningChange, StoredInvitation, StoredSigning } from './signing-store.ts';

/** A signing with what is sealed of it. */
export interface OpenSigning {
  signing: StoredSigning;
  people: SigningPeople;
}

/** What somebody does to a signing. What it leads to, for the case and the mail, follows from `round`. */
export interface Step {
  round: Round;
  people?: SigningPeople;
  /** The register has just been asked. */
  checked?: true;
  /** Whose links are dead from now on, besides those who are sent a new one. */
  revoke?: readonly string[];
  /** Who is sent a link, besides those who are by what the step leads to. */
  invite?: readonly string[];
  rest?: Pick<SigningChange, 'document' | 'evidence' | 'order'>;
  /** What is written in the audit; absent when nothing has changed but that the register was asked. */
  act?: string;
}

export interface SigningSteps {
  open(signing: StoredSigning): Promise<OpenSigning>;
  /**
   * Takes the step that `decide` makes of the signing as it is now, again until no other change came in between; with
   * no step nothing is written. @throws ProblemError, whatever `decide` throws
   */
  take(id: string, by: string | undefined, decide: (opened: OpenSigning, at: Date) => Step | undefined | Promise<Step | undefined>): Promise<OpenSigning>;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'random' | 'seal'>;

/** More changes than that at the same moment are a fault. */
const mostTries = 12;

/** Steps over the store. `outdate` is told of everybody whose cases have changed. */
export function createSigningSteps({ store, clock, random, seal }: Needs, outdate: CaseInbox['outdate']): SigningSteps {
  const seals = createSigningSeals(seal);
  const open = async (signing: StoredSigning): Promise<OpenSigning> => ({ signing, people: await seals.people.open(signing.sealedPeople) });

  async function changeFrom({ signing, people }: OpenSigning, step: Step, by: string | undefined, at: Date): Promise<SigningChange> {
    const { round, invite = [], revoke = [] } = step;
    const after = step.people ?? people;
    const roundStep = { before: signing.round, after: round, at, by };
    const reachable = after.parties.filter(({ contact }) => contact !== undefined).map(({ key }) => key);
    const errands: Errand[] = [...errandsAfter(roundStep, reachable), ...invite.map((personKey) => ({ kind: 'invitation' as const, personKey }))];
    const sent = await Promise.all(errands.map((errand) => sendingOf(errand, signing.id, round, at)));
    const one = round === signing.round ? undefined : (await store.cases.find(signing.caseId))?.case;
    const caseChange = one && caseAfter(one, roundStep, random);
    return {
      at,
      signing: { ...signing, round, sealedPeople: await seals.people.close(after), checkedAt: step.checked ? at : signing.checkedAt },
      revokedOf: round.phase.is === 'collecting' ? [...revoke, ...sent.flatMap(({ invitation }) => invitation?.personKey ?? [])] : round.parties.map(({ key }) => key),
      invitations: sent.flatMap(({ invitation }) => invitation ?? []),
      outbox: sent.map(({ entry }) => entry),
      audit: step.act === undefined ? [] : [{ at, signingId: signing.id, actor: by, act: step.act, outcome: round.phase.is }],
      ...step.rest,
      ...(caseChange && { case: caseChange }),
    };
  }

  async function sendingOf({ kind, personKey }: Errand, signingId: string, round: Round, at: Date): Promise<{ entry: OutboxEntry; invitation?: StoredInvitation }> {
    const entry: OutboxEntry = { id: timedId(at, random), signingId, kind, personKey, sealedToken: undefined, state: 'queued', queuedAt: at, settledAt: undefined };
    if (personKey === undefined || (kind !== 'invitation' && kind !== 'changed')) return { entry };
    const token = newToken(random);
    return {
      entry: { ...entry, sealedToken: await seals.token.close(token) },
      invitation: { tokenHash: tokenHash(token), signingId, personKey, createdAt: at, expiresAt: round.expiresAt, revokedAt: undefined },
    };
  }

  return {
    open,
    async take(id, by, decide) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const signing = await store.signing.find(id);
        if (!signing) throw new ProblemError('signing-not-found');
        const at = clock.now();
        const opened = await open(signing);
        const step = await decide(opened, at);
        if (!step) return opened;
        const change = await changeFrom(opened, step, by, at);
        if (!(await store.signing.commit(change))) continue;
        for (const { key } of step.round.parties) outdate(key);
        return { signing: { ...change.signing, version: signing.version + 1 }, people: step.people ?? opened.people };
      }
      throw new ProblemError('conflict', { retryAfter: 1 });
    },
  };
}
