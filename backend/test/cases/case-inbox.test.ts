import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCaseInbox } from '../../src/cases/case-inbox.ts';
import type { CaseInbox, Viewer } from '../../src/cases/case-inbox.ts';
import type { CaseSource } from '../../src/cases/case-source.ts';
import { createOwnCases } from '../../src/cases/own-cases.ts';
import { createKeyedNames } from '../../src/secrets/keyed-names.ts';
import { secureRandom } from '../../src/secrets/random.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { recordingLog, testClock, testMunicipality } from '../test-app.ts';
import type { LogLine, TestClock } from '../test-app.ts';
import { scriptedSource, sourceCase } from './scripted-source.ts';
import { eventBy, later, newCaseId, noon, someCase } from './some-case.ts';

const karin: Viewer = { key: 'key-of-karin', idNumber: '199001012385', loa: 'loa3' };
const erik: Viewer = { ...karin, key: 'key-of-erik' };

interface World {
  inbox: CaseInbox;
  clock: TestClock;
  log: LogLine[];
  store: ReturnType<typeof createMemoryStore>;
}

async function inboxOver(caseSources: CaseSource[]): Promise<World> {
  const [clock, store, log] = [testClock(), createMemoryStore(), [] as LogLine[]];
  const keyedNames = await createKeyedNames(secureRandom(32));
  const own = createOwnCases({ store, clock, random: secureRandom, name: 'Provköping' });
  const inbox = createCaseInbox({ caseSources: [own, ...caseSources], store, clock, log: recordingLog(log), keyedNames, municipality: testMunicipality() });
  return { inbox, clock, log, store };
}

async function listOf({ inbox }: World, viewer = karin) {
  const page = await inbox.page(viewer, {});
  return {
    titles: page?.items.map(({ title }) => title).sort(),
    states: Object.fromEntries((page?.sources ?? []).map(({ id, state }) => [id, state])),
    page,
  };
}

describe('an inbox over several systems', () => {
  it('shows the cases of all of them in one order', async () => {
    const world = await inboxOver([scriptedSource('a', [sourceCase('1', { updatedAt: later(1) })]), scriptedSource('b', [sourceCase('2', { updatedAt: later(2) })])]);
    await world.store.cases.insert([someCase([karin.key], { updatedAt: later(3) })]);
    const { page } = await listOf(world);
    expect(page?.items.map(({ source }) => source)).toEqual(['own', 'b', 'a']);
    expect(page?.sources.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  });

  it.each(['failure', 'bug'] as const)('shows the rest and names who is silent when one answers with a %s', async (answer) => {
    const broken = scriptedSource('a', [sourceCase('1')]);
    broken.answer = answer;
    const world = await inboxOver([broken, scriptedSource('b', [sourceCase('2')])]);
    const { titles, page } = await listOf(world);
    expect(titles).toEqual(['Ärende 2']);
    expect(page?.sources).toContainEqual({ id: 'a', name: 'Systemet a', state: 'silent' });
    expect(world.log).toMatchObject([{ level: 'warn', event: 'case-source-failed', fields: { source: 'a' } }]);
    expect(JSON.stringify(world.log)).not.toContain('199001012385');
  });

  it('shows what a system said before while it does not answer, with the time', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    const answeredAt = world.clock.now().toISOString();
    await listOf(world);
    source.answer = 'failure';
    world.clock.forward(61);
    const { titles, page } = await listOf(world);
    expect(titles).toEqual(['Ärende 1']);
    expect(page?.sources).toContainEqual({ id: 'a', name: 'Systemet a', state: 'stale', lastAnsweredAt: answeredAt });
    world.clock.forward(15 * 60);
    expect((await listOf(world)).states).toEqual({ own: 'ok', a: 'silent' });
  });

  it('says of a system that has nothing to show when it last answered anybody', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    const lastAnsweredAt = world.clock.now().toISOString();
    await listOf(world);
    source.answer = 'failure';
    world.clock.forward(16 * 60);
    for (const viewer of [karin, erik]) {
      expect((await listOf(world, viewer)).page?.sources).toContainEqual({ id: 'a', name: 'Systemet a', state: 'silent', lastAnsweredAt });
    }
  });

  it('asks a system that failed again after a short rest, and not before', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    source.answer = 'failure';
    const world = await inboxOver([source]);
    await listOf(world);
    source.answer = 'cases';
    expect((await listOf(world)).states['a']).toBe('silent');
    expect(source.asked).toBe(1);
    world.clock.forward(5);
    expect((await listOf(world)).states['a']).toBe('ok');
  });

  it('asks a system once a minute for each person, however many pages and filters are looked at', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    await Promise.all([world.inbox.page(karin, {}), world.inbox.page(karin, { q: 'x' }), world.inbox.counts(karin)]);
    expect(source.asked).toBe(1);
    await world.inbox.page(erik, {});
    expect(source.asked).toBe(2);
    world.clock.forward(60);
    await world.inbox.page(karin, {});
    expect(source.asked).toBe(3);
  });

  it('asks anew when something has changed, also while an older question is under way', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    const before = listOf(world);
    world.inbox.outdate(karin.key);
    source.cases = [sourceCase('1'), sourceCase('2')];
    await before;
    expect((await listOf(world)).titles).toEqual(['Ärende 1', 'Ärende 2']);
  });

  it('keeps nothing of a person who has logged out', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    await listOf(world);
    world.inbox.forget(karin.key);
    source.answer = 'failure';
    expect(await listOf(world)).toMatchObject({ titles: [], states: { a: 'silent' } });
  });

  it('asks nobody else about a person without an identity number', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    const { states } = await listOf(world, { ...karin, idNumber: '' });
    expect(states).toEqual({ own: 'ok' });
    expect(source.asked).toBe(0);
  });
});

