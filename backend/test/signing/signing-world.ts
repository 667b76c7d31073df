import { expect } from 'vitest';
import { applicationSchema } from '../../../src/contract/application.ts';
import type { Application, ApplicationRequest } from '../../../src/contract/application.ts';
import { idempotencyHeader } from '../../../src/contract/case.ts';
import { childListSchema } from '../../../src/contract/child.ts';
import type { ChildList } from '../../../src/contract/child.ts';
import { eidOrderSchema } from '../../../src/contract/eid-order.ts';
import { paths } from '../../../src/contract/paths.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { signingSchema, waitingSigningsSchema } from '../../../src/contract/signing.ts';
import type { Signing, SigningParty } from '../../../src/contract/signing.ts';
import { systemTimer } from '../../src/cases/sources/timer.ts';
import type { Timer } from '../../src/cases/sources/timer.ts';
import { keyOfNumber } from '../../src/cases/person-key.ts';
import type { EmbeddedEidProvider, EidStart } from '../../src/eid/eid-provider.ts';
import type { Family } from '../../src/registers/simulated/families.ts';
import { SimulatedRegisters } from '../../src/registers/simulated/simulated-registers.ts';
import { createSigningSeals } from '../../src/signing/sealed-signing.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import type { MemoryStore } from '../../src/store/memory-store.ts';
import type { Browser } from '../browser.ts';
import { logIn } from '../log-in.ts';
import { readAnswer } from '../read-answer.ts';
import { testApp, testClock } from '../test-app.ts';
import type { TestApp, TestAppOptions } from '../test-app.ts';
import { withServices } from './e-services.ts';
import { answers, families, identityOf, person, persons } from './persons.ts';

/** Somebody with a browser that is logged in. */
export interface Signer {
  id: string;
  page: Browser;
}

export interface SigningWorld extends TestApp {
  store: MemoryStore;
  registers: SimulatedRegisters;
  /** Every order that the e-ID was asked for, newest last. */
  asked: EidStart[];
  /** Logs that person in, in a browser of their own. */
  visit(id: string): Promise<Signer>;
  /** Who holds the phone the next time that an e-ID is asked. */
  hold(id: string): void;
}

export interface SigningWorldOptions extends Omit<TestAppOptions, 'deps'> {
  families?: readonly Family[];
  timer?: Timer;
  deps?: TestAppOptions['deps'];
}

/** The app with e-services, families and an e-ID that vouches for whoever holds the phone. */
export async function signingWorld({ families: own = families, timer = systemTimer, ...options }: SigningWorldOptions = {}): Promise<SigningWorld> {
  let holder = 'karin';
  const asked: EidStart[] = [];
  const clock = options.clock ?? testClock();
  const registers = new SimulatedRegisters({ clock, timer, families: own, childless: [person('oskar')] });
  const store = createMemoryStore();
  const world = await testApp({
    ...options,
    clock,
    providers: [signingEid(asked, () => holder)],
    municipality: { ...withServices, ...options.municipality },
    deps: { store, registers, timer, ...options.deps },
  });
  return {
    ...world,
    store,
    registers,
    asked,
    hold: (id) => void (holder = id),
    async visit(id) {
      holder = id;
      const page = world.browser();
      await logIn(world, page);
      return { id, page };
    },
  };
}

function signingEid(asked: EidStart[], holder: () => string): EmbeddedEidProvider {
  return {
    id: 'mobile-eid',
    kind: 'embedded',
    async start(start) {
      asked.push(start);
      return JSON.stringify(start);
    },
    async collect(state) {
      const { purpose, visibleText, signing } = JSON.parse(state) as EidStart;
      const evidence = { visibleText, nonVisibleText: signing?.nonVisibleText ?? '', signature: 'c2lnbmF0dXJl' };
      return { status: 'complete', identity: identityOf(holder()), ...(purpose === 'sign' && { evidence }) };
    },
    cancel: async () => {},
    qr: () => 'qr',
    launch: () => ({ mobile: 'https://app.test/', desktop: 'app:///' }),
  };
}

export const childrenOf = ({ page }: Signer, service = 'skolskjuts'): Promise<ChildList> => readAnswer(childListSchema, page.get(`children?service=${service}`));

