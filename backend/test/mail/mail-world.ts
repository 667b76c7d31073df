import { timedId } from '../../src/cases/case-id.ts';
import { ownReceiver } from '../../src/mail/case-receiver.ts';
import type { MailTransport } from '../../src/mail/mail-transport.ts';
import { createOutbox } from '../../src/mail/outbox.ts';
import { newId, newToken, tokenHash } from '../../src/secrets/random.ts';
import { nextRound } from '../../src/signing/round.machine.ts';
import type { Round, RoundInput } from '../../src/signing/round.machine.ts';
import { createSigningSeals } from '../../src/signing/sealed-signing.ts';
import type { OutboxEntry, OutboxKind, SigningChange, StoredSigning } from '../../src/signing/signing-store.ts';
import type { Store } from '../../src/store/store.ts';
import { someCase } from '../cases/some-case.ts';
import { schoolTransport, withServices } from '../signing/e-services.ts';
import { testApp } from '../test-app.ts';

export const [karin, erik] = ['key-of-karin', 'key-of-erik'] as const;
export const addresses = { [karin]: 'karin@exempel.test', [erik]: 'erik@exempel.test' } as const;

/** A backend with one application that Karin has made and Erik is to sign as well. */
export async function mailWorld(mail: MailTransport, { store: own }: { store?: Store } = {}) {
  const { deps, clock, log } = await testApp({ municipality: withServices, deps: own ? { store: own } : {} });
  const { store, random } = deps;
  const seals = createSigningSeals(deps.seal);
  const outbox = createOutbox({ ...deps, mail, receiver: ownReceiver(deps) });

  const newCase = someCase([karin, erik], { status: 'awaitingSignatures' });
  const round: Round = {
    rule: 'all',
    applicant: karin,
    parties: [karin, erik].map((key) => ({ key, stands: { is: 'invited', sinceAt: clock.now() } })),
    documentVersion: 1,
    documentHash: 'one',
    voidedAt: undefined,
    expiresAt: new Date('2026-12-24T23:00:00Z'),
    ofAgeAt: new Date('2031-01-01T00:00:00Z'),
    phase: { is: 'collecting', sinceAt: clock.now() },
    disclosure: 'open',
  };
  const person = (key: typeof karin | typeof erik, displayName: string, idNumber: string, language: string) => ({
    key,
    idNumber,
    displayName,
    language,
    contact: { email: addresses[key], statedBy: karin, statedAt: clock.now() },
  });
  const people = {
    child: { idNumber: '201501012395', givenName: 'Alva', displayName: 'Alva Lindgren' },
    parties: [person(karin, 'Karin Lindgren', '198501169885', 'sv'), person(erik, 'Erik Sandberg', '198001139297', 'sv')],
    fingerprint: '',
  };
  const first: StoredSigning = {
    id: newId(random),
    caseId: newCase.case.id,
    serviceId: schoolTransport.id,
    round,
    sealedPeople: await seals.people.close(people),
    startedAt: clock.now(),
    checkedAt: clock.now(),
    version: 0,
  };
  await store.signing.insert({ at: clock.now(), signing: first, audit: [] }, newCase);
  const signing = async () => (await store.signing.find(first.id)) ?? first;
  const commit = async (change: Partial<SigningChange>) => store.signing.commit({ at: clock.now(), signing: await signing(), audit: [], ...change });

  return {
    deps,
    clock,
    log,
    outbox,
    people,
    signing,
    commit,
    /** Lets something happen to the round. */
    async step(...inputs: RoundInput[]): Promise<void> {
      const now = await signing();
      await commit({ signing: { ...now, round: inputs.reduce(nextRound, now.round) } });
    },
    /** Puts something in the outbox; an invitation has a link of its own. */
    async queue(kind: OutboxKind, personKey?: string): Promise<{ id: string; token: string }> {
      const at = clock.now();
      const id = timedId(at, random);
      const token = newToken(random);
      const isLink = kind === 'invitation' || kind === 'changed';
      const entry: OutboxEntry = {
        id,
        signingId: first.id,
        kind,
        personKey,
        sealedToken: isLink ? await seals.token.close(token) : undefined,
        state: 'queued',
        queuedAt: at,
        settledAt: undefined,
      };
      const invitation = { tokenHash: await tokenHash(token), signingId: first.id, personKey: personKey ?? '', createdAt: at, expiresAt: round.expiresAt, revokedAt: undefined };
      await commit({ outbox: [entry], invitations: isLink ? [invitation] : [] });
      return { id, token };
    },
    stateOf: async (id: string) => (await store.signing.outboxEntry(id))?.state,
  };
}
export type MailWorld = Awaited<ReturnType<typeof mailWorld>>;
