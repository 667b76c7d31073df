import { describe, expect, it } from 'vitest';
import { eidOrderSchema } from '../../../src/contract/eid-order.ts';
import { paths } from '../../../src/contract/paths.ts';
import { invitationSchema } from '../../../src/contract/signing.ts';
import { keyOfNumber } from '../../src/cases/person-key.ts';
import { createSigningSeals } from '../../src/signing/sealed-signing.ts';
import { createSigningKeeper } from '../../src/signing/signing-keeper.ts';
import { caseOf, listOf } from '../cases/shared-case.ts';
import { someCase } from '../cases/some-case.ts';
import { readAnswer } from '../read-answer.ts';
import { answers, person } from './persons.ts';
import { apply, approvedSigning, codeOf, linksTo, outboxOf, partyOf, sendSignature, sign, signingOf, signingWorld, startSigning, waitingId, waitingOf } from './signing-world.ts';
import type { Signer, SigningWorld } from './signing-world.ts';

/** Karin has applied, and Erik knows the case by an id of his own. */
async function applied() {
  const world = await signingWorld();
  const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
  const { case: mine } = await apply(karin);
  return { world, karin, erik, mine, theirs: await waitingId(erik) };
}

const stored = async ({ store }: SigningWorld) => {
  const [id = ''] = await store.signing.due({ now: new Date('2030-01-01'), collectingCheckedBefore: new Date('2030-01-01'), endedCheckedBefore: new Date('2030-01-01') });
  return { id, signing: await store.signing.find(id), evidence: await store.signing.evidenceOf(id) };
};
const inbox = ({ page }: Signer, box: string) => listOf({ page, key: '' }, `?box=${box}`);

