import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { logIn } from './log-in.ts';
import { storeConformance } from './store-conformance.ts';
import { testApp } from './test-app.ts';

storeConformance('the store in memory', async () => createMemoryStore());

describe('a snapshot of the store in memory', () => {
  it('brings a whole login over to another page', async () => {
    const before = createMemoryStore();
    const world = await testApp({ deps: { store: before } });
    const page = world.browser();
    const session = await logIn(world, page);
    await before.faqFeedback.count('q', true, '2026-11-24');

    const after = createMemoryStore();
    after.restore(before.snapshot());
    const { seal } = world.deps;
    const next = (await testApp({ deps: { store: after, seal }, clock: world.clock })).browser();
    for (const [name, value] of page.cookies) next.cookies.set(name, value);
    expect(await (await next.get('session')).json()).toEqual(session);
    expect(await after.faqFeedback.totals()).toEqual([{ question: 'q', helpful: 1, notHelpful: 0 }]);
    expect(after.snapshot()).toBe(before.snapshot());
  });

  it('replaces what the store held', async () => {
    const store = createMemoryStore();
    const empty = store.snapshot();
    await store.faqFeedback.count('q', true, '2026-11-24');
    store.restore(empty);
    expect(await store.faqFeedback.totals()).toEqual([]);
  });

  it('that is none is refused, and the store keeps what it had', async () => {
    const store = createMemoryStore();
    await store.faqFeedback.count('q', true, '2026-11-24');
    for (const wrong of ['', 'null', '{}', '[]']) expect(() => store.restore(wrong)).toThrow(Error);
    expect(await store.faqFeedback.totals()).toHaveLength(1);
  });
});
