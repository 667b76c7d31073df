import { describe, expect, it, vi } from 'vitest';
import { EidProviderError } from '../../src/eid/eid-provider.ts';
import { purge } from '../../src/purge.ts';
import { anyRequest, complete, failed, orderWorld, pending, owner } from './order-world.ts';

describe('starting an order', () => {
  it('shows a QR code at once, and no start link, when the app is on another device', async () => {
    const { start } = await orderWorld();
    const order = await start();
    expect(order).toMatchObject({
      state: 'waitingForScan',
      hint: 'outstandingTransaction',
      qr: 'order 1 at 2026-11-24T08:00:00.000Z',
      pollAfterMs: 1000,
      now: '2026-11-24T08:00:00.000Z',
      expiresAt: '2026-11-24T08:03:45.000Z',
    });
    expect(order.launch).toBeUndefined();
  });

  it('gives start links, and no QR code, when the app is on this device', async () => {
    const { start } = await orderWorld();
    const order = await start({ device: 'same' });
    expect(order).toMatchObject({ state: 'waitingForApp', launch: { mobile: 'https://app.test/order 1', desktop: 'app:///order 1' } });
    expect(order.qr).toBeUndefined();
  });

  it('refuses an e-ID that the municipality does not have', async () => {
    const { orders } = await orderWorld();
    expect(await orders.start({ ...anyRequest, provider: 'invented' })).toEqual({ ok: false, code: 'provider-unknown' });
  });

  it.each([
    ['already-in-progress', 'eid-in-progress'],
    ['unavailable', 'eid-provider-unavailable'],
    ['rejected', 'eid-provider-unavailable'],
  ] as const)('tells %s from the provider as %s', async (fromProvider, code) => {
    const { orders, provider } = await orderWorld();
    provider.startsWith(() => {
      throw new EidProviderError(fromProvider);
    });
    expect(await orders.start(anyRequest)).toEqual({ ok: false, code });
  });

  it('ends the order that the same browser had', async () => {
    const { start, poll, provider } = await orderWorld();
    const first = await start();
    const second = await start({ device: 'same', purpose: 'test' });
    expect(await poll(first)).toMatchObject({ state: 'cancelled', hint: 'cancelled', failure: { code: 'eid-cancelled' } });
    expect(await poll(second)).toMatchObject({ state: 'waitingForApp' });
    expect(provider.calls.cancelled).toEqual(['order 1']);
  });

  it('ends that order before the provider hears of the new one, which the person would else be too busy for', async () => {
    const { start, provider } = await orderWorld();
    await start();
    let endedBefore: string[] = [];
    provider.startsWith(() => void (endedBefore = [...provider.calls.cancelled]));
    await start();
    expect(endedBefore).toEqual(['order 1']);
  });

  it('leaves one order alive when two tabs start at the same moment', async () => {
    const { start, poll } = await orderWorld();
    const started = await Promise.all([start(), start(), start()]);
    const states = await Promise.all(started.map(async (order) => (await poll(order)).state));
    expect(states.toSorted()).toEqual(['cancelled', 'cancelled', 'waitingForScan']);
  });

  it('leaves other browsers alone', async () => {
    const { start, poll } = await orderWorld();
    const mine = await start();
    await start({ owner: 'another browser' });
    expect(await poll(mine)).toMatchObject({ state: 'waitingForScan' });
  });
});

