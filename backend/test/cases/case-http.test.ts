import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { caseCountsSchema } from '../../../src/contract/case.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { readAnswer } from '../read-answer.ts';
import { caseWorld, erik, karin, stranger } from './persons.ts';
import { scriptedSource, sourceCase, sourceDetail } from './scripted-source.ts';
import { caseOf, firstId, listOf, sharedCase } from './shared-case.ts';
import { aPdf, documentBy, eventBy, keyOf, later, messageBy, newCaseId, noon, someCase } from './some-case.ts';

describe('the inbox', () => {
  it('is for whoever is logged in', async () => {
    const world = await caseWorld();
    for (const path of ['cases', 'cases/counts', 'cases/x', 'cases/x/documents/y', 'cases/x/bundle', 'cases/x/draft', 'uploads/x']) {
      expect((await world.browser().get(path)).status).toBe(401);
    }
  });

  it('is filtered, sorted and paged by its address', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    const cases = ['decided', 'inProgress', 'closed'] as const;
    await world.deps.store.cases.insert(cases.map((status, index) => someCase([me.key], { status, title: `Ärende ${index}`, updatedAt: later(index) })));
    const titles = async (query: string) => (await listOf(me, query)).items.map(({ title }) => title);
    expect(await titles('')).toEqual(['Ärende 2', 'Ärende 1', 'Ärende 0']);
    expect(await titles('?status=decided&status=closed&sort=oldest')).toEqual(['Ärende 0', 'Ärende 2']);
    expect(await titles('?status=decided')).toEqual(['Ärende 0']);
    expect(await titles('?box=closed&unread=false&limit=1')).toEqual(['Ärende 2']);
    const { nextCursor } = await listOf(me, '?limit=2');
    expect(await titles(`?limit=2&cursor=${encodeURIComponent(nextCursor ?? '')}`)).toEqual(['Ärende 0']);
    expect(await readAnswer(caseCountsSchema, me.page.get('cases/counts'))).toMatchObject({ all: 3, waiting: 0, unread: 0 });
  });

  it.each(['?box=others', '?limit=0', '?limit=x', '?limit=201', '?unread=maybe', '?from=24/11', '?sort=due&sort=title', '?person=1', '?cursor=forged', `?q=${'x'.repeat(101)}`])(
    'refuses %s without repeating it',
    async (query) => {
      const { page } = await (await caseWorld()).visit(karin);
      const answer = await page.get(`cases${query}`);
      expect(answer.status).toBe(422);
      expect(await answer.text()).not.toContain('forged');
    },
  );

  it('is kept by no cache, and answered in a word when nothing has changed', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    await sharedCase(world);
    const id = await firstId(me);
    for (const path of ['cases', 'cases/counts', `cases/${id}`]) {
      const answer = await me.page.get(path);
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
      const again = await me.page.get(path, { 'If-None-Match': answer.headers.get('ETag') ?? '' });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
    }
    await me.page.put(`cases/${id}/read`, { upTo: later(5).toISOString() });
    const before = await me.page.get(`cases/${id}`, { 'If-None-Match': 'W/"older"' });
    expect(before.status).toBe(200);
  });

  it('is answered in a word also where more pages follow', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    await world.deps.store.cases.insert([someCase([me.key]), someCase([me.key])]);
    const answer = await me.page.get('cases?limit=1');
    expect((await me.page.get('cases?limit=1', { 'If-None-Match': answer.headers.get('ETag') ?? '' })).status).toBe(304);
  });

  it('keeps nothing in memory of whoever logs out', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await caseWorld({ moreSources: [source] });
    const me = await world.visit(karin);
    expect((await listOf(me)).items).toHaveLength(1);
    await me.page.delete('session');
    source.answer = 'failure';
    expect((await listOf(await world.visit(karin))).items).toEqual([]);
  });
});

