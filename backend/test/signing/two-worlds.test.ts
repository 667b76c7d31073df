import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { paths } from '../../../src/contract/paths.ts';
import type { EidOrder } from '../../../src/contract/eid-order.ts';
import type { Signing } from '../../../src/contract/signing.ts';
import { ownReceiver } from '../../src/mail/case-receiver.ts';
import type { Mail } from '../../src/mail/mail-transport.ts';
import { createOutbox } from '../../src/mail/outbox.ts';
import type { Family } from '../../src/registers/simulated/families.ts';
import type { RegisteredPerson } from '../../src/registers/population-register.ts';
import { createKeyedNames } from '../../src/secrets/keyed-names.ts';
import type { Random } from '../../src/secrets/random.ts';
import { createSeal } from '../../src/secrets/seal.ts';
import { createSigningKeeper } from '../../src/signing/signing-keeper.ts';
import type { Browser } from '../browser.ts';
import { answers, families, person } from './persons.ts';
import { outboxOf, signingWorld } from './signing-world.ts';
import type { SigningWorld } from './signing-world.ts';

/** Two worlds draw the same lots, so that whatever differs between them comes from what differs in them. */
async function worldOf(own: readonly Family[]): Promise<SigningWorld> {
  const random = repeatable();
  return signingWorld({ families: own, deps: { random, seal: await createSeal(new Uint8Array(32).fill(7), random), keyedNames: await createKeyedNames(new Uint8Array(32).fill(7)) } });
}

function repeatable(): Random {
  let state = 1;
  return (length) => Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16);
}

/** All that anybody outside can see of a world: each answer with its headers, each log line, each mail, and what is still to be sent. */
interface Seen {
  answers: string[];
  /** Whom the backend had to wait for before its answers, in that order, and for how many persons each time: what their time tells. */
  waits: string[];
  log: unknown;
  mails: Mail[];
  outbox: string[];
}

/** Writes down each question to a register. A time that is measured says more of the machine than of what is asked. */
function watched({ registers: { population, school } }: SigningWorld): string[] {
  const waits: string[] = [];
  const { childrenOf, custodyOf } = population;
  const { enrolmentsOf } = school;
  population.childrenOf = (...asked) => (waits.push('children'), childrenOf(...asked));
  population.custodyOf = (...asked) => (waits.push('custody'), custodyOf(...asked));
  school.enrolmentsOf = (idNumbers, signal) => (waits.push(`schools of ${idNumbers.length}`), enrolmentsOf(idNumbers, signal));
  return waits;
}

type Midway = (world: SigningWorld) => void;

