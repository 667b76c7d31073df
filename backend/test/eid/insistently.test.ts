import { describe, expect, it } from 'vitest';
import { complete, orderWorld } from './order-world.ts';

describe('a result', () => {
  it('that cannot be stored at once is stored as soon as it can', async () => {
    const { start, poll, provider, store } = await orderWorld();
    const order = await start();
    const update = store.eidOrders.update.bind(store.eidOrders);
    let away = 1;
    store.eidOrders.update = async (row) => {
      if (row.state === 'complete' && away-- > 0) throw new Error('no connection');
      return update(row);
    };
    provider.answers(complete);
    expect(await poll(order, 2)).toMatchObject({ state: 'complete' });
    expect(provider.calls.collect).toBe(1);
  });
});
