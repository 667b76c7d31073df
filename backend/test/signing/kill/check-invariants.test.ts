import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casePageSchema } from '../../../../src/contract/case.ts';
import { paths } from '../../../../src/contract/paths.ts';
import { ownReceiver } from '../../../src/mail/case-receiver.ts';
import { memoryMail } from '../../../src/mail/memory-mail.ts';
import { createOutbox } from '../../../src/mail/outbox.ts';
import { readAnswer } from '../../read-answer.ts';
import { identityOf } from '../persons.ts';
import { createSigningSeals } from '../../../src/signing/sealed-signing.ts';
import type { SignatureEvidence } from '../../../src/signing/sealed-signing.ts';
import { documentIn } from '../../../src/signing/signed-document.ts';
import { apply, childId, partyOf, sign, signingOf, signingWorld, waitingId, waitingOf } from '../signing-world.ts';
import type { Signer } from '../signing-world.ts';
import { violationsIn } from './check-invariants.ts';
import type { Aftermath } from './check-invariants.ts';
import { layGround } from './kill-ground.ts';
import type { Ground } from './kill-ground.ts';

const tables = ['signings', 'signing_waits', 'signing_documents', 'signing_invitations', 'signing_orders', 'signing_evidence', 'signing_outbox', 'signing_audit', 'cases', 'case_parts', 'case_events', 'eid_orders'];

let ground: Ground;
let after: Aftermath;
/** One that both have signed, and one that waits for Erik. */
let done: string;
let under: string;

beforeAll(async () => {
  ground = await layGround();
  const { store, database, seal, keyedNames } = ground;
  const world = await signingWorld({ deps: { store, seal, keyedNames } });
  const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
  const idOf = async () => (await database.query<{ id: string }>('select id from signings order by started_at desc limit 1')).rows[0]?.id ?? '';

  const first = await apply(karin, { child: await childId(karin, 'Alva') }, 'application-1');
  done = await idOf();
  await sign(world, karin, first.case);
  await sign(world, erik, await waitingId(erik));
  world.clock.forward(1);
  const second = await apply(karin, { child: await childId(karin, 'Noel') }, 'application-2');
  under = await idOf();
  const other = partyOf(await signingOf(karin, second.case), false);
  await karin.page.put(paths.partyContact(second.case, other.id), { email: 'erik@exempel.test' });
  await sign(world, karin, second.case);
  world.clock.forward(10);

  const mail = memoryMail(world.clock);
  const outbox = createOutbox({ ...world.deps, mail, receiver: ownReceiver(world.deps) });
  for (const entry of await store.signing.queued()) await outbox.carryOut(entry, false);

  const inboxOf = async (signer: Signer) => ({
    signings: (await waitingOf(signer)).map((one) => one.case),
    inbox: (await readAnswer(casePageSchema, signer.page.get('cases?box=waiting'))).items.map(({ id }) => id),
  });
  after = {
    ...ground,
    cases: 2,
    acknowledged: [{ reference: second.reference, person: 'karin', version: 1 }],
    mails: new Set(mail.sent.map(({ messageId }) => messageId)),
    written: [],
    async waitingIn(guardian) {
      world.clock.forward(10);
      return [await inboxOf(guardian === 'karin' ? karin : erik)];
    },
  };
  // Nothing keeps the tables in order any more: a fault is to be written into them.
  await database.query("set session_replication_role = 'replica'");
  for (const table of tables) await database.query(`create table whole_${table} as table ${table}`);
});
afterAll(() => ground.clear());

beforeEach(async () => {
  for (const table of tables) await ground.database.query(`delete from ${table}; insert into ${table} table whole_${table}`);
});

