import { afterEach, describe, expect, it, vi } from 'vitest';
import { purge, purgeRegularly } from '../src/purge.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { approvedOrder, logIn } from './log-in.ts';
import { testApp } from './test-app.ts';

const minutes = 60;

async function arrange() {
  const store = createMemoryStore();
  const world = await testApp({ deps: { store } });
  return { ...world, store, rows: () => JSON.parse(store.snapshot()) };
}

describe('the regular clean-up', () => {
  it('deletes sessions that have ended and e-ID orders that are over, and leaves what is in use', async () => {
    const { store, clock, browser, rows } = await arrange();
    await logIn({ clock }, browser());
    clock.forward(29 * minutes);
    const page = browser();
    await logIn({ clock }, page);
    await approvedOrder({ clock }, page);
    clock.forward(1 * minutes);

    await purge(store, clock);
    expect(rows().sessions).toHaveLength(1);
    expect(rows().eidOrders).toHaveLength(2);
    expect(await (await page.get('session')).json()).toMatchObject({ authenticated: true });

    clock.forward(30 * minutes);
    await purge(store, clock);
    expect(rows()).toMatchObject({ sessions: [], eidOrders: [] });
  });

  it('erases, three minutes after it was given, an identity that no browser has come back for', async () => {
    const { store, clock, browser, rows } = await arrange();
    const page = browser();
    const orderId = await approvedOrder({ clock }, page);
    const identities = () => rows().eidOrders.filter(([, order]: [string, { sealedIdentity?: string }]) => order.sealedIdentity);

    clock.forward(3 * minutes - 1);
    await purge(store, clock);
    expect(identities()).toHaveLength(1);

    clock.forward(1);
    await purge(store, clock);
    expect(identities()).toEqual([]);
    expect(await (await page.post('session', { orderId })).json()).toMatchObject({ code: 'order-not-found' });
  });
});

describe('for whom a register was silent', () => {
  it('is forgotten after the day for which it is counted', async () => {
    const { store, clock } = await arrange();
    const since = new Date(0);
    await store.registerFailures.count('somebody', clock.now(), since);
    clock.forward(24 * 60 * minutes - 1);
    await purge(store, clock);
    expect(await store.registerFailures.count('somebody', clock.now(), since)).toBe(2);
    clock.forward(2);
    await purge(store, clock);
    expect(await store.registerFailures.count('somebody', clock.now(), since)).toBe(2);
  });
});

describe('a server that runs', () => {
  afterEach(() => void vi.useRealTimers());

  it('cleans up at once, again every ten seconds however it went, and not once it has stopped', async () => {
    vi.useFakeTimers();
    const { store, clock, log, deps } = await arrange();
    const erase = vi.spyOn(store.eidOrders, 'eraseIdentities').mockRejectedValueOnce(new Error('the store is away'));
    const stop = purgeRegularly({ store, clock, log: deps.log });
    await vi.advanceTimersByTimeAsync(0);
    expect(erase).toHaveBeenCalledTimes(1);
    expect(log).toMatchObject([{ event: 'purge-failed' }]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(erase).toHaveBeenCalledTimes(3);
    await stop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(erase).toHaveBeenCalledTimes(3);
  });

  it('that takes long is followed by one, not by all that it held up', async () => {
    vi.useFakeTimers();
    const { store, clock, deps } = await arrange();
    let end = () => {};
    let begun = 0;
    const more = () => {
      begun += 1;
      return new Promise<void>((resolve) => { end = resolve; });
    };
    const stop = purgeRegularly({ store, clock, log: deps.log }, more);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toBe(1);
    end();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(begun).toBe(2);
    end();
    await stop();
  });
});
