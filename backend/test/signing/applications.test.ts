import { describe, expect, it } from 'vitest';
import { applicationSchema } from '../../../src/contract/application.ts';
import { paths } from '../../../src/contract/paths.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { caseOf, listOf } from '../cases/shared-case.ts';
import { readAnswer } from '../read-answer.ts';
import { answers, person } from './persons.ts';
import { apply, childId, codeOf, sendApplication, sign, signingOf, signingWorld, waitingId } from './signing-world.ts';
import type { Signer } from './signing-world.ts';

const inbox = ({ page, id }: Signer, box = 'waiting') => listOf({ page, key: id }, `?box=${box}`);
const change = ({ page }: Signer, id: string, more: Record<string, unknown> = {}) =>
  page.put(paths.caseApplication(id), { answers: { ...answers, other: 'Vi har flyttat' }, version: 1, ...more });

describe('an application for a child', () => {
  it('becomes a case that waits in the inbox of both guardians, though no mail was ever sent', async () => {
    const world = await signingWorld();
    const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
    const { reference } = await apply(karin);
    expect(reference).toMatch(/^2026-[2-9A-Z]{6}$/);
    for (const guardian of [karin, erik]) {
      const { items } = await inbox(guardian);
      expect(items).toMatchObject([
        {
          title: 'Ansökan om skolskjuts för Alva',
          references: [reference],
          status: 'awaitingSignatures',
          nextAction: { kind: 'sign' },
          signing: { signed: 0, required: 2 },
          concerns: { kind: 'child', givenName: 'Alva' },
          dueAt: '2026-12-24T22:59:59.000Z',
        },
      ]);
    }
    expect(await world.store.signing.queued()).toEqual([]);
  });

  it('is about the child that the inbox filters by', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const { child } = await apply(karin);
    expect((await listOf({ page: karin.page, key: '' }, `?child=${child.id}`)).items).toHaveLength(1);
  });

  it.each([
    [{ from: '2027-02-30', reason: 'distance' }, [{ pointer: '/answers/from', code: 'not-a-date' }]],
    [{ from: '2027-01-11', reason: 'whim' }, [{ pointer: '/answers/reason', code: 'not-a-choice' }]],
    [{ from: ' \u0000 ', reason: 'distance' }, [{ pointer: '/answers/from', code: 'missing' }]],
    [{ ...answers, shoe: '43' }, [{ pointer: '/answers/shoe', code: 'unknown-question' }]],
    [{}, [{ pointer: '/answers/from', code: 'missing' }, { pointer: '/answers/reason', code: 'missing' }]],
  ])('is refused with what is wrong where: %j', async (given, errors) => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const answer = await sendApplication(karin, { child: await childId(karin, 'Alva'), answers: given });
    expect(await readAnswer(problemSchema, answer)).toMatchObject({ status: 422, code: 'invalid-request', errors });
    expect((await inbox(karin)).items).toEqual([]);
  });

  it('is made once however often the same one is sent, at once or one after the other', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const child = await childId(karin, 'Alva');
    const together = await Promise.all([1, 2, 3].map(() => sendApplication(karin, { child })));
    const again = await sendApplication(karin, { child });
    const cases = await Promise.all([...together, again].map((answer) => readAnswer(applicationSchema, answer)));
    expect(new Set(cases.map(({ reference }) => reference)).size).toBe(1);
    expect((await inbox(karin)).items).toHaveLength(1);
    expect(await codeOf(sendApplication(karin, { child, answers: { ...answers, other: 'Annat' } }))).toBe('idempotency-key-reused');
    expect(await codeOf(karin.page.post(paths.applications, { service: 'skolskjuts', child, answers }))).toBe('invalid-request');
  });

  it('is for a child that this very person may choose', async () => {
    const world = await signingWorld();
    const [karin, erik, maria] = [await world.visit('karin'), await world.visit('erik'), await world.visit('maria')];
    const child = await childId(karin, 'Alva');
    for (const other of [erik, maria]) expect(await codeOf(sendApplication(other, { child }))).toBe('child-not-found');
    expect(await codeOf(sendApplication(karin, { child: person('alva').idNumber }))).toBe('child-not-found');
  });

  it('is for a child that the e-service is for', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const child = await childId(karin, 'Noel');
    Object.assign(world.deps.municipality.services[0] ?? {}, { schoolYears: { from: 4, to: 9 } });
    expect(await codeOf(sendApplication(karin, { child }))).toBe('child-not-eligible');
  });

  it.each([
    ['is protected', { isProtected: true }],
    ['has died', { isDeceased: true }],
    ['has no number', { idNumber: undefined }],
  ])('cannot be signed here when the other guardian %s, in words that do not tell which', async (_, changes) => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const child = await childId(karin, 'Alva');
    world.registers.change(person('erik').idNumber, changes);
    const answer = await sendApplication(karin, { child });
    const text = (await answer.text()).replace(/"traceId":"[^"]+"/, '');
    expect([answer.status, text]).toEqual([409, '{"type":"urn:kommun:problem:co-signing-not-possible","title":"Ansökan går inte att skriva under här","code":"co-signing-not-possible","status":409,}']);
    expect((await inbox(karin)).items).toEqual([]);
  });

  it('is signed by whoever applies alone, where the e-service asks no more', async () => {
    const world = await signingWorld();
    const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
    world.registers.change(person('erik').idNumber, { isProtected: true });
    const { case: id } = await apply(karin, { service: 'ledighet' });
    expect(await signingOf(karin, id)).toMatchObject({ rule: 'one', parties: [{ isYou: true }], can: ['sign', 'change', 'withdraw'] });
    expect((await inbox(erik)).items).toEqual([]);
    await sign(world, karin, id);
    expect(await signingOf(karin, id)).toMatchObject({ state: 'complete' });
  });

  it('is signed by the one guardian of a child that has one, who withdraws instead of saying no to nobody', async () => {
    const world = await signingWorld();
    world.registers.changeCustody(person('noel').idNumber, [person('karin')]);
    const karin = await world.visit('karin');
    const { case: id } = await apply(karin, { child: await childId(karin, 'Noel') });
    expect(await signingOf(karin, id)).toMatchObject({ rule: 'single-custody', parties: [{ isYou: true, applied: true }], can: ['sign', 'change', 'withdraw'] });
  });
});

