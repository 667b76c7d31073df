import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { caseStoreConformance } from './case-store-conformance.ts';
import { documentBy, eventBy, noon, someCase } from './some-case.ts';

caseStoreConformance('cases in memory', async () => createMemoryStore());

describe('a snapshot of cases in memory', () => {
  it('brings cases, documents, marks and drafts over, and leaves what is large', async () => {
    const before = createMemoryStore();
    const [small, large] = [documentBy('me', noon), documentBy('me', noon, new Uint8Array(70_000))];
    const one = someCase(['me'], { dueAt: noon }, { events: [eventBy(undefined, noon)], documents: [small, large] });
    await before.cases.insert([one]);
    const place = { personKey: 'me', source: 'own', caseId: one.case.id };
    await before.readMarks.set([{ ...place, readUpTo: noon }]);
    await before.drafts.save({ ...place, sealedText: 'sealed', uploadIds: [], savedAt: noon });

    const after = createMemoryStore();
    after.restore(before.snapshot());
    expect(await after.cases.pageOf('me', 9)).toEqual(await before.cases.pageOf('me', 9));
    expect(await after.cases.bytesOf(one.case.id, small.id)).toEqual(small.bytes);
    expect((await after.cases.find(one.case.id))?.documents).toHaveLength(1);
    expect(await after.readMarks.of('me')).toEqual([{ ...place, readUpTo: noon }]);
    expect(await after.drafts.find(place)).toMatchObject({ savedAt: noon });
  });
});