describe('following an order', () => {
  it('counts the QR code by the clock of the server, one frame at each poll', async () => {
    const { start, poll } = await orderWorld();
    const order = await start();
    expect((await poll(order, 1)).qr).toBe('order 1 at 2026-11-24T08:00:01.000Z');
    expect((await poll(order, 1)).qr).toBe('order 1 at 2026-11-24T08:00:02.000Z');
  });

  it('takes the QR code away as soon as it has been scanned, and then asks for less haste', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(pending('started'));
    const scanned = await poll(order, 2);
    expect(scanned).toMatchObject({ state: 'userActing', hint: 'started', pollAfterMs: 2000 });
    expect(scanned.qr).toBeUndefined();
  });

  it('takes the start links away once the app has answered', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start({ device: 'same' });
    provider.answers(pending('noClient'));
    expect(await poll(order, 2)).toMatchObject({ state: 'waitingForApp', hint: 'noClient', launch: { mobile: expect.any(String) } });
    provider.answers(pending('userSign'));
    const opened = await poll(order, 2);
    expect(opened.state).toBe('userActing');
    expect(opened.launch).toBeUndefined();
  });

  it('asks the provider every other second, however often the browser asks', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    for (let polls = 0; polls < 100; polls += 1) await poll(order, 0.1);
    expect(provider.calls.collect).toBe(5);
  });

  it('reads no order from the store that it knows, since nothing has happened to it', async () => {
    const { start, poll, store } = await orderWorld();
    const order = await start();
    const find = vi.spyOn(store.eidOrders, 'find');
    for (let second = 0; second < 8; second += 1) await poll(order, 1);
    expect(find).not.toHaveBeenCalled();
  });

  it('is gone for a browser that has slept until the order was cleared away', async () => {
    const { start, poll, orders, clock, store } = await orderWorld();
    const order = await start();
    await poll(order, 1);
    clock.forward(20 * 60);
    await purge(store, clock);
    expect(await orders.status(order.id, owner)).toBe(undefined);
  });

  it('tells a hint that it does not know, but nothing that is more than a word', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(pending('inventedNextYear'));
    expect(await poll(order, 2)).toMatchObject({ state: 'userActing', hint: 'inventedNextYear' });
    provider.answers(pending('<b>198501169885</b>'));
    const odd = await poll(order, 2);
    expect(odd.state).toBe('userActing');
    expect(odd.hint).toBeUndefined();
  });

  it.each([
    ['certificateErr', 'failed', 'eid-expired-or-blocked', 'contactIssuer'],
    ['userCancel', 'cancelled', 'eid-cancelled', 'tryAgain'],
    ['expiredTransaction', 'expired', 'eid-timed-out', 'tryAgain'],
    ['transactionRiskBlocked', 'failed', 'eid-blocked-by-risk', 'contactIssuer'],
    ['inventedNextYear', 'failed', 'eid-failed', 'tryAgain'],
  ])('ends for %s as %s, and stays so', async (hint, state, code, firstAdvice) => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(failed(hint));
    const ended = await poll(order, 2);
    expect(ended).toMatchObject({ state, hint, failure: { code } });
    expect(ended.failure?.advice[0]).toBe(firstAdvice);
    provider.answers(complete);
    expect(await poll(order, 60)).toMatchObject({ state, hint, failure: { code } });
    expect(provider.calls.collect).toBe(1);
  });

  it('is for the browser that started it alone', async () => {
    const { start, orders } = await orderWorld();
    const order = await start();
    for (const other of ['another browser', '', undefined]) {
      expect(await orders.status(order.id, other)).toBeUndefined();
      expect(await orders.cancel(order.id, other)).toBe(false);
      expect(await orders.claimLogin(order.id, other)).toEqual({ ok: false, code: 'order-not-found' });
    }
    expect(await orders.status(order.id, owner)).toMatchObject({ state: 'waitingForScan' });
  });

  it('never shows a browser what the provider gave the backend', async () => {
    const { start, poll, store, provider } = await orderWorld();
    const order = await start();
    provider.answers(complete);
    const done = await poll(order, 2);
    expect(JSON.stringify(done)).not.toMatch(/order 1|Karin|19850116/);
    expect(store.snapshot()).not.toMatch(/order 1|192\.0\.2\.7|Karin|19850116/);
  });
});

