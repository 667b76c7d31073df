import { describe, expect, it } from 'vitest';
import { purge } from '../src/purge.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { approvedOrder, logIn } from './log-in.ts';
import { testApp } from './test-app.ts';

const minutes = 60;

describe('the regular clean-up', () => {
  it('deletes sessions that have ended and e-ID orders that are over, and leaves what is in use', async () => {
    const store = createMemoryStore();
    const { clock, browser } = await testApp({ deps: { store } });
    const rows = () => JSON.parse(store.snapshot());
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
});
