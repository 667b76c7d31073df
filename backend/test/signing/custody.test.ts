import { describe, expect, it, vi } from 'vitest';
import { paths } from '../../../src/contract/paths.ts';
import { RegisterError } from '../../src/registers/register-error.ts';
import { createSigningKeeper } from '../../src/signing/signing-keeper.ts';
import { caseOf, listOf } from '../cases/shared-case.ts';
import { person } from './persons.ts';
import { apply, approvedSigning, childId, codeOf, outboxOf, partyOf, sendApplication, sendSignature, sign, signingOf, signingWorld, startSigning, waitingId, waitingOf } from './signing-world.ts';
import type { Signer, SigningWorld } from './signing-world.ts';

const quarter = 15 * 60;

async function applied() {
  const world = await signingWorld();
  const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
  const { case: mine } = await apply(karin);
  const theirs = await waitingId(erik);
  for (const isYou of [true, false]) {
    await karin.page.put(paths.partyContact(mine, partyOf(await signingOf(karin, mine), isYou).id), { email: 'nagon@exempel.se' });
  }
  return { world, karin, erik, mine, theirs };
}

/** What the register says is looked at again, a quarter of an hour later. */
async function lookAgain(world: SigningWorld): Promise<void> {
  world.clock.forward(quarter + 1);
  await createSigningKeeper(world.deps)();
}

const everythingShown = async (signer: Signer, id: string) =>
  JSON.stringify([await signingOf(signer, id), await caseOf({ page: signer.page, key: '' }, id), await listOf({ page: signer.page, key: '' })]);

describe('somebody who gets a protected identity while a case is being signed', () => {
  it.each([
    ['the other guardian', 'erik'],
    ['the child', 'alva'],
    ['whoever applied', 'karin'],
  ])('stops it without a word on why, and nobody is named any more: %s', async (_, who) => {
    const { world, karin, erik, mine, theirs } = await applied();
    await sign(world, karin, mine);
    const mails = await outboxOf(world);
    world.registers.change(person(who).idNumber, { isProtected: true });
    await lookAgain(world);
    for (const [signer, id] of [[karin, mine], [erik, theirs]] as const) {
      expect(await signingOf(signer, id)).toMatchObject({ state: 'stopped', stopped: 'contact', title: 'Skolskjuts', parties: [], can: [] });
      expect(await everythingShown(signer, id)).not.toMatch(/Alva|Karin|Erik|Lindgren|Sandberg|exempel|•/);
      expect(await caseOf({ page: signer.page, key: '' }, id)).toMatchObject({ status: 'closed', title: 'Skolskjuts', concerns: { kind: signer === karin ? 'me' : 'unknown' } });
    }
    expect(await codeOf(startSigning(erik, theirs))).toBe('signing-over');
    expect(await outboxOf(world)).toEqual(mails);
  });

  it('stops it also when only the school knows of it', async () => {
    const { world, karin, mine } = await applied();
    world.registers.changeSchool(person('alva').idNumber, { isProtected: true });
    await lookAgain(world);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'stopped', stopped: 'contact', parties: [] });
  });

  it('is noticed at the very moment when the other signs', async () => {
    const { world, karin, mine } = await applied();
    const order = await approvedSigning(world, karin, mine);
    world.registers.change(person('erik').idNumber, { isProtected: true });
    expect(await codeOf(sendSignature(karin, mine, order))).toBe('signing-over');
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'stopped', stopped: 'contact', parties: [] });
    expect(await world.store.signing.unsettledOrders()).toEqual([]);
  });

  it('is no longer named in a case that is signed and over either', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    await sign(world, karin, mine);
    await sign(world, erik, theirs);
    world.registers.change(person('erik').idNumber, { isProtected: true });
    world.clock.forward(quarter + 1);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'complete', parties: [], can: [] });
    expect(await everythingShown(karin, mine)).not.toMatch(/Alva|Erik|Sandberg/);
    expect(await caseOf({ page: karin.page, key: '' }, mine)).toMatchObject({ status: 'submitted' });
  });
});