describe('a slow system', () => {
  afterEach(() => vi.useRealTimers());

  it('is waited for no longer than its own patience, and told to stop', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let stopped = false;
    const slow = scriptedSource('slow', [], {
      patience: 3000,
      list: (_, signal) => new Promise(() => signal?.addEventListener('abort', () => (stopped = true))),
    });
    const world = await inboxOver([slow, scriptedSource('quick', [sourceCase('1')])]);
    let answered = false;
    const asking = listOf(world).finally(() => (answered = true));
    await vi.advanceTimersByTimeAsync(2999);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asking).toMatchObject({ titles: ['Ärende 1'], states: { own: 'ok', slow: 'silent', quick: 'ok' } });
    expect(stopped).toBe(true);
  });
});

describe('a case that two systems have', () => {
  const both = (first: Parameters<typeof sourceCase>[1], second: Parameters<typeof sourceCase>[1]) =>
    inboxOver([scriptedSource('a', [sourceCase('1', first)]), scriptedSource('b', [sourceCase('2', second)])]);

  it('shows once with the references of both, as the one that says most tells it', async () => {
    const { page } = await listOf(await both({ externalIds: ['b 2'] }, { dueAt: noon, title: 'Den som säger mer' }));
    expect(page?.items).toMatchObject([{ title: 'Den som säger mer', references: ['REF-2', 'REF-1'], source: 'b' }]);
  });

  it('is known whichever of them names the other, or by a third name', async () => {
    expect((await listOf(await both({}, { externalIds: ['a 1'] }))).titles).toHaveLength(1);
    expect((await listOf(await both({ externalIds: ['x'] }, { externalIds: ['x'] }))).titles).toHaveLength(1);
    expect((await listOf(await both({ externalIds: ['x'] }, { externalIds: ['y'] }))).titles).toHaveLength(2);
  });

  it('is never made of two that only happen to have the same number', async () => {
    const world = await inboxOver([scriptedSource('a', [sourceCase('1')]), scriptedSource('b', [sourceCase('1')])]);
    expect((await listOf(world)).titles).toHaveLength(2);
  });

  it('is never made of two cases of one system', async () => {
    const world = await inboxOver([scriptedSource('a', [sourceCase('1', { externalIds: ['x'] }), sourceCase('2', { externalIds: ['x'] })])]);
    expect((await listOf(world)).titles).toHaveLength(2);
  });

  it('is still there when one of them is silent', async () => {
    const silent = scriptedSource('b', [sourceCase('2', { dueAt: noon })]);
    silent.answer = 'failure';
    const { page } = await listOf(await inboxOver([scriptedSource('a', [sourceCase('1', { externalIds: ['b 2'] })]), silent]));
    expect(page?.items).toMatchObject([{ source: 'a', references: ['REF-1'] }]);
  });

  it('has both references when it is opened as well', async () => {
    const world = await both({ externalIds: ['b 2'], dueAt: noon }, {});
    const { page } = await listOf(world);
    const opening = await world.inbox.open(karin, page?.items[0]?.id ?? '');
    expect(opening).toMatchObject({ ok: true, opened: { view: { references: ['REF-1', 'REF-2'] } } });
  });
});