describe('fact 9: both guardians must sign', () => {
  it('and only then is the case handed over, once', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    expect((await sign(world, karin, mine)).status).toBe(200);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'collecting', parties: [{ isYou: true, state: 'signed' }, { isYou: false, state: 'invited' }] });
    expect(await outboxOf(world)).toEqual([]);
    expect((await inbox(karin, 'waiting')).items).toEqual([]);
    expect((await inbox(erik, 'waiting')).items).toMatchObject([{ signing: { signed: 1, required: 2 } }]);

    expect((await sign(world, erik, theirs)).status).toBe(200);
    expect(await outboxOf(world)).toEqual(['submission']);
    for (const [guardian, id] of [[karin, mine], [erik, theirs]] as const) {
      expect(await signingOf(guardian, id)).toMatchObject({ state: 'complete', can: ['download'], afterwards: { sv: 'Du får beslut under Mina ärenden.' } });
      expect(await caseOf({ page: guardian.page, key: '' }, id)).toMatchObject({ status: 'submitted', reply: { allowed: true }, signing: { signed: 2, required: 2 } });
      expect(await waitingOf(guardian)).toEqual([]);
    }
  });

  it('each with an e-ID of their own, which is kept with the very document', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    await sign(world, karin, mine);
    await sign(world, erik, theirs);
    const { evidence, signing } = await stored(world);
    const opened = await Promise.all(evidence.map(({ sealedEvidence }) => createSigningSeals(world.deps.seal).evidence.open(sealedEvidence)));
    expect(opened.map(({ identity, role }) => [identity.idNumber, role])).toEqual([[person('karin').idNumber, 'applicant'], [person('erik').idNumber, 'coSigner']]);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(opened[0]?.document)));
    const hash = Buffer.from(digest).toString('hex');
    expect(evidence.map(({ documentHash }) => documentHash)).toEqual([hash, hash]);
    expect(signing?.round.documentHash).toBe(hash);
    expect(opened[0]?.evidence.nonVisibleText).toContain(hash);
    expect(world.asked.at(-1)?.signing?.idNumber).toBe(person('erik').idNumber);
    expect(JSON.stringify(evidence)).not.toContain(person('karin').idNumber);
  });

  it('so that one guardian cannot sign for both: the first one’s session is never taken for the second', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    expect(await codeOf(sign(world, karin, mine, { by: 'erik' }))).toBe('signer-mismatch');
    expect((await sign(world, karin, mine)).status).toBe(200);
    expect(await codeOf(startSigning(karin, mine))).toBe('already-signed');
    expect(await codeOf(sign(world, erik, theirs, { by: 'karin' }))).toBe('signer-mismatch');
    expect(await signingOf(erik, theirs)).toMatchObject({ state: 'collecting' });
    expect((await stored(world)).evidence).toHaveLength(1);
    const attempts = (await world.store.signing.audit()).filter(({ act, outcome }) => act === 'sign' && outcome === 'signer-mismatch');
    expect(attempts.map(({ actor }) => actor)).toEqual(await Promise.all(['karin', 'erik'].map((id) => keyOfNumber(world.deps.keyedNames, person(id).idNumber))));
  });

  it('on the same words: what the app shows and what is signed come from the backend alone', async () => {
    const { world, karin, mine } = await applied();
    await startSigning(karin, mine);
    const { document } = await signingOf(karin, mine);
    expect(world.asked.at(-1)?.visibleText.split('\n')).toEqual([
      'Provköping',
      'Du skriver under: Ansökan om skolskjuts för Alva',
      expect.stringMatching(/^Ärendenummer: 2026-/),
      'Jag intygar att uppgifterna stämmer.',
      `Kontrollsumma: ${document?.hash.slice(0, 16)}`,
    ]);
    expect(document?.blocks.flatMap(({ rows = [] }) => rows.map(({ value }) => value))).toEqual(
      expect.arrayContaining(['Alva Lindgren', '2015-01-01', 'Elmeskolan, årskurs 5', 'Karin Lindgren', 'Karin Lindgren och Erik Sandberg', answers.from, 'Lång väg till skolan']),
    );
  });

  it('the version that they see: a signature on an older one counts for nothing', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    const order = await approvedSigning(world, erik, theirs);
    await karin.page.put(paths.caseApplication(mine), { answers: { ...answers, other: 'Nytt' }, version: 1 });
    expect(await codeOf(sendSignature(erik, theirs, order))).toBe('document-changed');
    expect(await codeOf(startSigning(erik, theirs, 1))).toBe('document-changed');
    expect((await stored(world)).evidence).toEqual([]);
    expect((await sign(world, erik, theirs, { version: 2 })).status).toBe(200);
  });

  it('at the same moment if they like: both are done, and the case is handed over once', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    const orders = [await approvedSigning(world, karin, mine), await approvedSigning(world, erik, theirs)];
    const both = await Promise.all([sendSignature(karin, mine, orders[0] ?? ''), sendSignature(erik, theirs, orders[1] ?? ''), sendSignature(karin, mine, orders[0] ?? '')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'complete' });
    expect(await outboxOf(world)).toEqual(['submission']);
    expect((await stored(world)).evidence).toHaveLength(2);
  });

  it('once: a signature that is sent again is no error, and another one is not needed', async () => {
    const { world, karin, mine } = await applied();
    const order = await approvedSigning(world, karin, mine);
    const other = await approvedSigning(world, karin, mine);
    for (let times = 0; times < 3; times += 1) expect((await sendSignature(karin, mine, order)).status).toBe(200);
    expect(await codeOf(sendSignature(karin, mine, other))).toBe('already-signed');
    expect((await stored(world)).evidence).toHaveLength(1);
  });

  it('through orders of their own: an order that is not there, under way, or came to nothing brings no signature', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    const fresh = await readAnswer(eidOrderSchema, startSigning(karin, mine));
    expect(await codeOf(sendSignature(karin, mine, fresh.id))).toBe('order-not-complete');
    expect(await codeOf(sendSignature(erik, theirs, fresh.id))).toBe('order-not-found');
    expect(await codeOf(sendSignature(karin, mine, 'unknown'))).toBe('order-not-found');
    await karin.page.delete(paths.eidOrder(fresh.id));
    world.clock.forward(2);
    expect(await codeOf(sendSignature(karin, mine, fresh.id))).toBe('order-not-found');
    expect((await stored(world)).evidence).toEqual([]);
  });

  it('and what one has signed is taken in even when their browser never comes back', async () => {
    const { world, karin, mine } = await applied();
    await approvedSigning(world, karin, mine);
    const keep = createSigningKeeper(world.deps);
    await keep();
    expect((await signingOf(karin, mine)).parties[0]).toMatchObject({ isYou: true, state: 'signed' });
    await keep();
    expect((await stored(world)).evidence).toHaveLength(1);
    expect(await world.store.signing.unsettledOrders()).toEqual([]);
  });

  it('unless one of them says no, with a reason that the other may read', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    await sign(world, karin, mine);
    const decline = () => erik.page.post(paths.decline(theirs), { reason: 'Vi är inte överens' });
    expect((await decline()).status).toBe(200);
    expect((await decline()).status).toBe(200);
    const seen = await signingOf(karin, mine);
    expect(seen).toMatchObject({ state: 'declined', can: [] });
    expect(partyOf(seen, false)).toMatchObject({ state: 'declined', reason: 'Vi är inte överens' });
    expect(await codeOf(startSigning(erik, theirs))).toBe('signing-over');
    expect(await codeOf(karin.page.post(paths.decline(mine), {}))).toBe('already-signed');
    expect(await caseOf({ page: karin.page, key: '' }, mine)).toMatchObject({ status: 'closed', reply: { allowed: false } });
    expect(await outboxOf(world)).toEqual([]);
  });

  it('unless whoever applied takes it back: what the other signs meanwhile counts for nothing', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    const order = await approvedSigning(world, erik, theirs);
    expect(await codeOf(erik.page.post(paths.withdrawal(theirs)))).toBe('signing-action-not-allowed');
    for (let times = 0; times < 2; times += 1) expect((await karin.page.post(paths.withdrawal(mine))).status).toBe(200);
    expect(await codeOf(sendSignature(erik, theirs, order))).toBe('signing-over');
    expect(await signingOf(erik, theirs)).toMatchObject({ state: 'withdrawn', can: [] });
    expect((await stored(world)).evidence).toEqual([]);
    expect((await inbox(erik, 'closed')).items).toMatchObject([{ status: 'withdrawn' }]);
  });

  it('within the time that there is, counted to the end of its last day', async () => {
    const { world, karin, mine, theirs } = await applied();
    expect(await signingOf(karin, mine)).toMatchObject({ expiresAt: '2026-12-24T22:59:59.000Z' });
    world.clock.forward(30 * 86_400 + 15 * 3600);
    const later = await world.visit('karin');
    expect(await signingOf(later, mine)).toMatchObject({ state: 'expired', since: '2026-12-24T22:59:59.000Z' });
    expect(await codeOf(startSigning(later, mine))).toBe('signing-over');
    expect(await waitingOf(later)).toEqual([]);
    await signingOf(await world.visit('erik'), theirs);
    expect((await world.store.signing.audit()).filter(({ outcome }) => outcome === 'expired').map(({ actor }) => actor).filter(Boolean)).toEqual([]);
    await createSigningKeeper(world.deps)();
    expect(await caseOf({ page: later.page, key: '' }, mine)).toMatchObject({ status: 'expired' });
  });
});

