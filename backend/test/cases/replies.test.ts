import { describe, expect, it } from 'vitest';
import { caseMessageSchema, replyDraftSchema } from '../../../src/contract/case.ts';
import type { Reply } from '../../../src/contract/case.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { CaseSourceError } from '../../src/cases/case-source.ts';
import { purge } from '../../src/purge.ts';
import { readAnswer } from '../read-answer.ts';
import { caseWorld, erik, karin } from './persons.ts';
import type { CaseWorld, Visitor } from './persons.ts';
import { scriptedSource, sourceCase, sourceDetail } from './scripted-source.ts';
import { caseOf, firstId, sharedCase } from './shared-case.ts';
import { aPdf, noon, someCase } from './some-case.ts';

const tus = { 'Tus-Resumable': '1.0.0' };

/** A visitor with a case that takes replies. */
async function writer(): Promise<{ world: CaseWorld; me: Visitor; id: string }> {
  const world = await caseWorld();
  await sharedCase(world);
  const me = await world.visit(karin);
  return { world, me, id: await firstId(me) };
}

const send = ({ page }: Visitor, id: string, reply: Partial<Reply>, key = 'reply-number-1') =>
  page.post(`cases/${id}/messages`, { text: 'Här är intyget', uploadIds: [], ...reply }, { 'Idempotency-Key': key });
const codeOf = async (answer: Promise<Response>) => (await readAnswer(problemSchema, answer)).code;