describe('running out of time', () => {
  it('ends the order, and tells the provider', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    expect(await poll(order, 224)).toMatchObject({ state: 'waitingForScan' });
    expect(await poll(order, 2)).toMatchObject({
      state: 'expired',
      hint: 'expiredTransaction',
      failure: { code: 'eid-timed-out', advice: ['tryAgain'] },
    });
    expect(provider.calls.cancelled).toEqual(['order 1']);
  });

  it('begins anew when the citizen comes into the app, so that a late scan is not cut short', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(pending('userSign'));
    expect(await poll(order, 170)).toMatchObject({ state: 'userActing', expiresAt: '2026-11-24T08:06:35.000Z' });
    expect(await poll(order, 180)).toMatchObject({ state: 'userActing' });
    expect(await poll(order, 50)).toMatchObject({ state: 'expired' });
  });

  it('still takes a person who approved while the browser slept', async () => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(complete);
    expect(await poll(order, 300)).toMatchObject({ state: 'complete' });
  });
});

describe('cancelling', () => {
  it('ends the order here and at the provider, and may be sent twice', async () => {
    const { start, poll, orders, provider } = await orderWorld();
    const order = await start();
    expect(await orders.cancel(order.id, owner)).toBe(true);
    expect(await orders.cancel(order.id, owner)).toBe(true);
    expect(await poll(order, 2)).toMatchObject({ state: 'cancelled', failure: { code: 'eid-cancelled', advice: ['tryAgain', 'resetCodeAtIssuer'] } });
    expect(provider.calls).toMatchObject({ cancelled: ['order 1'], collect: 0 });
  });

  it('shows at once, in every tab of the browser', async () => {
    const { start, poll, orders } = await orderWorld();
    const order = await start();
    await poll(order, 1);
    await orders.cancel(order.id, owner);
    expect(await poll(order)).toMatchObject({ state: 'cancelled' });
  });

  it('stands although the provider cannot be told', async () => {
    const { start, poll, orders, provider } = await orderWorld();
    const order = await start();
    provider.cancel = async () => {
      throw new EidProviderError('unavailable');
    };
    expect(await orders.cancel(order.id, owner)).toBe(true);
    expect(await poll(order)).toMatchObject({ state: 'cancelled' });
  });

  it('stands although the approval arrives at that very moment', async () => {
    const { start, poll, orders, provider } = await orderWorld();
    const order = await start();
    provider.answers(async () => {
      await orders.cancel(order.id, owner);
      return complete();
    });
    expect(await poll(order, 2)).toMatchObject({ state: 'cancelled' });
    expect(await orders.claimLogin(order.id, owner)).toEqual({ ok: false, code: 'order-not-complete' });
  });

  it('leaves a completed order complete', async () => {
    const { start, poll, orders, provider } = await orderWorld();
    const order = await start();
    provider.answers(complete);
    await poll(order, 2);
    expect(await orders.cancel(order.id, owner)).toBe(true);
    expect(await poll(order)).toMatchObject({ state: 'complete' });
  });
});

describe('two processes', () => {
  it('ask the provider once when they are polled at the same moment', async () => {
    const { start, orders, anotherProcess, provider, clock } = await orderWorld();
    const order = await start();
    const other = anotherProcess();
    clock.forward(2);
    const polls = [orders, other, orders, other].map((process) => process.status(order.id, owner));
    expect((await Promise.all(polls)).map((polled) => polled?.state)).toEqual(Array(4).fill('waitingForScan'));
    expect(provider.calls.collect).toBe(1);
  });

  it('see within two seconds what the other has ended', async () => {
    const { start, poll, orders, anotherProcess } = await orderWorld();
    const order = await start();
    await poll(order);
    await anotherProcess().cancel(order.id, owner);
    expect(await poll(order, 2)).toMatchObject({ state: 'cancelled' });
    expect(await orders.status(order.id, owner)).toMatchObject({ state: 'cancelled' });
  });

  it('do not ask while a slow answer is under way', async () => {
    const { start, orders, anotherProcess, provider, clock } = await orderWorld();
    const order = await start();
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => void (arrive = resolve));
    provider.answers(async () => (await arrival, complete()));
    clock.forward(2);
    const slow = orders.status(order.id, owner);
    await until(() => provider.calls.collect === 1);
    clock.forward(10);
    expect(await anotherProcess().status(order.id, owner)).toMatchObject({ state: 'waitingForScan' });
    arrive();
    expect(await slow).toMatchObject({ state: 'complete' });
    expect(provider.calls.collect).toBe(1);
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