describe('what the register said is shown for a quarter of an hour', () => {
  const look = (signer: Signer, id: string): Record<string, () => Promise<string>> => ({
    'the inbox': async () => JSON.stringify(await listOf({ page: signer.page, key: '' })),
    'the case': async () => JSON.stringify(await caseOf({ page: signer.page, key: '' }, id)),
    'what waits to be signed': async () => JSON.stringify(await waitingOf(signer)),
  });

  it.each(['the inbox', 'the case'])('and then asked about again by whoever opens %s first, also when all is signed and over', async (what) => {
    const { world, karin, erik, mine, theirs } = await applied();
    await sign(world, karin, mine);
    await sign(world, erik, theirs);
    expect(await look(karin, mine)[what]?.()).toContain('Ansökan om skolskjuts för Alva');
    world.registers.change(person('alva').idNumber, { isProtected: true });
    world.clock.forward(quarter + 1);
    expect(await look(karin, mine)[what]?.()).not.toContain('Alva');
  });

  it('and names nobody after that while the register is silent, in no list and on no page, until it is heard again', async () => {
    const { world, karin, mine } = await applied();
    const shown = look(karin, mine);
    world.registers.disturb('population', { kind: 'down', until: new Date('2026-12-01') });
    world.clock.forward(quarter + 1);
    for (const what of Object.values(shown)) expect(await what()).not.toMatch(/Alva|Ansökan om/);
    const answer = await karin.page.get(paths.signing(mine));
    expect(answer.headers.get('Retry-After')).toBe('30');
    expect(await codeOf(answer)).toBe('register-unreachable');
    world.registers.disturb('population', undefined);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'collecting', child: { givenName: 'Alva' } });
    for (const what of Object.values(shown)) expect(await what()).toContain('Ansökan om skolskjuts för Alva');
  });

  it('and asked about once for all cases about the same child', async () => {
    const { world, karin } = await applied();
    await apply(karin, {}, 'another-application');
    world.clock.forward(quarter + 1);
    const asked = vi.spyOn(world.registers.population, 'custodyOf');
    await listOf({ page: karin.page, key: '' });
    await listOf({ page: karin.page, key: '' });
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('a register that lacks something for a while', () => {
  it.each(['population', 'school'] as const)('ends nothing: once the %s register has it again, signing goes on', async (register) => {
    const { world, karin, erik, mine, theirs } = await applied();
    await sign(world, karin, mine);
    const order = await approvedSigning(world, erik, theirs);
    world.registers.disturb(register, { kind: 'incomplete', until: new Date('2026-12-01') });
    expect(await codeOf(sendSignature(erik, theirs, order))).toBe('register-incomplete');
    await lookAgain(world);
    expect(await codeOf(karin.page.get(paths.signing(mine)))).toBe('register-incomplete');
    world.registers.disturb(register, undefined);
    expect((await sendSignature(erik, theirs, order)).status).toBe(200);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'complete', can: ['download'] });
  });

  it('says of nobody who is to sign whether it is for that reason that they cannot', async () => {
    const world = await signingWorld();
    const karin = await world.visit('karin');
    const child = await childId(karin, 'Alva');
    world.registers.population.custodyOf = () => Promise.reject(new RegisterError('incomplete'));
    expect(await codeOf(sendApplication(karin, { child }))).toBe('co-signing-not-possible');
  });
});

describe('custody that changes while a case is being signed', () => {
  it('stops it, and whoever has lost it can neither sign nor see it', async () => {
    const { world, karin, erik, mine, theirs } = await applied();
    const order = await approvedSigning(world, erik, theirs);
    world.registers.changeCustody(person('alva').idNumber, [person('karin')]);
    expect(await codeOf(sendSignature(erik, theirs, order))).toBe('signing-over');
    expect(await codeOf(erik.page.get(paths.signing(theirs)))).toBe('case-not-found');
    const seen = await signingOf(karin, mine);
    expect(seen).toMatchObject({ state: 'stopped', stopped: 'custody-changed' });
    expect(partyOf(seen, false)).toMatchObject({ state: 'notRequired' });
    expect(await outboxOf(world)).toEqual(expect.arrayContaining(['stopped karin']));
    expect(await outboxOf(world)).not.toContain('stopped erik');
  });

  it('stops it when there is a guardian more', async () => {
    const { world, karin, mine } = await applied();
    world.registers.changeCustody(person('alva').idNumber, [person('karin'), person('erik'), person('maria')]);
    await lookAgain(world);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'stopped', stopped: 'custody-changed' });
    expect(await waitingOf(await world.visit('maria'))).toEqual([]);
  });

  it('is asked about every quarter of an hour, which leaves no trace while all is as it was', async () => {
    const { world } = await applied();
    const asked = vi.spyOn(world.registers.population, 'custodyOf');
    const before = (await world.store.signing.audit()).length;
    for (const times of [1, 2]) {
      await lookAgain(world);
      await createSigningKeeper(world.deps)();
      expect(asked).toHaveBeenCalledTimes(times);
    }
    expect(await world.store.signing.audit()).toHaveLength(before);
  });

  it('is not taken to have changed when the register is silent', async () => {
    const { world, karin, mine } = await applied();
    world.registers.disturb('population', { kind: 'down', until: new Date('2026-12-01') });
    await lookAgain(world);
    expect(world.log.filter(({ event }) => event === 'signing-not-kept')).toMatchObject([{ fields: { error: 'RegisterSilent' } }]);
    world.registers.disturb('population', undefined);
    expect(await signingOf(karin, mine)).toMatchObject({ state: 'collecting' });
  });
});

describe('a child that comes of age while a case is being signed', () => {
  it('decides for themself: it stops', async () => {
    const world = await signingWorld();
    world.clock.forward(Math.floor((Date.parse('2032-12-20T08:00:00Z') - world.clock.now().getTime()) / 1000));
    Object.assign(world.deps.municipality.services[0] ?? {}, { schoolYears: undefined });
    const karin = await world.visit('karin');
    const { case: mine } = await apply(karin);
    world.clock.forward(12 * 86_400);
    const later = await world.visit('karin');
    expect(await codeOf(startSigning(later, mine))).toBe('signing-over');
    expect(await signingOf(later, mine)).toMatchObject({ state: 'stopped', stopped: 'child-of-age', since: '2032-12-31T23:00:00.000Z' });
  });
});