describe('what is unread', () => {
  it('counts for each person what others did since that person looked', async () => {
    const world = await inboxOver([]);
    const one = someCase([karin.key, erik.key], {}, { events: [eventBy(karin.key, later(1)), eventBy(undefined, later(2)), eventBy(undefined, later(3))] });
    await world.store.cases.insert([one]);
    const unread = async (viewer: Viewer) => (await listOf(world, viewer)).page?.items[0]?.unread;
    expect([await unread(karin), await unread(erik)]).toEqual([2, 3]);
    await world.store.readMarks.set([{ personKey: karin.key, source: 'own', caseId: one.case.id, readUpTo: later(2) }]);
    expect([await unread(karin), await unread(erik)]).toEqual([1, 3]);
    expect(await world.inbox.counts(karin)).toMatchObject({ all: 1, waiting: 0, unread: 1 });
  });
});

describe('the pages', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => sourceCase(`${index}`, { updatedAt: later(index % 7) }));

  it('go through every case once, and end', async () => {
    const world = await inboxOver([scriptedSource('a', many(25))]);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await world.inbox.page(karin, { limit: 10, ...(cursor && { cursor }) });
      seen.push(...(page?.items ?? []).map(({ id }) => id));
      cursor = page?.nextCursor;
    } while (cursor);
    expect(cursor).toBeNull();
    expect(new Set(seen).size).toBe(25);
  });

  it('take a cursor only from the person and for the query that it was given for', async () => {
    const world = await inboxOver([scriptedSource('a', many(25))]);
    const cursor = (await world.inbox.page(karin, { limit: 10, sort: 'due' }))?.nextCursor ?? '';
    expect(await world.inbox.page(karin, { limit: 5, sort: 'due', cursor })).toBeDefined();
    expect(await world.inbox.page(karin, { limit: 10, cursor })).toBeUndefined();
    expect(await world.inbox.page(karin, { sort: 'due', q: 'x', cursor })).toBeUndefined();
    expect(await world.inbox.page(erik, { sort: 'due', cursor })).toBeUndefined();
    const altered = cursor.slice(0, -2) + (cursor.endsWith('AA') ? 'BB' : 'AA');
    for (const forged of ['', 'x', altered, btoa('[0,0,"a 0"]')]) {
      expect(await world.inbox.page(karin, { sort: 'due', cursor: forged })).toBeUndefined();
    }
    expect(cursor.length).toBeLessThan(512);
  });

  it('say what there is to filter by, over all cases and not only those shown', async () => {
    const child = { kind: 'child', key: 'child-key', givenName: 'Åsa' } as const;
    const world = await inboxOver([
      scriptedSource('a', [sourceCase('1', { concerns: child }), sourceCase('2', { status: 'closed', service: { id: 'skola', name: 'Skola' } })]),
    ]);
    const page = await world.inbox.page(karin, { box: 'closed', limit: 1 });
    expect(page?.items).toHaveLength(1);
    expect(page?.facets).toMatchObject({
      services: [{ id: 'bygglov', name: 'Bygglov' }, { id: 'skola', name: 'Skola' }],
      children: [{ givenName: 'Åsa' }],
      statuses: ['closed', 'inProgress'],
    });
    const childId = page?.facets.children[0]?.id ?? '';
    expect((await world.inbox.page(karin, { child: childId }))?.items).toMatchObject([{ title: 'Ärende 1', concerns: { childId } }]);
    expect((await world.inbox.page(erik, { child: childId }))?.items).toEqual([]);
  });

  it('find one among ten thousand cases of one person', async () => {
    const world = await inboxOver([]);
    await world.store.cases.insert(Array.from({ length: 10_000 }, (_, index) => someCase([karin.key], { id: newCaseId(later(index)), title: `Ärende ${index}` })));
    const page = await world.inbox.page(karin, { q: '9999', limit: 200 });
    expect(page?.items.map(({ title }) => title)).toEqual(['Ärende 9999']);
    expect(await world.inbox.counts(karin)).toMatchObject({ all: 10_000 });
  });
});

