import { describe, expect, it } from 'vitest';
import { EidProviderError } from '../../src/eid/eid-provider.ts';
import { complete, failed, orderWorld, pending, owner } from './order-world.ts';

const unavailable = () => {
  throw new EidProviderError('unavailable');
};
const rejected = () => {
  throw new EidProviderError('rejected');
};

/** A world whose provider fails each order once, half a minute after it began, as an app that never comes makes it do. */
async function appNeverComes() {
  const world = await orderWorld();
  const { provider, clock } = world;
  let startedAt = 0;
  provider.startsWith(() => void (startedAt = clock.now().getTime()));
  provider.answers(() => (clock.now().getTime() - startedAt >= 30_000 ? failed('startFailed') : pending('outstandingTransaction'))());
  return world;
}

describe('an order that cannot be stored', () => {
  it('is ended at the e-ID, so that the next one is not refused', async () => {
    const { start, provider, store } = await orderWorld();
    store.eidOrders.insert = async () => {
      throw new Error('no room');
    };
    await expect(start()).rejects.toThrow('no room');
    expect(provider.calls.cancelled).toEqual(['order 1']);
  });
});

describe('an order that no app takes', () => {
  it('is started anew unseen: still waiting, with a QR code of the new order', async () => {
    const { start, poll, provider } = await appNeverComes();
    const order = await start();
    expect(await poll(order, 30)).toMatchObject({
      id: order.id,
      state: 'waitingForScan',
      hint: 'outstandingTransaction',
      qr: 'order 2 at 2026-11-24T08:00:30.000Z',
    });
    expect(provider.calls.start).toBe(2);
  });

  it('is started anew for three minutes, then fails', async () => {
    const { start, poll, provider } = await appNeverComes();
    let order = await start();
    let waited = 0;
    for (; order.state === 'waitingForScan'; waited += 1) order = await poll(order, 1);
    expect(order).toMatchObject({ state: 'failed', hint: 'startFailed', failure: { code: 'eid-not-found' } });
    expect(waited).toBeGreaterThanOrEqual(180);
    expect(waited).toBeLessThan(215);
    expect(provider.calls.start).toBe(6);
  });

  it('is not started anew after three minutes, though it never was before', async () => {
    const { start, poll, provider } = await appNeverComes();
    const order = await start();
    expect(await poll(order, 180)).toMatchObject({ state: 'failed', failure: { code: 'eid-not-found' } });
    expect(provider.calls.start).toBe(1);
  });

  it('is started anew five times at most, however fast it fails', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(failed('startFailed'));
    for (let times = 0; times < 5; times += 1) expect(await poll(order, 2)).toMatchObject({ state: 'waitingForScan' });
    expect(await poll(order, 2)).toMatchObject({ state: 'failed', failure: { code: 'eid-not-found' } });
    expect(provider.calls.start).toBe(6);
  });

  it('offers a new start link on this device', async () => {
    const { start, poll } = await appNeverComes();
    const order = await start({ device: 'same' });
    expect(await poll(order, 30)).toMatchObject({ state: 'waitingForApp', launch: { mobile: 'https://app.test/order 2' } });
  });

  it.each(['userCancel', 'certificateErr', 'cancelled', 'expiredTransaction'])('is not started anew after %s', async (hint) => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(failed(hint));
    await poll(order, 2);
    await poll(order, 2);
    expect(provider.calls.start).toBe(1);
  });

  it('fails when the new start finds the person busy', async () => {
    const { start, poll, provider } = await appNeverComes();
    const order = await start();
    provider.startsWith(() => {
      throw new EidProviderError('already-in-progress');
    });
    expect(await poll(order, 30)).toMatchObject({ state: 'failed', failure: { code: 'eid-in-progress' } });
    expect(provider.calls.start).toBe(1);
  });

  it('is started anew as soon as a silent provider answers again', async () => {
    const { start, poll, provider } = await appNeverComes();
    const order = await start();
    provider.startsWith(unavailable);
    const waiting = await poll(order, 30);
    expect(waiting).toMatchObject({ state: 'waitingForScan', hint: 'outstandingTransaction' });
    expect(waiting.qr).toBeUndefined();
    provider.startsWith(() => {});
    provider.answers(pending('outstandingTransaction'));
    expect(await poll(order, 4)).toMatchObject({ state: 'waitingForScan', qr: 'order 2 at 2026-11-24T08:00:34.000Z' });
  });

  it('leaves nothing behind at the provider when it is cancelled while it starts anew', async () => {
    const { start, poll, orders, provider } = await appNeverComes();
    const order = await start();
    const startsAnew = provider.start;
    provider.start = async (request) => {
      await orders.cancel(order.id, owner);
      return startsAnew(request);
    };
    expect(await poll(order, 30)).toMatchObject({ state: 'cancelled' });
    expect(provider.calls.cancelled).toContain('order 2');
  });
});