/** Uploads a file, or the start of one. */
async function upload({ page }: Visitor, bytes: Uint8Array<ArrayBuffer> = aPdf, size = bytes.length, name = 'intyg.pdf'): Promise<string> {
  const metadata = { 'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}` };
  const announced = await page.post('uploads', undefined, { ...tus, ...metadata, 'Upload-Length': String(size) });
  const id = announced.headers.get('Location')?.split('/').at(-1) ?? '';
  const headers = { ...tus, Origin: 'https://kommun.test', 'X-Widget-Client': '1', 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' };
  expect((await page.send('PATCH', `uploads/${id}`, { headers, body: bytes })).status).toBe(204);
  return id;
}

describe('a reply', () => {
  it('stands in the case at once, for all who share it, as news to the others only', async () => {
    const { world, me, id } = await writer();
    const before = (await caseOf(me, id)).unread;
    const answer = await send(me, id, { text: 'Hej\nhär kommer det' });
    expect(answer.status).toBe(201);
    expect(await readAnswer(caseMessageSchema, answer)).toMatchObject({ from: 'you', text: 'Hej\nhär kommer det', at: world.clock.now().toISOString() });
    expect((await caseOf(me, id)).messages.at(-1)).toMatchObject({ from: 'you', text: 'Hej\nhär kommer det' });
    expect((await caseOf(me, id)).unread).toBe(before);
    const other = await world.visit(erik);
    const theirs = await caseOf(other, await firstId(other));
    expect(theirs.messages.at(-1)).toMatchObject({ from: 'guardian', text: 'Hej\nhär kommer det' });
    expect(theirs.unread).toBe(3);
  });

  it('says that it has not been read, until it has, and says nothing where the system does not', async () => {
    const { world, me, id } = await writer();
    expect(await readAnswer(caseMessageSchema, send(me, id, {}))).toMatchObject({ readAt: null });
    const own = (await world.deps.store.cases.pageOf(me.key, 1))[0]?.case.id ?? '';
    const readAt = new Date(world.clock.now().getTime() + 60_000);
    await world.deps.store.cases.markRead(own, world.clock.now(), readAt);
    expect((await caseOf(me, id)).messages.at(-1)).toMatchObject({ from: 'you', readAt: readAt.toISOString() });

    const message = { id: 'm', at: noon, from: 'you' as const, senderName: undefined, text: 'Hej', documentIds: [], readAt: undefined };
    const source = scriptedSource('a', [sourceCase('1')], { find: async () => sourceDetail('1', { messages: [message] }) });
    const other = await (await caseWorld({ moreSources: [source] })).visit(karin);
    expect((await caseOf(other, await firstId(other))).messages[0]).not.toHaveProperty('readAt');
  });

  it('brings its files into the case, and uses them up', async () => {
    const { me, id } = await writer();
    const uploadIds = [await upload(me), await upload(me, aPdf, aPdf.length, 'Årets lön.docx')];
    const message = await readAnswer(caseMessageSchema, send(me, id, { uploadIds }));
    const { documents } = await caseOf(me, id);
    const sent = documents.filter((document) => message.documentIds.includes(document.id));
    expect(sent.map(({ fileName, origin, mediaType }) => [fileName, origin, mediaType])).toEqual([
      ['intyg.pdf', 'you', 'application/pdf'],
      ['Årets lön.docx.pdf', 'you', 'application/pdf'],
    ]);
    const bytes = await (await me.page.get(`cases/${id}/documents/${sent[0]?.id}`)).arrayBuffer();
    expect(new Uint8Array(bytes)).toEqual(aPdf);
    expect(await codeOf(me.page.get(`uploads/${uploadIds[0]}`))).toBe('upload-not-found');
  });

  it('is sent once however often the same one is sent, with the same answer', async () => {
    const { me, id } = await writer();
    const uploadIds = [await upload(me)];
    const first = await (await send(me, id, { uploadIds })).text();
    expect(await (await send(me, id, { uploadIds })).text()).toBe(first);
    const all = (await caseOf(me, id)).messages.filter(({ from }) => from === 'you');
    expect(all).toHaveLength(1);
  });

  it('is sent once when the same one is sent twice at the same time', async () => {
    const { me, id } = await writer();
    const answers = await Promise.all([send(me, id, {}), send(me, id, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.headers.get('Retry-After')).toBe('1');
    expect((await caseOf(me, id)).messages.filter(({ from }) => from === 'you')).toHaveLength(1);
  });

  it('is refused under a key that was used for another reply, by the same person only', async () => {
    const { world, me, id } = await writer();
    await send(me, id, {});
    expect(await codeOf(send(me, id, { text: 'En annan text' }))).toBe('idempotency-key-reused');
    const other = await world.visit(erik);
    expect((await send(other, await firstId(other), { text: 'En annan text' })).status).toBe(201);
  });

  it('may be tried again under its key when it was refused or came to nothing', async () => {
    const { me, id } = await writer();
    const uploadIds = [await upload(me, aPdf.slice(0, 10), aPdf.length)];
    expect(await codeOf(send(me, id, { uploadIds }))).toBe('upload-not-complete');
    expect((await send(me, id, {})).status).toBe(201);
  });

  it('needs a key, and a text of a length that can be read', async () => {
    const { me, id } = await writer();
    expect(await codeOf(send(me, id, {}, 'short'))).toBe('invalid-request');
    expect(await codeOf(me.page.post(`cases/${id}/messages`, { text: 'Hej', uploadIds: [] }))).toBe('invalid-request');
    for (const text of ['', ' \n ', '\u0000']) expect(await codeOf(send(me, id, { text }))).toBe('invalid-request');
    expect(await codeOf(send(me, id, { text: 'x'.repeat(5001) }))).toBe('invalid-request');
    expect(await codeOf(send(me, id, { uploadIds: Array.from({ length: 11 }, () => 'a') }))).toBe('invalid-request');
  });

  it('keeps what one can write, and none of the signs that databases and other systems stumble over', async () => {
    const { me, id } = await writer();
    const text = 'Åäö\t😀👩‍👧\n\u0000\u001b\ud800\uffffslut';
    expect(await readAnswer(caseMessageSchema, send(me, id, { text }))).toMatchObject({ text: 'Åäö\t😀👩‍👧\nslut' });
  });

  it('is refused where the case takes none', async () => {
    const world = await caseWorld({ moreSources: [scriptedSource('a', [sourceCase('1')])] });
    const me = await world.visit(karin);
    expect(await codeOf(send(me, await firstId(me), {}))).toBe('reply-not-allowed');
    await world.deps.store.cases.insert([someCase([me.key], { updatedAt: new Date('2026-11-25'), reply: { allowed: false, reason: 'Avslutat' } })]);
    world.clock.forward(6);
    expect(await codeOf(send(me, await firstId(me), {}))).toBe('reply-not-allowed');
  });

  it('is refused in the same words where the system lets this person write no more', async () => {
    const source = scriptedSource('a', [sourceCase('1')], {
      find: async () => sourceDetail('1', { reply: { allowed: true } }),
      reply: async () => Promise.reject(new CaseSourceError('refused')),
    });
    const me = await (await caseWorld({ moreSources: [source] })).visit(karin);
    expect(await codeOf(send(me, await firstId(me), {}))).toBe('reply-not-allowed');
  });

  it('stays with its writer when the system it goes to does not take it', async () => {
    let works = false;
    const source = scriptedSource('a', [sourceCase('1')], {
      find: async () => sourceDetail('1', { reply: { allowed: true } }),
      reply: async (_, __, { text }) => {
        if (!works) throw new CaseSourceError('timed-out');
        return { id: 'm', at: noon, from: 'you', senderName: undefined, text, documentIds: [], readAt: undefined };
      },
    });
    const me = await (await caseWorld({ moreSources: [source] })).visit(karin);
    const id = await firstId(me);
    await me.page.put(`cases/${id}/draft`, { text: 'Här är intyget', uploadIds: [] });
    expect(await codeOf(send(me, id, {}))).toBe('case-source-unavailable');
    expect(await readAnswer(replyDraftSchema, me.page.get(`cases/${id}/draft`))).toMatchObject({ text: 'Här är intyget' });
    works = true;
    expect((await send(me, id, {})).status).toBe(201);
    expect(await readAnswer(replyDraftSchema, me.page.get(`cases/${id}/draft`))).toMatchObject({ text: '' });
  });

  it('is limited in number for each person', async () => {
    const { me, id } = await writer();
    const statuses = new Set<number>();
    for (let index = 0; index < 31; index += 1) statuses.add((await send(me, id, {}, `reply-number-${index}`)).status);
    expect([...statuses]).toEqual([201, 429]);
  });
});

describe('a draft', () => {
  it('is kept for its writer alone, with its files, and through a new login', async () => {
    const { world, me, id } = await writer();
    expect(await readAnswer(replyDraftSchema, me.page.get(`cases/${id}/draft`))).toEqual({ text: '', uploads: [], savedAt: null });
    const whole = await upload(me);
    const half = await upload(me, aPdf.slice(0, 10), aPdf.length, 'halv.pdf');
    await me.page.put(`cases/${id}/draft`, { text: 'Halvvägs', uploadIds: [whole, half] });

    const again = await world.visit(karin);
    expect(await readAnswer(replyDraftSchema, again.page.get(`cases/${id}/draft`))).toEqual({
      text: 'Halvvägs',
      uploads: [
        { id: whole, fileName: 'intyg.pdf', size: aPdf.length, received: aPdf.length },
        { id: half, fileName: 'halv.pdf', size: aPdf.length, received: 10 },
      ],
      savedAt: expect.any(String),
    });
    const other = await world.visit(erik);
    expect(await readAnswer(replyDraftSchema, other.page.get(`cases/${await firstId(other)}/draft`))).toMatchObject({ text: '' });
  });

  it('is thrown away with its files, when its writer says so or has sent it', async () => {
    const { me, id } = await writer();
    const file = await upload(me);
    await me.page.put(`cases/${id}/draft`, { text: 'Bort', uploadIds: [file] });
    expect((await me.page.delete(`cases/${id}/draft`)).status).toBe(204);
    expect((await me.page.delete(`cases/${id}/draft`)).status).toBe(204);
    expect(await codeOf(me.page.get(`uploads/${file}`))).toBe('upload-not-found');
    await me.page.put(`cases/${id}/draft`, { text: 'Skickas', uploadIds: [] });
    await send(me, id, {});
    expect(await readAnswer(replyDraftSchema, me.page.get(`cases/${id}/draft`))).toMatchObject({ savedAt: null });
  });

  it('names no file that its writer has taken away', async () => {
    const { me, id } = await writer();
    const half = await upload(me, aPdf.slice(0, 10), aPdf.length);
    await me.page.put(`cases/${id}/draft`, { text: 'Halvvägs', uploadIds: [half] });
    const headers = { ...tus, Origin: 'https://kommun.test', 'X-Widget-Client': '1' };
    expect((await me.page.send('DELETE', `uploads/${half}`, { headers })).status).toBe(204);
    expect(await readAnswer(replyDraftSchema, me.page.get(`cases/${id}/draft`))).toMatchObject({ text: 'Halvvägs', uploads: [] });
  });

  it('keeps a file that is half sent, which is thrown away after a day when no draft has it', async () => {
    const { world, me, id } = await writer();
    const [kept, lost, whole] = [await upload(me, aPdf.slice(0, 10), aPdf.length), await upload(me, aPdf.slice(0, 10), aPdf.length), await upload(me)];
    await me.page.put(`cases/${id}/draft`, { text: 'Halvvägs', uploadIds: [kept] });
    const { store } = world.deps;
    const left = async () => (await Promise.all([kept, lost, whole].map((one) => store.uploads.find(one)))).map((one) => one !== undefined);
    world.clock.forward(23 * 3600);
    await purge(store, world.clock);
    expect(await left()).toEqual([true, true, true]);
    world.clock.forward(2 * 3600);
    await purge(store, world.clock);
    expect(await left()).toEqual([true, false, true]);
  });

  it('is deleted, like its files, when it has lain for a month', async () => {
    const { world, me, id } = await writer();
    const file = await upload(me);
    await me.page.put(`cases/${id}/draft`, { text: 'Glömd', uploadIds: [file] });
    const { store } = world.deps;
    const place = { personKey: me.key, source: 'own', caseId: (await store.cases.pageOf(me.key, 1))[0]?.case.id ?? '' };
    world.clock.forward(29 * 86_400);
    await purge(store, world.clock);
    expect(await store.drafts.find(place)).toBeDefined();
    world.clock.forward(2 * 86_400);
    await purge(store, world.clock);
    expect(await store.drafts.find(place)).toBeUndefined();
    expect(await store.uploads.find(file)).toBeUndefined();
  });
});
