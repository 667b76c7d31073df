import { describe, expect, it } from 'vitest';
import { complete, karin, orderWorld, owner } from './order-world.ts';

async function completed(purpose: 'login' | 'test' = 'login') {
  const world = await orderWorld();
  const order = await world.start({ purpose });
  world.provider.answers(complete);
  await world.poll(order, 2);
  const stored = async () => world.store.eidOrders.find(order.id);
  return { ...world, order, stored, claim: () => world.orders.claimLogin(order.id, owner) };
}

describe('claiming a login', () => {
  it('tells who approved', async () => {
    const { claim } = await completed();
    expect(await claim()).toMatchObject({ ok: true, identity: karin, previousSession: undefined });
  });

  it('waits for the approval', async () => {
    const { start, orders } = await orderWorld();
    const order = await start();
    expect(await orders.claimLogin(order.id, owner)).toEqual({ ok: false, code: 'order-not-complete' });
  });

  it('may be done again when the answer was lost, and then tells which session it became', async () => {
    const { claim, clock } = await completed();
    const first = await claim();
    expect(first.ok && (await first.remember('hash of the first session'))).toBe(true);
    clock.forward(179);
    expect(await claim()).toMatchObject({ ok: true, identity: karin, previousSession: 'hash of the first session' });
  });

  it('is remembered for one of two that come at the same moment', async () => {
    const { claim } = await completed();
    const [one, two] = await Promise.all([claim(), claim()]);
    expect(one.ok && (await one.remember('one'))).toBe(true);
    expect(two.ok && (await two.remember('two'))).toBe(false);
  });

  it('is over three minutes after the approval, and the identity is erased', async () => {
    const { claim, clock, stored } = await completed();
    clock.forward(179);
    expect((await claim()).ok).toBe(true);
    expect((await stored())?.sealedIdentity).toBeDefined();
    clock.forward(1);
    expect(await claim()).toEqual({ ok: false, code: 'order-not-found' });
    expect((await stored())?.sealedIdentity).toBeUndefined();
  });
});

describe('a test of an e-ID', () => {
  it('is never a login to wait for', async () => {
    const { start, orders } = await orderWorld();
    const order = await start({ purpose: 'test' });
    expect(await orders.claimLogin(order.id, owner)).toEqual({ ok: false, code: 'order-not-found' });
  });

  it('completes, keeps nothing of the person, and is no login', async () => {
    const { claim, poll, order, stored } = await completed('test');
    expect(await poll(order)).toMatchObject({ purpose: 'test', state: 'complete' });
    expect(await stored()).toMatchObject({ sealedIdentity: undefined, loa: undefined, sealedProviderState: '' });
    expect(await claim()).toEqual({ ok: false, code: 'order-not-found' });
  });
});