describe('what was filled in', () => {
  it('can be read and changed by whoever applied, while signatures are awaited', async () => {
    const world = await signingWorld();
    const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
    const { case: id } = await apply(karin);
    expect(await readAnswer(applicationSchema, karin.page.get(paths.caseApplication(id)))).toMatchObject({ answers, version: 1, signatures: 0 });
    expect(await readAnswer(applicationSchema, change(karin, id))).toMatchObject({ answers: { ...answers, other: 'Vi har flyttat' }, version: 2 });
    const { document } = await signingOf(karin, id);
    expect(document).toMatchObject({ version: 2 });
    expect(JSON.stringify(document)).toContain('Vi har flyttat');

    const theirs = await waitingId(erik);
    expect(await codeOf(erik.page.get(paths.caseApplication(theirs)))).toBe('signing-action-not-allowed');
    expect(await codeOf(change(erik, theirs, { version: 2 }))).toBe('signing-action-not-allowed');
    await karin.page.post(paths.withdrawal(id));
    expect(await codeOf(karin.page.get(paths.caseApplication(id)))).toBe('signing-over');
    expect(await codeOf(change(karin, id, { version: 2 }))).toBe('signing-over');
  });

  it('is not changed after a signature unless that is meant: then everybody signs anew, and is told why', async () => {
    const world = await signingWorld();
    const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
    const { case: id } = await apply(karin);
    await sign(world, karin, id);
    expect(await codeOf(change(karin, id))).toBe('change-voids-signatures');
    expect((await signingOf(karin, id)).document?.version).toBe(1);

    world.clock.forward(1);
    expect((await change(karin, id, { voidSignatures: true })).status).toBe(200);
    const after = await signingOf(erik, await waitingId(erik));
    expect(after).toMatchObject({ changedAt: world.clock.now().toISOString(), document: { version: 2 } });
    expect(after.parties.map(({ state }) => state)).toEqual(['opened', 'invited']);
    expect((await inbox(karin)).items).toMatchObject([{ signing: { signed: 0, required: 2 }, nextAction: { kind: 'sign' } }]);
    expect((await caseOf({ page: karin.page, key: '' }, id)).timeline.at(-1)?.text).toBe('Ansökan har ändrats. Alla behöver skriva under igen');
  });

  it('is not changed from a version that is old by now, and not at all by the same answers', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const { case: id } = await apply(karin);
    expect(await readAnswer(applicationSchema, change(karin, id, { answers }))).toMatchObject({ version: 1 });
    await change(karin, id);
    expect(await codeOf(change(karin, id, { answers }))).toBe('document-changed');
    // The same change sent again, since the answer was lost.
    expect(await readAnswer(applicationSchema, change(karin, id))).toMatchObject({ version: 2 });
  });
});
