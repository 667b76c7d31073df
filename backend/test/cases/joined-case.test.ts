import { describe, expect, it } from 'vitest';
import { caseCountsSchema, caseMessageSchema, replyDraftSchema } from '../../../src/contract/case.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { CaseSourceError } from '../../src/cases/case-source.ts';
import type { SourceCaseDetail, SourceDocument, SourceMessage } from '../../src/cases/case-source.ts';
import { readAnswer } from '../read-answer.ts';
import { caseWorld, karin } from './persons.ts';
import { scriptedSource, sourceCase, sourceDetail } from './scripted-source.ts';
import type { ScriptedSource } from './scripted-source.ts';
import { caseOf, firstId, listOf } from './shared-case.ts';
import { later, noon } from './some-case.ts';

const pdf = (at: Date): SourceDocument => ({
  id: 'pdf',
  title: 'Det som skickades in',
  fileName: 'arende.pdf',
  mediaType: 'application/pdf',
  size: undefined,
  at,
  origin: 'system',
  expiresAt: undefined,
});
const message = (id: string, at: Date, text: string): SourceMessage => ({
  id,
  at,
  from: 'municipality',
  senderName: 'Anna Ek',
  text,
  documentIds: ['pdf'],
  readAt: undefined,
});
const submitted = { id: 'submitted', at: noon, text: 'Ärendet skickades in' };

/** A source whose case can be opened as `detail`, as long as it answers. */
function system(id: string, detail: SourceCaseDetail, more: Parameters<typeof scriptedSource>[2] = {}): ScriptedSource {
  const { news, ...row } = detail;
  const source = scriptedSource(id, [sourceCase(detail.id, { ...row, news })], {
    find: async (_, caseId) => (await source.list({ key: '', idNumber: '' })).some((one) => one.id === caseId) ? detail : undefined,
    document: async (_, __, documentId) => ({ body: new TextEncoder().encode(`${id} ${documentId}`), document: pdf(noon) }),
    ...more,
  });
  return source;
}

/** A case that was sent in an e-service, which has its messages, and goes on with the handlers, who say more of where it stands. */
async function joinedCase() {
  const said: [caseId: string, text: string][] = [];
  const reply: ScriptedSource['reply'] = async (_, caseId, { text }) => {
    said.push([caseId, text]);
    return { ...message('new', later(60), text), from: 'you', senderName: undefined, documentIds: [] };
  };
  const eService = system(
    'tjanst',
    sourceDetail('1', {
      timeline: [submitted],
      documents: [pdf(noon)],
      messages: [message('m', later(2), 'Hej från e-tjänsten')],
      reply: { allowed: true },
      news: [later(2)],
    }),
    { reply },
  );
  const handling = system(
    'handlarna',
    sourceDetail('1', {
      externalIds: ['tjanst 1'],
      title: 'Hos handläggarna',
      dueAt: later(99),
      timeline: [{ ...submitted, at: new Date(noon.getTime() + 5000) }, { id: 'changed', at: later(3), text: 'Handläggning pågår' }],
      documents: [pdf(later(1))],
      reply: { allowed: false },
      news: [later(3)],
    }),
  );
  const world = await caseWorld({ moreSources: [eService, handling] });
  const me = await world.visit(karin);
  return { world, me, eService, handling, said, id: await firstId(me) };
}

