import type { EidOrder } from '../../../src/contract/eid-order.ts';
import type { Beat } from '../../src/beat.ts';
import type { Clock } from '../../src/clock.ts';
import { createEidOrders } from '../../src/eid/eid-orders.ts';
import type { EidOrders, EidOrderStart } from '../../src/eid/eid-orders.ts';
import type { EidProgress, EmbeddedEidProvider } from '../../src/eid/eid-provider.ts';
import { secureRandom } from '../../src/secrets/random.ts';
import { createSeal } from '../../src/secrets/seal.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import type { MemoryStore } from '../../src/store/memory-store.ts';
import { createUnderWay } from '../../src/under-way.ts';
import { testClock } from '../test-app.ts';
import type { TestClock } from '../test-app.ts';

/** A provider that answers what the test says, and counts how often it was asked. */
export interface ScriptedProvider extends EmbeddedEidProvider {
  calls: { start: number; collect: number; cancelled: string[] };
  /** What `collect` answers from now on; the instants are when it was called. */
  answers(next: () => EidProgress | Promise<EidProgress>): void;
  startsWith(next: () => void): void;
}

export const karin = {
  provider: 'scripted',
  subjectId: '198501169885',
  idType: 'personnummer',
  idNumber: '198501169885',
  givenName: 'Karin',
  familyName: 'Lindgren',
  displayName: 'Karin Lindgren',
  loa: 'loa3',
  authenticatedAt: '2026-11-24T08:00:00.000Z',
} as const;

export const pending = (hint: string) => (): EidProgress => ({ status: 'pending', hint });
export const failed = (hint: string) => (): EidProgress => ({ status: 'failed', hint });
export const complete = (): EidProgress => ({ status: 'complete', identity: karin });

export function scriptedProvider(id = 'scripted'): ScriptedProvider {
  let answer: () => EidProgress | Promise<EidProgress> = pending('outstandingTransaction');
  let onStart = () => {};
  const calls: ScriptedProvider['calls'] = { start: 0, collect: 0, cancelled: [] };
  return {
    id,
    kind: 'embedded',
    calls,
    answers: (next) => void (answer = next),
    startsWith: (next) => void (onStart = next),
    async start() {
      onStart();
      calls.start += 1;
      return `order ${calls.start}`;
    },
    async collect() {
      calls.collect += 1;
      return answer();
    },
    cancel: async (state) => void calls.cancelled.push(state),
    qr: (state, now) => `${state} at ${now.toISOString()}`,
    launch: (state) => ({ mobile: `https://app.test/${state}`, desktop: `app:///${state}` }),
  };
}

export interface OrderWorld {
  orders: EidOrders;
  provider: ScriptedProvider;
  clock: TestClock;
  store: MemoryStore;
  /** Another process over the same store. */
  anotherProcess(): EidOrders;
  start(request?: Partial<EidOrderStart>): Promise<EidOrder>;
  /** Polls as the browser that started the order, `seconds` later. */
  poll(order: EidOrder, seconds?: number): Promise<EidOrder>;
}

export const owner = 'this browser';

/** The order service over a memory store, a scripted provider and a clock that the test moves. */
export async function orderWorld(clock: TestClock = testClock(), turnBeat: Beat = async () => {}): Promise<OrderWorld> {
  const provider = scriptedProvider();
  const store = createMemoryStore();
  const seal = await createSeal(secureRandom(32), secureRandom);
  const silent = { info() {}, warn() {}, error() {} };
  const needs = { store, seal, turnBeat, underWay: createUnderWay(), random: secureRandom, log: silent, clock: clock as Clock, eidProviders: new Map([[provider.id, provider]]) };
  // Nobody tires of waiting here; the test on slow providers says otherwise.
  const process = () => createEidOrders(needs, (work) => work);
  const orders = process();

  return {
    orders,
    provider,
    clock,
    store,
    anotherProcess: process,
    async start(request = {}) {
      const started = await orders.start({ ...anyRequest, ...request });
      if (!started.ok) throw new Error(started.code);
      return started.order;
    },
    async poll(order, seconds = 0) {
      clock.forward(seconds);
      const polled = await orders.status(order.id, owner);
      if (!polled) throw new Error('order not found');
      return polled;
    },
  };
}

export const anyRequest: EidOrderStart = {
  purpose: 'login',
  provider: 'scripted',
  device: 'other',
  endUserIp: '192.0.2.7',
  visibleText: 'Logga in på Provköpings e-tjänster',
  returnUrl: undefined,
  owner,
  acrossSites: false,
};