describe('fact 10: the second guardian signs through the link, or under Mina ärenden', () => {
  it('and the inbox way works when there was never a mail', async () => {
    const { world, karin, erik, mine } = await applied();
    const [row] = (await inbox(erik, 'waiting')).items;
    expect(row).toMatchObject({ nextAction: { kind: 'sign' } });
    expect((await sign(world, erik, row?.id ?? '')).status).toBe(200);
    expect(partyOf(await signingOf(karin, mine), false).state).toBe('signed');
    expect((await waitingOf(karin)).map(({ title }) => title)).toEqual(['Ansökan om skolskjuts för Alva']);
  });

  it('and the link leads to the very case, and whoever applied sees that it is signed', async () => {
    const { world, karin, mine } = await applied();
    await karin.page.put(paths.partyContact(mine, partyOf(await signingOf(karin, mine), false).id), { email: 'erik@exempel.se' });
    const [token = ''] = await linksTo(world, 'erik');
    const erik = await world.visit('erik');
    const invitation = await readAnswer(invitationSchema, erik.page.post(paths.openInvitation, { token }));
    expect(invitation.open).toBe('case');
    const linked = invitation.open === 'case' ? invitation.case : '';
    expect((await sign(world, erik, linked)).status).toBe(200);
    expect(partyOf(await signingOf(karin, mine), false).state).toBe('signed');
    expect(partyOf(await signingOf(erik, linked), true).state).toBe('signed');
  });

  it('and whoever applied sees that the other has come to look', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    expect(partyOf(await signingOf(karin, mine), false)).toMatchObject({ state: 'invited' });
    world.clock.forward(60);
    await signingOf(erik, theirs);
    expect(partyOf(await signingOf(karin, mine), false)).toMatchObject({ state: 'opened', at: world.clock.now().toISOString() });
  });

  it('and nothing is sent again to a browser that knows how things stand', async () => {
    const { karin, mine } = await applied();
    const first = await karin.page.get(paths.signing(mine));
    const second = await karin.page.get(paths.signing(mine), { 'If-None-Match': first.headers.get('ETag') ?? '' });
    expect([first.headers.get('Cache-Control'), second.status]).toEqual(['private, no-store', 304]);
  });

  it('and a case without a signing says so', async () => {
    const { world, karin } = await applied();
    await world.store.cases.insert([someCase([await keyOfNumber(world.deps.keyedNames, person('karin').idNumber)])]);
    const found = (await inbox(karin, 'all')).items.find(({ status }) => status === 'inProgress');
    expect(await codeOf(karin.page.get(paths.signing(found?.id ?? '')))).toBe('signing-not-found');
  });
});