describe('what is left after a run', () => {
  it('passes as long as all of it is as it should be', async () => {
    expect(await violationsIn(after)).toEqual([]);
  });

  it.each([
    ['a signature of a case that is handed over is missing', /^I1: .* without every signature/, 'delete from signing_evidence where ctid = (select min(ctid) from signing_evidence where signing_id = $1)', 'done'],
    ['somebody counts as having signed who has not', /^I1: who has signed/, 'delete from signing_evidence where signing_id = $1', 'under'],
    ['a case does not stand where its signing does', /^I1: the case of .* is inProgress/, `update cases set content = jsonb_set(content, '{status}', '"inProgress"') where id = (select case_id from signings where id = $1)`, 'done'],
    ['an order counts as signed without its signature', /^I2: an order in/, "update signing_orders set started_at = started_at - interval '1 minute' where signing_id = $1", 'done'],
    ['an acknowledged signature is missing', /^I2: an acknowledged signature is not there/, 'delete from signing_evidence where signing_id = $1', 'under'],
    ['an application is missing', /^I3: 2 applications became 1/, 'delete from signings where id = $1', 'under'],
    ['a signed case is never handed over', /^I3: .* handed over 0 times/, "delete from signing_outbox where signing_id = $1 and kind = 'submission'", 'done'],
    ['a case is handed over before it is signed', /^I3: .* handed over 1 times/, "update signing_outbox set signing_id = $1 where kind = 'submission'", 'under'],
    ['a signed case never arrives', /^I3: .* did not arrive just once/, 'delete from case_events where case_id = (select case_id from signings where id = $1)', 'done'],
    ['a mail is still to be sent', /^I3: in .* the invitation is queued/, "update signing_outbox set state = 'queued' where signing_id = $1 and kind = 'invitation'", 'under'],
    ['an identity is kept of an order that came to nothing', /^I5: /, "update eid_orders set state = 'pending', sealed_identity = 'sealed' where $1::text is not null", 'done'],
    ['a case is not among what is to be signed', /^I6: .* is not among what erik has to sign/, 'delete from signing_waits where signing_id = $1', 'under'],
    ['a case does not wait in the inbox', /^I6: .* is not in the inbox of erik/, 'update case_parts set next_action = null where case_id = (select case_id from signings where id = $1)', 'under'],
    ['two links of one guardian are good', /^I8: /, "insert into signing_invitations select hash, $1, 'erik', now(), now(), null from unnest(array['one', 'other']) hash", 'under'],
    ['a step is struck from the audit', /^I9: /, 'delete from signing_audit where position = 2 and $1::text is not null', 'done'],
    ['an order has come to nothing and to no signature', /^orders are left/, 'update signing_orders set outcome = null where signing_id = $1', 'done'],
  ] as const)('does not when %s', async (_, violation, statement, which) => {
    await ground.database.query(statement, [which === 'done' ? done : under]);
    expect(await violationsIn(after)).toContainEqual(expect.stringMatching(violation));
  });

  it('does not when what is stored is another document than the one that was signed', async () => {
    const { document } = createSigningSeals(ground.seal);
    const stored = await ground.store.signing.document(under, 1);
    const content = await document.open(stored?.sealedContent ?? '');
    const other = { ...content, text: JSON.stringify({ ...documentIn(content), title: 'En annan ansökan' }) };
    await ground.database.query('update signing_documents set sealed_content = $2 where signing_id = $1', [under, await document.close(other)]);
    expect(await violationsIn(after)).toEqual([`I1: what was signed in ${under} is not its document`]);
  });

  it.each([
    ['I1', 'the e-ID signed the hash of something else', ({ evidence }: SignatureEvidence) => ({ evidence: { ...evidence, nonVisibleText: JSON.stringify({ hash: 'other' }) } })],
    ['I4', 'it was somebody else\'s e-ID', () => ({ identity: identityOf('maria') })],
  ])('does not, by %s, when %s', async (invariant, __, change) => {
    const { evidence } = createSigningSeals(ground.seal);
    const [one] = await ground.store.signing.evidenceOf(under);
    const signed = await evidence.open(one?.sealedEvidence ?? '');
    const sealed = await evidence.close({ ...signed, ...change(signed) });
    await ground.database.query('update signing_evidence set sealed_evidence = $2 where signing_id = $1', [under, sealed]);
    expect(await violationsIn(after)).toEqual([expect.stringMatching(`^${invariant}: `)]);
  });

  it('does not when a mail counts as sent that never left', async () => {
    expect(await violationsIn({ ...after, mails: new Set() })).toEqual([`I3: a mail of ${under} counts as sent, and never left`]);
  });

  it.each([
    [/^I7: /, '{"displayName":"Skyddad Lindgren"}'],
    [/^a personal number/, '{"idNumber":"19850116-9885"}'],
  ])('does not when a process wrote %s', async (violation, line) => {
    expect(await violationsIn({ ...after, written: [line] })).toEqual([expect.stringMatching(violation)]);
  });
});
