import { describe, expect, it } from 'vitest';
import { caseStatuses } from '../../../src/contract/case.ts';
import { attachmentTypeOf } from '../../src/cases/attachment.ts';
import { familySize, seedCases } from '../../src/cases/seed/seed-cases.ts';
import { smallPdf, smallPng } from '../../src/cases/seed/small-files.ts';
import { testPerson } from '../../src/eid/simulated/test-persons.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { canary } from '../obliging-provider.ts';
import { caseWorld } from './persons.ts';
import { caseOf, listOf } from './shared-case.ts';

const identityOf = (id: string) => ({ ...canary, idNumber: testPerson(id)?.number ?? '' });

async function seeded(count?: number) {
  const world = await caseWorld();
  await seedCases(world.deps, count);
  return { world, karin: await world.visit(identityOf('karin')), erik: await world.visit(identityOf('erik')) };
}

describe('the invented family', () => {
  it('has a case in every status, and about each of its children', async () => {
    const { karin } = await seeded();
    const { items, facets } = await listOf(karin);
    expect(items).toHaveLength(familySize);
    expect(facets.statuses).toEqual([...caseStatuses].sort());
    expect(facets.children.map(({ givenName }) => givenName)).toEqual(['Alva', 'Iris', 'Noel']);
    expect(facets.services.length).toBeGreaterThan(6);
  });

  it('waits for one guardian where the other has signed', async () => {
    const { karin, erik } = await seeded();
    expect((await listOf(karin, '?box=waiting')).items.map(({ title, nextAction }) => [title, nextAction?.kind])).toEqual([
      ['Byte av skola för Noel', 'sign'],
      ['Ansökan om förskoleplats för Iris', 'supplement'],
      ['Ansökan om fritidshem för Noel', 'continue'],
      ['Piano i Kulturskolan för Alva', 'pay'],
    ]);
    expect((await listOf(erik, '?box=waiting')).items.map(({ title }) => title)).toEqual(['Ansökan om skolskjuts för Alva']);
  });

  it('has cases that can be opened, with documents that are what they say', async () => {
    const { karin } = await seeded();
    const { items } = await listOf(karin);
    const cases = await Promise.all(items.map(({ id }) => caseOf(karin, id)));
    const documents = cases.flatMap((one) => one.documents.map((document) => ({ one, document })));
    expect(documents.length).toBeGreaterThan(8);
    for (const { one, document } of documents) {
      const bytes = new Uint8Array(await (await karin.page.get(`cases/${one.id}/documents/${document.id}`)).arrayBuffer());
      expect(attachmentTypeOf(bytes)).toBe(document.mediaType);
      expect(bytes).toHaveLength(document.size ?? 0);
    }
    const decided = cases.filter(({ decision }) => decision !== undefined);
    expect(decided.map(({ decision }) => decision?.appealUntil)).toEqual(['2026-12-06T07:00:00.000Z', '2026-12-03T07:00:00.000Z']);
    expect(cases.filter(({ related }) => related.length > 0)).toHaveLength(2);
  });

  it('has written what the municipality has read, and what it has not read yet', async () => {
    const { karin } = await seeded();
    const cases = await Promise.all((await listOf(karin)).items.map(({ id }) => caseOf(karin, id)));
    const receipts = cases.flatMap(({ messages }) => messages.filter(({ from }) => from === 'you').map(({ readAt }) => readAt));
    expect(receipts).toHaveLength(2);
    expect(receipts).toContain(null);
    expect(cases.flatMap(({ messages }) => messages).filter(({ from, readAt }) => from === 'municipality' && readAt !== undefined)).toEqual([]);
  });

  it('is the same each time, and is not given anything twice', async () => {
    const { world } = await seeded();
    const again = createMemoryStore();
    const store = world.deps.store;
    await seedCases(world.deps);
    await seedCases({ ...world.deps, store: again });
    expect('snapshot' in store && typeof store.snapshot === 'function' && JSON.parse(store.snapshot()).cases).toBe(JSON.parse(again.snapshot()).cases);
  });

  it('grows by what is lacking when one asks for more, without any of it twice', async () => {
    const { world, karin } = await seeded();
    for (const count of [30, 30, 45, 20]) await seedCases(world.deps, count);
    world.clock.forward(61);
    const { items } = await listOf(karin, '?limit=200');
    expect(items).toHaveLength(45);
    expect(new Set(items.map(({ references }) => references[0])).size).toBe(45);
  });

  it('has a day that is close, one that has passed, and a document that is soon gone', async () => {
    const { world, karin } = await seeded();
    const { items } = await listOf(karin);
    const daysLeft = items.flatMap(({ dueAt }) => (dueAt ? [(Date.parse(dueAt) - world.clock.now().getTime()) / 86_400_000] : []));
    expect(daysLeft.some((days) => days > 0 && days <= 3)).toBe(true);
    expect(daysLeft.some((days) => days < 0)).toBe(true);
    const documents = (await Promise.all(items.map(({ id }) => caseOf(karin, id)))).flatMap((one) => one.documents);
    expect(documents.some(({ expiresAt }) => expiresAt !== undefined)).toBe(true);
  });

  it('grows to as many cases as one asks for', async () => {
    const { karin } = await seeded(1000);
    expect((await listOf(karin, '?limit=200')).items).toHaveLength(200);
    expect(await (await karin.page.get('cases/counts')).json()).toMatchObject({ all: 1000, waiting: 4 });
  });
});

describe('a made-up file', () => {
  it('is a PDF whose table points at its parts', () => {
    const pdf = String.fromCharCode(...smallPdf('Ärende (1)', ['Åäö – \\ slut']));
    const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(table, table + 4)).toBe('xref');
    const places = [...pdf.matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place));
    expect(places.map((place, index) => pdf.slice(place).startsWith(`${index + 1} 0 obj`))).toEqual([true, true, true, true, true]);
    expect(pdf).toContain('(Ärende \\(1\\))');
    const [, length, stream = ''] = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(pdf) ?? [];
    expect(stream).toHaveLength(Number(length));
  });

  it('is a PNG', () => {
    expect(attachmentTypeOf(smallPng())).toBe('image/png');
    expect(smallPng().length).toBeLessThan(2000);
  });
});