/** Goes through everything that a guardian can do, as Karin and as Erik, and writes down what they see. `midway` is what happens before Erik signs, or declines. */
async function lifeIn(world: SigningWorld, midway: Midway = () => {}, erikDoes: 'sign' | 'decline' = 'sign'): Promise<Seen> {
  const seen: string[] = [];
  const waits = watched(world);
  const mails: Mail[] = [];
  const outbox = createOutbox({ ...world.deps, mail: { send: async (mail) => void mails.push(mail) }, receiver: ownReceiver(world.deps) });
  const workOff = async () => {
    for (const id of await world.store.signing.queued()) await outbox.carryOut(id, false);
  };
  async function look(asked: Promise<Response>): Promise<string> {
    const line = await lineOf(await asked);
    seen.push(line.seen);
    return line.text;
  }
  const all = async (page: Browser, id: string) => {
    for (const path of ['children?service=skolskjuts', 'children?service=ledighet', paths.waitingSignings, paths.cases, paths.caseCounts, paths.case(id), paths.signing(id), paths.caseApplication(id), paths.receipt(id)]) {
      await look(page.get(path));
    }
  };
  const karin = (await world.visit('karin')).page;
  const { items = [] } = JSON.parse(await look(karin.get('children?service=skolskjuts'))) as { items?: { id: string }[] };
  const application = JSON.parse(await look(karin.post(paths.applications, { service: 'skolskjuts', child: items[0]?.id ?? '', answers }, { 'Idempotency-Key': 'one-and-only' }))) as { case?: string };
  const mine = application.case ?? 'none';
  await all(karin, mine);
  const { parties = [] } = JSON.parse(await look(karin.get(paths.signing(mine)))) as Partial<Signing>;
  await look(karin.put(paths.partyContact(mine, parties[1]?.id ?? 'none'), { email: 'erik@exempel.se' }));
  await workOff();
  const [, token = 'none'] = /#(?:[^\s#]*=)?([\w-]{20,})/.exec(mails[0]?.text ?? '') ?? [];
  await look(world.browser().post(paths.openInvitation, { token }));
  await signAs(karin, mine, 1);
  await look(karin.put(paths.caseApplication(mine), { answers: { ...answers, other: 'Nytt' }, version: 1, voidSignatures: true }));
  await workOff();
  await signAs(karin, mine, 2);

  const erik = (await world.visit('erik')).page;
  const { items: waiting = [] } = JSON.parse(await look(erik.get(paths.waitingSignings))) as { items?: { case: string }[] };
  const theirs = waiting[0]?.case ?? 'none';
  midway(world);
  world.clock.forward(15 * 60 + 1);
  await createSigningKeeper(world.deps)();
  world.hold('erik');
  if (erikDoes === 'sign') await signAs(erik, theirs, 2);
  else await look(erik.post(paths.decline(theirs), { reason: 'Vi är inte överens' }));
  for (const [page, id] of [[karin, mine], [erik, theirs]] as const) await all(page, id);
  await look(karin.post(paths.partyNotices(mine, parties[1]?.id ?? 'none')));
  await look(karin.post(paths.withdrawal(mine)));
  await workOff();
  for (const [page, id] of [[karin, mine], [erik, theirs]] as const) await all(page, id);
  return { answers: seen, waits, log: world.log, mails, outbox: await outboxOf(world) };

  async function signAs(page: Browser, id: string, version: number): Promise<void> {
    const { id: orderId = 'none' } = JSON.parse(await look(page.post(paths.signingOrders(id), { provider: 'mobile-eid', device: 'other', version }))) as Partial<EidOrder>;
    world.clock.forward(2);
    await look(page.get(paths.eidOrder(orderId)));
    await look(page.post(paths.signature(id), { orderId }));
  }
}

/** All of an answer; of a file, a hash of its bytes. */
async function lineOf(answer: Response): Promise<{ text: string; seen: string }> {
  const isFile = !/json/.test(answer.headers.get('Content-Type') ?? 'json');
  const text = isFile ? createHash('sha256').update(new Uint8Array(await answer.arrayBuffer())).digest('hex') : await answer.text();
  return { text, seen: JSON.stringify([answer.status, Object.fromEntries(answer.headers), text]) };
}

const isProtected = true;
const child = (idNumber: string, changes: Partial<RegisteredPerson>): RegisteredPerson => ({ ...person('alva'), givenName: 'Skyddad', idNumber, birthDate: '2014-03-04', ...changes });
const guardians = [person('karin'), person('erik')];
const elme = { school: 'Elmeskolan', isRunByMunicipality: true };
const withChildren = (...more: RegisteredPerson[]): Family[] => [...families, ...more.map((one) => ({ child: one, guardians, school: elme }))];
/** Alva and Noel with somebody else as the other guardian. */
const withOther = (changes: Partial<RegisteredPerson>): Family[] => families.map((family) => ({ ...family, guardians: family.guardians.map((one) => (one.idNumber === person('erik').idNumber ? { ...one, ...changes } : one)) }));