describe('one case', () => {
  it('tells each of those who share it who said what, and what is new to them', async () => {
    const world = await caseWorld();
    await sharedCase(world);
    const [me, other] = [await world.visit(karin), await world.visit(erik)];
    const mine = await caseOf(me, await firstId(me));
    expect(mine.messages.map(({ from, senderName }) => [from, senderName])).toEqual([['guardian', undefined], ['municipality', 'Anna Ek']]);
    expect(mine.timeline.map(({ isNew }) => isNew)).toEqual([false]);
    expect(mine.unread).toBe(2);
    const theirs = await caseOf(other, await firstId(other));
    expect(theirs.messages.map(({ from }) => from)).toEqual(['you', 'municipality']);
    expect(theirs.timeline.map(({ isNew }) => isNew)).toEqual([true]);
    expect(theirs.concerns.childId).not.toBe(mine.concerns.childId);
  });

  it('is read by each person for themselves, and can be marked unread again', async () => {
    const world = await caseWorld();
    await sharedCase(world);
    const [me, other] = [await world.visit(karin), await world.visit(erik)];
    const id = await firstId(me);
    const unread = async () => [(await listOf(me)).items[0]?.unread, (await listOf(other)).items[0]?.unread];
    expect(await unread()).toEqual([2, 2]);
    expect((await me.page.put(`cases/${id}/read`, { upTo: later(4).toISOString() })).status).toBe(204);
    expect(await unread()).toEqual([1, 2]);
    await me.page.put(`cases/${id}/read`, { upTo: '2099-01-01T00:00:00Z' });
    expect(await unread()).toEqual([0, 2]);
    const mark = await world.deps.store.readMarks.of(me.key);
    expect(mark[0]?.readUpTo).toEqual(world.clock.now());
    await me.page.put(`cases/${id}/read`, { upTo: null });
    expect(await unread()).toEqual([2, 2]);
    expect((await me.page.put(`cases/${id}/read`, { upTo: 'yesterday' })).status).toBe(422);
  });

  it('shows no personal number that somebody has written, and no way to reach the other guardian', async () => {
    const world = await caseWorld();
    const [mine, theirs] = [await keyOf(world, karin), await keyOf(world, erik)];
    const number = '19850116-9885';
    const contact = 'Ring 070-123 45 67 eller +46 70 765 43 21, mejla erik.sandberg@mail.test';
    const one = someCase(
      [mine, theirs],
      { title: `Skjuts för ${number}`, child: { key: 'k', givenName: 'Åsa' }, sourceStatus: `Väntar på ${number}`, summary: `Om ${number}`, decision: { outcome: `Avslag för ${number}`, at: noon } },
      {
        events: [eventBy(undefined, noon, `${number} skrev under`)],
        messages: [messageBy(theirs, later(1), `${contact} (${number})`), messageBy(mine, later(2), contact), messageBy(undefined, later(3), contact)],
        documents: [{ ...documentBy(undefined, noon), title: `Beslut ${number}`, fileName: `beslut ${number}.pdf` }],
      },
    );
    await world.deps.store.cases.insert([one]);
    const me = await world.visit(karin);
    const id = await firstId(me);
    const shown = await caseOf(me, id);
    const file = await me.page.get(`cases/${id}/documents/${shown.documents[0]?.id}`);
    const told = [JSON.stringify(await listOf(me)), JSON.stringify(shown), file.headers.get('Content-Disposition')].join();
    expect(told).not.toMatch(/19850116/);
    expect(shown).toMatchObject({ title: 'Skjuts för [personnummer]', summary: 'Om [personnummer]', documents: [{ fileName: 'beslut [personnummer].pdf' }] });
    expect(shown.messages.map(({ text }) => text)).toEqual(['Ring [telefonnummer] eller [telefonnummer], mejla [e-postadress] ([personnummer])', contact, 'Ring [telefonnummer] eller [telefonnummer], mejla [e-postadress]']);
  });

  it('shows no personal number in any field, whatever system it comes from', async () => {
    const number = '19850116-9885';
    const text = `Text ${number}`;
    const [row, other] = ['1', '2'].map((id) => ({ title: text, service: { id: 'bygglov', name: text }, references: [`${number} ${id}`], sourceStatus: text, lastEvent: { at: noon, text } }));
    const detail = sourceDetail('1', {
      ...row,
      concerns: { kind: 'child', key: 'k', givenName: text },
      summary: text,
      steps: [{ name: text, state: 'current' }],
      timeline: [{ id: 'e', at: noon, text }],
      decision: { outcome: text, at: noon, howToAppeal: text },
      documents: [{ id: 'd', title: text, fileName: `${number}.pdf`, mediaType: 'application/pdf', size: 1, at: noon, origin: 'municipality', expiresAt: noon }],
      messages: [{ id: 'm', at: noon, from: 'municipality', senderName: text, text, documentIds: ['d'], readAt: noon }],
      reply: { allowed: false, reason: text },
      handler: { name: text, unit: text, phone: text },
      nextAction: { kind: 'pay', url: `https://betala.test/${number}` },
      relatedIds: ['2'],
    });
    const { news: _, ...listed } = detail;
    const source = scriptedSource('a', [sourceCase('1', { ...listed, updatedAt: later(1) }), sourceCase('2', other)], { find: async () => detail });
    source.document = async () => ({ body: aPdf, document: detail.documents[0]! });
    const me = await (await caseWorld({ moreSources: [source] })).visit(karin);
    const list = await listOf(me);
    const shown = await caseOf(me, list.items[0]?.id ?? '');
    const file = await me.page.get(`cases/${shown.id}/documents/${shown.documents[0]?.id}`);
    const bundle = await me.page.get(`cases/${shown.id}/bundle`);
    const zipped = Object.entries(unzipSync(new Uint8Array(await bundle.arrayBuffer()))).map(([path, bytes]) => path + new TextDecoder().decode(bytes));
    const told = [JSON.stringify(list), JSON.stringify(shown), file.headers.get('Content-Disposition'), bundle.headers.get('Content-Disposition'), ...zipped].join('\n');
    expect(told).not.toContain('0116-9885');
    expect(shown).toMatchObject({ summary: 'Text [personnummer]', documents: [{ at: noon.toISOString(), expiresAt: noon.toISOString() }], related: [{ title: 'Text [personnummer]' }] });
  });

  it('shows no way to reach the other guardian in what stands about a case that they share, and one\'s own in a case of one\'s own', async () => {
    const world = await caseWorld();
    const [mine, theirs] = [await keyOf(world, karin), await keyOf(world, erik)];
    const contact = 'Ring 070-123 45 67, mejla erik@mail.test';
    const changes = { title: contact, summary: contact };
    const entries = (by: string) => ({ events: [eventBy(by, noon, contact)], documents: [{ ...documentBy(by, noon), title: contact, fileName: 'erik@mail.test.pdf' }] });
    const shared = someCase([theirs, mine], { ...changes, updatedAt: later(2), child: { key: 'k', givenName: 'Åsa' } }, entries(theirs));
    await world.deps.store.cases.insert([shared, someCase([mine], changes, entries(mine))]);
    const me = await world.visit(karin);
    const list = await listOf(me);
    const [about, own] = [await caseOf(me, list.items[0]?.id ?? ''), await caseOf(me, list.items[1]?.id ?? '')];
    const file = await me.page.get(`cases/${about.id}/documents/${about.documents[0]?.id}`);
    expect(JSON.stringify([list.items[0], about]) + file.headers.get('Content-Disposition')).not.toMatch(/erik@|erik%40|123 45/);
    expect(about).toMatchObject({ summary: 'Ring [telefonnummer], mejla [e-postadress]' });
    expect(own).toMatchObject({ title: contact, summary: contact, timeline: [{ text: contact }], documents: [{ title: contact }] });
  });

  it('shows in what the municipality writes how one reaches the municipality, and not the other guardian', async () => {
    const world = await caseWorld();
    const [mine, theirs] = [await keyOf(world, karin), await keyOf(world, erik)];
    const ours = 'Ring 0123-456 78 eller 0123–45 699, mejla anna.ek@skola.kommun.test. Anna har 070-555 01 23.';
    const text = `${ours} Erik har +46 (0)70-123 45 67 och erik@mail.test.`;
    const masked = `${ours} Erik har [telefonnummer] och [e-postadress].`;
    const howToAppeal = 'Till domstolen, domstolen@dom.test';
    const changes = {
      steps: [{ name: text, state: 'current' as const }],
      decision: { outcome: text, at: noon, howToAppeal },
      reply: { allowed: false, reason: text },
      handler: { name: 'Anna Ek', phone: '070-555 01 23' },
    };
    const entries = { messages: [messageBy(undefined, noon, text)], documents: [{ ...documentBy(undefined, noon), title: text }] };
    await world.deps.store.cases.insert([someCase([theirs, mine], { ...changes, updatedAt: later(1), child: { key: 'k', givenName: 'Åsa' } }, entries), someCase([mine], changes, entries)]);
    const me = await world.visit(karin);
    const [shared, own] = await Promise.all((await listOf(me)).items.map(({ id }) => caseOf(me, id)));
    const written = (words: string) => ({
      steps: [{ name: words }],
      decision: { outcome: words, howToAppeal },
      reply: { allowed: false, reason: words },
      handler: changes.handler,
      messages: [{ text: words }],
      documents: [{ title: words }],
    });
    expect(shared).toMatchObject(written(masked));
    expect(own).toMatchObject(written(text));
  });

  it('hands a document over to be saved, whatever it is called', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    const document = { ...documentBy(undefined, noon), fileName: '../..\\"Årsbeslut\r\n\u202e".exe' };
    await world.deps.store.cases.insert([someCase([me.key], {}, { documents: [document] })]);
    const id = await firstId(me);
    const [shown] = (await caseOf(me, id)).documents;
    const answer = await me.page.get(`cases/${id}/documents/${shown?.id}`);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(aPdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Arsbeslut .exe.pdf"; filename*=UTF-8''%C3%85rsbeslut%20.exe.pdf`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await readAnswer(problemSchema, me.page.get(`cases/${id}/documents/other`))).code).toBe('document-not-found');
  });

  it('comes as one file with a page to read and its documents', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    const entries = {
      messages: [messageBy(undefined, noon, '<script>alert(1)</script>')],
      documents: [documentBy(undefined, noon), { ...documentBy(undefined, later(1)), fileName: 'beslut.pdf' }],
    };
    await world.deps.store.cases.insert([someCase([me.key], { title: 'Bygglov & altan' }, entries)]);
    const answer = await me.page.get(`cases/${await firstId(me)}/bundle`);
    expect(answer.headers.get('Content-Disposition')).toContain('2026-1042.zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual(['handlingar/01 beslut.pdf', 'handlingar/02 beslut.pdf', 'ärende.html']);
    expect(files['handlingar/01 beslut.pdf']).toEqual(aPdf);
    const page = new TextDecoder().decode(files['ärende.html']);
    expect(page).toContain('<h1>Bygglov &amp; altan</h1>');
    expect(page).toContain('href="handlingar/01%20beslut.pdf"');
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
    const english = await me.page.get(`cases/${await firstId(me)}/bundle`, { 'Accept-Language': 'en' });
    expect(Object.keys(unzipSync(new Uint8Array(await english.arrayBuffer())))).toContain('case.html');
  });

  it('tells in the one file how far it has come, who handles it, and what came with which message', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    const document = documentBy(me.key, later(1));
    const related = someCase([me.key], { references: ['R-2'], title: 'Den andra' });
    const one = someCase(
      [me.key],
      {
        updatedAt: later(9),
        steps: [{ name: 'Granskning', state: 'done' }, { name: 'Beslut', state: 'current' }],
        handler: { name: 'Anna Ek', unit: 'Skola', phone: '0476-551 10' },
        relatedIds: [related.case.id],
      },
      { messages: [{ ...messageBy(me.key, later(1), 'Här är det'), documentIds: [document.id], readAt: later(3) }, messageBy(me.key, later(4), 'Hallå')], documents: [document] },
    );
    await world.deps.store.cases.insert([one, related]);
    const files = unzipSync(new Uint8Array(await (await me.page.get(`cases/${await firstId(me)}/bundle`)).arrayBuffer()));
    const page = new TextDecoder().decode(files['ärende.html']);
    for (const told of ['Under handläggning (Handläggs)', 'Granskning: klart', 'Beslut: nu', 'Anna Ek, Skola, 0476-551 10', 'Den andra (R-2)', 'Här är det<br>Bifogat: Beslut<br><small>Läst 20 november 2026', 'Hallå<br><small>Inte läst än']) {
      expect(page).toContain(told);
    }
  });

  it('names in the one file a document that could not be had', async () => {
    const document = { id: 'd', title: 'Ritning', fileName: 'r.pdf', mediaType: 'application/pdf', size: 1, at: noon, origin: 'municipality' as const, expiresAt: undefined };
    const source = scriptedSource('a', [sourceCase('1')]);
    source.find = async () => sourceDetail('1', { documents: [document] });
    const world = await caseWorld({ moreSources: [source] });
    const me = await world.visit(karin);
    const files = unzipSync(new Uint8Array(await (await me.page.get(`cases/${await firstId(me)}/bundle`)).arrayBuffer()));
    expect(Object.keys(files)).toEqual(['ärende.html']);
    expect(new TextDecoder().decode(files['ärende.html'])).toContain('Ritning (kunde inte hämtas och finns inte med)');
  });

  it('names the cases that belong with it', async () => {
    const world = await caseWorld();
    const me = await world.visit(karin);
    const related = someCase([me.key], { references: ['R-2'], title: 'Den andra' });
    const foreign = someCase([await keyOf(world, stranger)], { references: ['R-3'] });
    const one = someCase([me.key], { id: newCaseId(later(99)), relatedIds: [related.case.id, foreign.case.id], updatedAt: later(9) });
    await world.deps.store.cases.insert([related, foreign, one]);
    const shown = await caseOf(me, await firstId(me));
    expect(shown.related).toMatchObject([{ title: 'Den andra', reference: 'R-2' }]);
    expect(await caseOf(me, shown.related[0]?.id ?? '')).toMatchObject({ references: ['R-2'] });
  });
});