describe('a provider that does not answer', () => {
  it('costs nothing when it comes back: the order goes on where it was', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(pending('userSign'));
    await poll(order, 2);
    provider.answers(unavailable);
    expect(await poll(order, 2)).toMatchObject({ state: 'userActing', hint: 'userSign' });
    expect(await poll(order, 20)).toMatchObject({ state: 'userActing', hint: 'userSign' });
    provider.answers(complete);
    expect(await poll(order, 2)).toMatchObject({ state: 'complete' });
  });

  it('and then knows of no such order leaves open what became of it', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(unavailable);
    await poll(order, 2);
    provider.answers(rejected);
    expect(await poll(order, 2)).toMatchObject({ state: 'failed', hint: 'requestTimeout' });
  });

  it('ends the order after half a minute', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(unavailable);
    expect(await poll(order, 2)).toMatchObject({ state: 'waitingForScan' });
    expect(await poll(order, 29)).toMatchObject({ state: 'waitingForScan' });
    expect(await poll(order, 2)).toMatchObject({
      state: 'failed',
      hint: 'requestTimeout',
      failure: { code: 'eid-failed', advice: ['tryAgain', 'useOtherProvider', 'contactServiceCentre'] },
    });
  });

  it('has its half minute counted anew after each answer', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    for (let times = 0; times < 3; times += 1) {
      provider.answers(unavailable);
      expect(await poll(order, 10)).toMatchObject({ state: 'waitingForScan' });
      provider.answers(pending('outstandingTransaction'));
      expect(await poll(order, 10)).toMatchObject({ state: 'waitingForScan' });
    }
  });

  it('is taken to be silent when it breaks in a way that nobody foresaw', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(() => {
      throw new TypeError('fetch failed');
    });
    expect(await poll(order, 2)).toMatchObject({ state: 'waitingForScan' });
  });

  it('ends the order when it no longer knows it', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(rejected);
    expect(await poll(order, 2)).toMatchObject({ state: 'failed', failure: { code: 'eid-failed' } });
  });

  it('ends an order that it forgot while the browser slept as out of time', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(rejected);
    expect(await poll(order, 600)).toMatchObject({ state: 'expired', failure: { code: 'eid-timed-out' } });
  });

  it('has the person busy elsewhere', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(() => {
      throw new EidProviderError('already-in-progress');
    });
    expect(await poll(order, 2)).toMatchObject({
      state: 'failed',
      hint: 'alreadyInProgress',
      failure: { code: 'eid-in-progress', advice: ['tryAgain'] },
    });
    await poll(order, 2);
    expect(provider.calls.start).toBe(1);
  });
});

describe('a process that dies while it asks the provider', () => {
  async function dies() {
    const world = await orderWorld();
    const { start, orders, anotherProcess, provider, clock } = world;
    const order = await start();
    provider.answers(() => new Promise(() => {}));
    clock.forward(2);
    void orders.status(order.id, owner);
    while (provider.calls.collect === 0) await new Promise((resolve) => setImmediate(resolve));
    const survivor = anotherProcess();
    return { ...world, poll: (seconds: number) => (clock.forward(seconds), survivor.status(order.id, owner)) };
  }

  it('holds the order up for half a minute at most', async () => {
    const { poll, provider } = await dies();
    provider.answers(complete);
    expect(await poll(30)).toMatchObject({ state: 'complete' });
  });

  it('leaves open how an order ended whose result it may have been told', async () => {
    const { poll, provider } = await dies();
    provider.answers(() => {
      throw new EidProviderError('rejected');
    });
    expect(await poll(30)).toMatchObject({ state: 'failed', hint: 'requestTimeout' });
  });

  it('leaves no doubt about an order that was under way after it', async () => {
    const { poll, provider } = await dies();
    provider.answers(pending('outstandingTransaction'));
    expect(await poll(30)).toMatchObject({ state: 'waitingForScan' });
    provider.answers(() => {
      throw new EidProviderError('rejected');
    });
    const ended = await poll(2);
    expect(ended).toMatchObject({ state: 'failed' });
    expect(ended?.hint).toBeUndefined();
  });
});

describe('a provider that has broken down', () => {
  it('is not asked again, and told that the order is over', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(() => {
      throw new EidProviderError('failed');
    });
    expect(await poll(order, 2)).toMatchObject({ state: 'failed', hint: 'internalError', failure: { code: 'eid-failed' } });
    await poll(order, 2);
    expect(provider.calls).toMatchObject({ start: 1, collect: 1, cancelled: ['order 1'] });
  });

  it('may have ended the order for a newer one', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(() => {
      throw new EidProviderError('cancelled');
    });
    expect(await poll(order, 2)).toMatchObject({ state: 'cancelled', failure: { code: 'eid-cancelled' } });
    expect(provider.calls.cancelled).toEqual([]);
  });
});