describe('a case that an e-service and a handling system have', () => {
  it('opens with what both of them know, in one order, each thing once', async () => {
    const { me, id } = await joinedCase();
    const shown = await caseOf(me, id);
    expect(shown).toMatchObject({ id, title: 'Hos handläggarna', source: 'handlarna', reply: { allowed: true }, unread: 2 });
    expect(shown.timeline.map(({ text, isNew }) => [text, isNew])).toEqual([
      ['Ärendet skickades in', false],
      ['Handläggning pågår', true],
    ]);
    expect(shown.messages.map(({ text }) => text)).toEqual(['Hej från e-tjänsten']);
    expect(new Set([...shown.documents, ...shown.timeline].map((one) => one.id)).size).toBe(4);
    expect(shown.messages[0]?.documentIds).toEqual([shown.documents[0]?.id]);
  });

  it('hands each document over from the system that has it', async () => {
    const { me, id } = await joinedCase();
    const { documents } = await caseOf(me, id);
    const bytes = await Promise.all(documents.map(async (document) => (await me.page.get(`cases/${id}/documents/${document.id}`)).text()));
    expect(bytes).toEqual(['tjanst pdf', 'handlarna pdf']);
  });

  it('takes a reply, with its draft, where replies are taken', async () => {
    const { me, id, said } = await joinedCase();
    await me.page.put(`cases/${id}/draft`, { text: 'Här är', uploadIds: [] });
    const sent = await readAnswer(caseMessageSchema, me.page.post(`cases/${id}/messages`, { text: 'Här är intyget', uploadIds: [] }, { 'Idempotency-Key': 'reply-number-1' }));
    expect(sent).toMatchObject({ from: 'you', text: 'Här är intyget' });
    expect(said).toEqual([['1', 'Här är intyget']]);
    expect(await readAnswer(replyDraftSchema, me.page.get(`cases/${id}/draft`))).toMatchObject({ text: '' });
  });

  it('keeps the draft where it is when the system that says most changes', async () => {
    const { world, me, id, handling } = await joinedCase();
    await me.page.put(`cases/${id}/draft`, { text: 'Halvvägs', uploadIds: [] });
    handling.cases = [];
    world.clock.forward(61);
    const other = await firstId(me);
    expect(other).not.toBe(id);
    expect(await readAnswer(replyDraftSchema, me.page.get(`cases/${other}/draft`))).toMatchObject({ text: 'Halvvägs' });
  });

  it('counts as unread what is new in either, until it has been read', async () => {
    const { me, id } = await joinedCase();
    const unread = async () => [(await listOf(me)).items[0]?.unread, (await caseOf(me, id)).unread];
    expect(await unread()).toEqual([2, 2]);
    await me.page.put(`cases/${id}/read`, { upTo: later(2).toISOString() });
    expect(await unread()).toEqual([1, 1]);
    await me.page.put(`cases/${id}/read`, { upTo: later(3).toISOString() });
    expect(await readAnswer(caseCountsSchema, me.page.get('cases/counts'))).toMatchObject({ all: 1, unread: 0 });
    await me.page.put(`cases/${id}/read`, { upTo: null });
    expect(await unread()).toEqual([2, 2]);
  });

  it('counts once as unread what both of them tell', async () => {
    const changed = { id: 'changed', at: later(3), text: 'Handläggning pågår' };
    const exact = new Date(later(3).getTime() + 20_000);
    const eService = system('tjanst', sourceDetail('1', { timeline: [changed], news: [later(3)] }));
    const handling = system('handlarna', sourceDetail('1', { externalIds: ['tjanst 1'], timeline: [{ ...changed, at: exact }], news: [exact, later(7), later(7)] }));
    const me = await (await caseWorld({ moreSources: [eService, handling] })).visit(karin);
    const [row] = (await listOf(me)).items;
    const shown = await caseOf(me, row?.id ?? '');
    expect([row?.unread, shown.unread]).toEqual([3, 3]);
    expect(shown.timeline).toMatchObject([{ text: changed.text, isNew: true }]);
  });

  it('opens as well from a link, before any list has been asked for', async () => {
    const { world, me, id } = await joinedCase();
    await me.page.delete('session');
    const again = await world.visit(karin);
    expect(await caseOf(again, id)).toMatchObject({ id, reply: { allowed: true }, references: ['REF-1'] });
  });

  it.each(['tjanst', 'handlarna'])('shows what the other says while "%s" is silent, and says who is', async (silent) => {
    const { world, me, id, eService, handling } = await joinedCase();
    world.clock.forward(6);
    for (const source of [eService, handling]) if (source.id === silent) source.answer = 'failure';
    const shown = await caseOf(me, id);
    expect(shown).toMatchObject({ id, sourceState: { id: silent, state: 'silent' } });
    expect(shown.messages).toHaveLength(silent === 'tjanst' ? 0 : 1);
  });

  it('is gone when the system that it was opened in says so', async () => {
    const { me, id, handling } = await joinedCase();
    handling.cases = [];
    expect(await readAnswer(problemSchema, me.page.get(`cases/${id}`))).toMatchObject({ code: 'case-not-found' });
  });

  it('asks for as secure a login as either of them does', async () => {
    const open = system('tjanst', sourceDetail('1', { title: 'Öppen', news: [noon], dueAt: noon }));
    const secret = system('handlarna', sourceDetail('1', { externalIds: ['tjanst 1'], requiresLoa: 'loa4', news: [noon] }));
    const me = await (await caseWorld({ moreSources: [open, secret] })).visit(karin);
    const { items } = await listOf(me);
    expect(items).toMatchObject([{ title: '', references: [], unread: 0, requiresLoa: 'loa4' }]);
    expect(await readAnswer(problemSchema, me.page.get(`cases/${items[0]?.id}`))).toMatchObject({ code: 'login-level-too-low' });
  });

  it('asks for as secure a login also when the one that does is silent as it is opened', async () => {
    const open = system('tjanst', sourceDetail('1', { title: 'Öppen' }));
    const secret = system('handlarna', sourceDetail('1', { externalIds: ['tjanst 1'], requiresLoa: 'loa4' }), {
      find: () => Promise.reject(new CaseSourceError('unavailable')),
    });
    const me = await (await caseWorld({ moreSources: [open, secret] })).visit(karin);
    expect(await readAnswer(problemSchema, me.page.get(`cases/${await firstId(me)}`))).toMatchObject({ code: 'login-level-too-low' });
  });
});
