import { describe, expect, it } from 'vitest';
import { testClock } from '../test-app.ts';
import { complete, orderWorld, owner } from './order-world.ts';

/** An order that is due, whose turn begins when `begin` is called. */
async function dueOrder() {
  let begin = () => {};
  const beat = new Promise<void>((resolve) => void (begin = resolve));
  const world = await orderWorld(testClock(), () => beat);
  const order = await world.start();
  world.provider.answers(complete);
  world.clock.forward(2);
  return { ...world, order, begin };
}

describe('an order that waits for its turn to begin', () => {
  it('is asked about once, whoever else polls meanwhile', async () => {
    const { order, orders, anotherProcess, provider, begin } = await dueOrder();
    const polls = [orders, orders, anotherProcess()].map((process) => process.status(order.id, owner));
    begin();
    await Promise.all(polls);
    expect(provider.calls.collect).toBe(1);
    expect(await orders.status(order.id, owner)).toMatchObject({ state: 'complete' });
  });

  it('is not asked about any more when it is cancelled first', async () => {
    const { order, orders, anotherProcess, provider, begin } = await dueOrder();
    const poll = orders.status(order.id, owner);
    await anotherProcess().cancel(order.id, owner);
    begin();
    expect(await poll).toMatchObject({ state: 'cancelled' });
    expect(provider.calls.collect).toBe(0);
  });
});
