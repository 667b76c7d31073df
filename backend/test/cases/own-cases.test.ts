import { describe, expect, it } from 'vitest';
import type { CaseSource } from '../../src/cases/case-source.ts';
import { createOwnCases } from '../../src/cases/own-cases.ts';
import { secureRandom } from '../../src/secrets/random.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { testClock } from '../test-app.ts';
import { documentBy, later, messageBy, noon, someCase } from './some-case.ts';

const me = { key: 'me', idNumber: '199001012385' };
const stranger = { key: 'stranger', idNumber: '197503259280' };

async function ownCases() {
  const store = createMemoryStore();
  const source: CaseSource = createOwnCases({ store, clock: testClock(), random: secureRandom, name: 'Provköping' });
  const document = documentBy(undefined, noon);
  const one = someCase(['me', 'other'], {}, { messages: [{ ...messageBy('other', later(1)), senderName: 'Erik Sandberg' }], documents: [document] });
  await store.cases.insert([one]);
  return { store, source, id: one.case.id, documentId: document.id };
}

describe('the municipality\'s own cases', () => {
  it('do not exist for whoever has no part in them, to read or to write', async () => {
    const { source, store, id, documentId } = await ownCases();
    expect(await source.list(stranger)).toEqual([]);
    expect(await source.find(stranger, id)).toBeUndefined();
    expect(await source.document(stranger, id, documentId)).toBeUndefined();
    await expect(source.reply?.(stranger, id, { text: 'Hej', files: [] })).rejects.toThrow(RangeError);
    expect((await store.cases.find(id))?.messages).toHaveLength(1);
    expect(await source.find(me, id)).toMatchObject({ id });
    expect(await source.document(me, id, documentId)).toMatchObject({ document: { id: documentId } });
  });

  it('hand out a document of another case to nobody', async () => {
    const { source, store, documentId } = await ownCases();
    const mine = someCase(['me']);
    await store.cases.insert([mine]);
    expect(await source.document(me, mine.case.id, documentId)).toBeUndefined();
  });

  it('name who writes for the municipality, and no other citizen', async () => {
    const { source, store, id } = await ownCases();
    await store.cases.append(id, { messages: [messageBy(undefined, later(2))] }, later(2));
    expect((await source.find(me, id))?.messages.map(({ from, senderName }) => [from, senderName])).toEqual([
      ['guardian', undefined],
      ['municipality', 'Anna Ek'],
    ]);
  });

  it('are all listed, however many they are', async () => {
    const { source, store } = await ownCases();
    await store.cases.insert(Array.from({ length: 2100 }, () => someCase(['me'])));
    expect(await source.list(me)).toHaveLength(2101);
  });
});
