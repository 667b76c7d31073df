import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EidOrder } from '../../../src/contract/eid-order.ts';
import { createEidOrders } from '../../src/eid/eid-orders.ts';
import type { Patience } from '../../src/eid/eid-orders.ts';
import { secureRandom } from '../../src/secrets/random.ts';
import { createSeal } from '../../src/secrets/seal.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createUnderWay } from '../../src/under-way.ts';
import { testClock } from '../test-app.ts';
import { anyRequest, complete, scriptedProvider, owner } from './order-world.ts';

afterEach(() => void vi.useRealTimers());

describe('a slow provider', () => {
  it('does not stop the QR code: the poll answers with what is known, and the next one has the result', async () => {
    const { orders, provider, clock } = await ordersWith(async (_, meanwhile) => meanwhile);
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => void (arrive = resolve));
    provider.answers(async () => (await arrival, complete()));

    const started = await orders.start(anyRequest);
    const id = started.ok ? started.order.id : '';
    clock.forward(2);
    expect(await orders.status(id, owner)).toMatchObject({ qr: 'order 1 at 2026-11-24T08:00:02.000Z' });
    arrive();
    await until(async () => (await orders.status(id, owner))?.state === 'complete');
    expect(provider.calls.collect).toBe(1);
  });

  it('is waited for 0.7 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { orders, provider, clock } = await ordersWith();
    provider.answers(() => new Promise(() => {}));

    const started = await orders.start(anyRequest);
    clock.forward(2);
    const answered = vi.fn<(order: EidOrder | undefined) => void>();
    const poll = orders.status(started.ok ? started.order.id : '', owner).then(answered);
    await until(() => provider.calls.collect === 1);
    await soon();
    vi.advanceTimersByTime(699);
    await soon();
    expect(answered).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await poll;
    expect(answered).toHaveBeenCalledWith(expect.objectContaining({ state: 'waitingForScan' }));
  });
});

describe('a poll that has been answered', () => {
  it('leaves no clock running', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { orders, provider, clock } = await ordersWith();
    const started = await orders.start(anyRequest);
    const id = started.ok ? started.order.id : '';
    for (const seconds of [1, 1]) {
      clock.forward(seconds);
      await orders.status(id, owner);
      await soon();
      expect(vi.getTimerCount()).toBe(0);
    }
    expect(provider.calls.collect).toBe(1);
  });
});

/** The order service by itself, with as much patience as is said, or as it has in earnest. */
async function ordersWith(patience?: Patience) {
  const provider = scriptedProvider();
  const clock = testClock();
  const seal = await createSeal(secureRandom(32), secureRandom);
  const log = { info() {}, warn() {}, error() {} };
  const eidProviders = new Map([[provider.id, provider]]);
  const orders = createEidOrders({ store: createMemoryStore(), seal, random: secureRandom, log, clock, eidProviders, turnBeat: async () => {}, underWay: createUnderWay() }, patience);
  return { orders, provider, clock };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await soon();
}