describe('two worlds that differ only in somebody protected', () => {
  it.each([
    ['a protected child', withChildren(child('201403042386', { isProtected }))],
    ['two protected children', withChildren(child('201403042386', { isProtected }), child('201403042394', { isProtected }))],
    ['a child that has died', withChildren(child('201403042386', { isDeceased: true }))],
  ])('look the same to their guardians in every answer, log line, message and wait as one without: %s', async (_, own) => {
    const without = await lifeIn(await worldOf(families));
    expect(await lifeIn(await worldOf(own))).toEqual(without);
    expect(without.mails.map(({ to }) => to)).toEqual(Array(without.mails.length).fill('erik@exempel.se'));
    expect(without.mails.length).toBeGreaterThan(1);
    expect(without.outbox).toEqual([]);
    expect(without.waits).toContain('schools of 2');
    expect(without.answers.join()).toMatch(/application\/pdf/);
  });

  it('look the same as well where the other guardian declines', async () => {
    const declined = async (own: readonly Family[]) => lifeIn(await worldOf(own), undefined, 'decline');
    const without = await declined(families);
    expect(await declined(withChildren(child('201403042386', { isProtected })))).toEqual(without);
    expect(without.answers.join()).toMatch(/declined/);
  });

  it('look the same to somebody whose only child is protected as to somebody who has none', async () => {
    const only = (one: RegisteredPerson): Family => ({ child: one, guardians: [person('oskar'), person('erik')], school: elme });
    const childless = await lifeAlone(families, 'oskar');
    expect(await lifeAlone([...families, only(child('201403042386', { isProtected }))], 'oskar')).toEqual(childless);
    expect(await lifeAlone([...families, only(child('201403042386', {}))], 'oskar')).not.toEqual(childless);
  });

  it('look the same, where one signature is enough, whether the other guardian is protected or not', async () => {
    const open = await lifeAlone(families, 'karin', 'ledighet');
    expect(await lifeAlone(withOther({ isProtected }), 'karin', 'ledighet')).toEqual(open);
    expect(open.answers.join()).toMatch(/submitted/);
  });

  it('are compared so that a child who may be shown makes a difference', async () => {
    expect(await lifeIn(await worldOf(withChildren(child('201403042386', {}))))).not.toEqual(await lifeIn(await worldOf(families)));
  });

  it.each([
    ['has died', { isDeceased: true }],
    ['has no number', { idNumber: undefined }],
  ])('look the same as one where the other guardian %s', async (_, changes) => {
    const [hiddenWorld, other] = [await lifeAlone(withOther({ isProtected })), await lifeAlone(withOther(changes))];
    expect(other).toEqual(hiddenWorld);
    expect(JSON.stringify(hiddenWorld)).toContain('co-signing-not-possible');
  });

  it.each<[string, Midway]>([
    ['the child gets a protected identity', ({ registers }) => registers.change(person('alva').idNumber, { isProtected: true })],
    ['whoever applied gets one', ({ registers }) => registers.change(person('karin').idNumber, { isProtected: true })],
  ])('look the same afterwards in the signing, the inbox and the messages, when the other guardian gets one midway, as when %s', async (_, midway) => {
    const other: Midway = ({ registers }) => registers.change(person('erik').idNumber, { isProtected: true });
    // The child that is hidden is not among those that one may choose either, nor are they asked of the schools.
    const inSigning = ({ answers: all, waits, ...rest }: Seen) => ({ ...rest, waits: waits.map((wait) => wait.replace(/ of \d+/, '')), answers: all.filter((text) => !text.includes('missingReasons') && !text.includes('person-not-in-register')) });
    expect(inSigning(await lifeIn(await worldOf(families), midway))).toEqual(inSigning(await lifeIn(await worldOf(families), other)));
  });
});

/** What somebody sees who finds that nobody can sign with them, or that nobody has to. */
async function lifeAlone(own: readonly Family[], who = 'karin', service = 'skolskjuts'): Promise<Seen> {
  const world = await worldOf(own);
  const waits = watched(world);
  const { page } = await world.visit(who);
  const seen: string[] = [];
  async function look(asked: Promise<Response>): Promise<string> {
    const line = await lineOf(await asked);
    seen.push(line.seen);
    return line.text;
  }
  const { items = [] } = JSON.parse(await look(page.get(`children?service=${service}`))) as { items?: { id: string }[] };
  const made = await look(page.post(paths.applications, { service, child: items[0]?.id ?? '', answers }, { 'Idempotency-Key': 'one-and-only' }));
  const { case: id = 'none' } = JSON.parse(made) as { case?: string };
  const { id: orderId = 'none' } = JSON.parse(await look(page.post(paths.signingOrders(id), { provider: 'mobile-eid', device: 'other', version: 1 }))) as Partial<EidOrder>;
  world.clock.forward(2);
  await look(page.get(paths.eidOrder(orderId)));
  await look(page.post(paths.signature(id), { orderId }));
  world.clock.forward(15 * 60 + 1);
  await createSigningKeeper(world.deps)();
  for (const path of [paths.cases, paths.caseCounts, paths.waitingSignings, paths.case(id), paths.signing(id), paths.caseApplication(id), paths.receipt(id)]) await look(page.get(path));
  return { answers: seen, waits, log: world.log, mails: [], outbox: await outboxOf(world) };
}