/** The id under which this person chooses the child. */
export async function childId(signer: Signer, givenName: string, service = 'skolskjuts'): Promise<string> {
  const child = (await childrenOf(signer, service)).items.find(({ displayName }) => displayName.startsWith(givenName));
  if (!child) throw new RangeError(`no child is called ${givenName}`);
  return child.id;
}

export const sendApplication = ({ page }: Signer, request: Partial<ApplicationRequest>, key = 'application-1') =>
  page.post(paths.applications, { service: 'skolskjuts', answers, ...request }, { [idempotencyHeader]: key });

/** Applies for Alva, or for whom `request` says. */
export async function apply(signer: Signer, request: Partial<ApplicationRequest> = {}, key?: string): Promise<Application> {
  const child = request.child ?? (await childId(signer, 'Alva', request.service));
  const answer = await sendApplication(signer, { ...request, child }, key);
  expect(answer.status).toBe(201);
  return readAnswer(applicationSchema, answer);
}

export const signingOf = ({ page }: Signer, id: string): Promise<Signing> => readAnswer(signingSchema, page.get(paths.signing(id)));
export const waitingOf = async ({ page }: Signer) => (await readAnswer(waitingSigningsSchema, page.get(paths.waitingSignings))).items;

/** The id under which this person knows the case that they have yet to sign. */
export async function waitingId(signer: Signer): Promise<string> {
  const [first] = await waitingOf(signer);
  if (!first) throw new RangeError('nothing waits to be signed');
  return first.case;
}

/** Starts signing; the answer as it came. */
export const startSigning = ({ page }: Signer, id: string, version = 1) =>
  page.post(paths.signingOrders(id), { provider: 'mobile-eid', device: 'other', version });

export const sendSignature = ({ page }: Signer, id: string, orderId: string) => page.post(paths.signature(id), { orderId });

/** A signing order that whoever holds the phone, this person unless said otherwise, has approved. */
export async function approvedSigning(world: SigningWorld, signer: Signer, id: string, { version = 1, by = signer.id } = {}): Promise<string> {
  world.hold(by);
  const order = await readAnswer(eidOrderSchema, startSigning(signer, id, version));
  world.clock.forward(2);
  expect((await readAnswer(eidOrderSchema, signer.page.get(paths.eidOrder(order.id)))).state).toBe('complete');
  return order.id;
}

/** Signs; the answer as it came. */
export async function sign(world: SigningWorld, signer: Signer, id: string, options: { version?: number; by?: string } = {}): Promise<Response> {
  return sendSignature(signer, id, await approvedSigning(world, signer, id, options));
}

export const partyOf = (signing: Signing, isYou: boolean): SigningParty => {
  const party = signing.parties.find((one) => one.isYou === isYou);
  if (!party) throw new RangeError('there is no such party');
  return party;
};

export const codeOf = async (answer: Response | Promise<Response>): Promise<string> => (await readAnswer(problemSchema, answer)).code;

/** The links that were sent to that person, oldest first: what stands after `#`. */
export async function linksTo(world: SigningWorld, id: string): Promise<string[]> {
  const { keyedNames, seal } = world.deps;
  const key = await keyOfNumber(keyedNames, person(id).idNumber);
  const entries = await Promise.all((await world.store.signing.queued()).map((entry) => world.store.signing.outboxEntry(entry)));
  const sealed = entries.filter((entry) => entry?.personKey === key && entry.sealedToken !== undefined).map((entry) => entry?.sealedToken ?? '');
  return Promise.all(sealed.map((token) => createSigningSeals(seal).token.open(token)));
}

/** What is in the outbox of everything, as kinds and whom they go to, oldest first. */
export async function outboxOf({ store, deps }: SigningWorld): Promise<string[]> {
  const names = new Map(await Promise.all(Object.keys(persons).map(async (id) => [await keyOfNumber(deps.keyedNames, person(id).idNumber), id] as const)));
  const entries = await Promise.all((await store.signing.queued()).map((entry) => store.signing.outboxEntry(entry)));
  return entries.map((entry) => (entry?.personKey === undefined ? `${entry?.kind}` : `${entry.kind} ${names.get(entry.personKey)}`));
}