describe('a case that asks for a more secure login', () => {
  const secret = sourceCase('1', {
    requiresLoa: 'loa4',
    nextAction: { kind: 'sign' },
    status: 'decided',
    concerns: { kind: 'child', key: 'k', givenName: 'Åsa' },
    news: [noon],
    dueAt: noon,
    lastEvent: { at: noon, text: 'Hemligt' },
    signing: { signed: 1, required: 2 },
  });

  it('tells no more than that it is there, also to filters, counts and facets', async () => {
    const world = await inboxOver([scriptedSource('a', [secret])]);
    const page = await world.inbox.page(karin, {});
    expect(page?.items).toEqual([
      {
        id: expect.any(String),
        title: '',
        service: { id: '', name: '' },
        references: [],
        concerns: { kind: 'unknown' },
        status: 'unknown',
        sourceStatus: '',
        updatedAt: noon.toISOString(),
        unread: 0,
        source: 'a',
        requiresLoa: 'loa4',
      },
    ]);
    expect(page?.facets).toEqual({ services: [], children: [], statuses: [] });
    expect((await world.inbox.page(karin, { q: 'ärende' }))?.items).toEqual([]);
    expect(await world.inbox.counts(karin)).toMatchObject({ all: 1, waiting: 0, unread: 0 });
    expect(await world.inbox.open(karin, page?.items[0]?.id ?? '')).toEqual({ ok: false, code: 'login-level-too-low' });
  });

  it.each(['loa4', 'http://id.elegnamnden.se/loa/1.0/loa4'])('opens for a login with %s', async (loa) => {
    const world = await inboxOver([scriptedSource('a', [secret])]);
    const page = await world.inbox.page({ ...karin, loa }, {});
    expect(page?.items[0]).toMatchObject({ title: 'Ärende 1' });
    expect(page?.items[0]).not.toHaveProperty('requiresLoa');
    expect(await world.inbox.open({ ...karin, loa }, page?.items[0]?.id ?? '')).toMatchObject({ ok: true });
  });

  it.each(['', 'loa', 'uncertified-loa4', 'http://id.swedenconnect.se/loa/1.0/loa4-nonresident'])('stays closed for a login with "%s"', async (loa) => {
    const world = await inboxOver([scriptedSource('a', [secret])]);
    expect((await world.inbox.page({ ...karin, loa }, {}))?.items[0]?.title).toBe('');
  });
});

describe('opening a case', () => {
  it('is always asked for anew, so that a part that has ended opens nothing', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    const id = (await listOf(world)).page?.items[0]?.id ?? '';
    expect(await world.inbox.open(karin, id)).toMatchObject({ ok: true });
    source.cases = [];
    expect(await world.inbox.open(karin, id)).toEqual({ ok: false, code: 'case-not-found' });
    expect((await listOf(world)).titles).toEqual([]);
  });

  it('says that its system is silent, or shows what it said before', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await inboxOver([source]);
    const id = (await listOf(world)).page?.items[0]?.id ?? '';
    source.answer = 'failure';
    expect(await world.inbox.open(karin, id)).toEqual({ ok: false, code: 'case-source-unavailable' });
    source.answer = 'cases';
    world.clock.forward(6);
    expect(await world.inbox.open(karin, id)).toMatchObject({ ok: true, opened: { view: { sourceState: { state: 'ok' } } } });
    source.answer = 'failure';
    expect(await world.inbox.open(karin, id)).toMatchObject({ ok: true, opened: { view: { sourceState: { state: 'stale', lastAnsweredAt: expect.any(String) } } } });
  });

  it('goes by an id that is the same each time, and means nothing to another person', async () => {
    const world = await inboxOver([scriptedSource('a', [sourceCase('1')])]);
    const idFor = async (viewer: Viewer) => (await listOf(world, viewer)).page?.items[0]?.id ?? '';
    const [mine, again, theirs] = [await idFor(karin), await idFor(karin), await idFor(erik)];
    expect(again).toBe(mine);
    expect(theirs).not.toBe(mine);
    expect(await world.inbox.open(erik, mine)).toEqual({ ok: false, code: 'case-not-found' });
  });
});
