import { describe, expect, it, vi } from 'vitest';
import { replyDraftSchema } from '../../../src/contract/case.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { pinoLog } from '../../src/node/pino-log.ts';
import { operations } from '../../src/openapi/operations.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { readAnswer } from '../read-answer.ts';
import { caseWorld, erik, karin, stranger } from './persons.ts';
import type { Visitor } from './persons.ts';
import { scriptedSource, sourceCase } from './scripted-source.ts';
import { caseOf, firstId, listOf, sharedCase } from './shared-case.ts';

describe('somebody else', () => {
  // Those of a signing need a case that has one: they are tried with it.
  const caseCalls = operations.filter(({ path }) => path.startsWith('/cases/{id}') && !/signing|application/.test(path));
  const uploadCalls = operations.filter(({ path }) => path.startsWith('/uploads/{id}'));
  const bodies: Record<string, unknown> = {
    'PUT /cases/{id}/read': { upTo: null },
    'POST /cases/{id}/messages': { text: 'Hej', uploadIds: [] },
    'PUT /cases/{id}/draft': { text: 'Hej', uploadIds: [] },
  };

  async function callAs({ page }: Visitor, { method, path, bytes }: (typeof operations)[number], id: string, document: string) {
    const answer = await page.send(method.toUpperCase(), path.slice(1).replace('{id}', id).replace('{document}', document), {
      headers: {
        Origin: 'https://kommun.test',
        'X-Widget-Client': '1',
        'Content-Type': bytes ?? 'application/json',
        'Idempotency-Key': 'a-new-reply',
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': '0',
        'X-HTTP-Method-Override': 'PATCH',
      },
      ...(bytes !== undefined && { body: '%PDF-' }),
      ...(method !== 'get' && bytes === undefined && { body: JSON.stringify(bodies[`${method.toUpperCase()} ${path}`] ?? {}) }),
    });
    const headers = Object.fromEntries(answer.headers);
    // The one thing that differs by nature: what to quote to the service centre.
    return { status: answer.status, headers, body: (await answer.text()).replace(/"traceId":"[^"]+"/, '') };
  }

  it.each(caseCalls.map((call) => [call.id, call] as const))('is told the same of a case as of none by %s', async (_, call) => {
    const world = await caseWorld();
    const one = await sharedCase(world);
    const [owner, other] = [await world.visit(karin), await world.visit(stranger)];
    const id = await firstId(owner);
    const [document] = (await caseOf(owner, id)).documents;
    expect((await callAs(owner, call, id, document?.id ?? '')).status).toBeLessThan(300);

    const nothing = await callAs(other, call, 'x'.repeat(id.length), document?.id ?? '');
    expect(nothing).toMatchObject({ status: 404, body: expect.stringContaining('"case-not-found"') });
    await world.deps.store.cases.endPart(one.case.id, owner.key);
    expect(await callAs(owner, call, id, document?.id ?? '')).toEqual(nothing);
    for (const real of [id, one.case.id, `own ${one.case.id}`]) {
      expect(await callAs(other, call, encodeURIComponent(real), document?.id ?? '')).toEqual(nothing);
    }
  });

  it('costs a look at nothing, so that no time tells a case of others from none', async () => {
    const source = scriptedSource('a', [sourceCase('1')]);
    const world = await caseWorld({ moreSources: [source] });
    await sharedCase(world);
    const [owner, other] = [await world.visit(karin), await world.visit(stranger)];
    const ids = (await listOf(owner)).items.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    await listOf(other);
    const asked = [vi.spyOn(world.deps.store.cases, 'part'), vi.spyOn(world.deps.store.cases, 'find'), vi.spyOn(source, 'find')];
    for (const id of [...ids, 'x'.repeat(70)]) expect((await other.page.get(`cases/${id}`)).status).toBe(404);
    for (const question of asked) expect(question).not.toHaveBeenCalled();
  });

  it.each(uploadCalls.map((call) => [call.id, call] as const))('is told the same of an upload as of none by %s', async (_, call) => {
    const world = await caseWorld();
    const [owner, other] = [await world.visit(karin), await world.visit(erik)];
    const announced = await owner.page.post('uploads', undefined, { 'Tus-Resumable': '1.0.0', 'Upload-Length': '5' });
    const id = announced.headers.get('Location')?.split('/').at(-1) ?? '';
    const nothing = await callAs(other, call, 'x'.repeat(id.length), '');
    expect(nothing).toMatchObject({ status: 404, body: expect.stringContaining('"upload-not-found"') });
    expect(await callAs(other, call, id, '')).toEqual(nothing);
    expect((await callAs(owner, call, id, '')).status).toBeLessThan(300);
  });

  it('has no use for an id out of another person\'s case, child or document', async () => {
    const world = await caseWorld();
    await sharedCase(world);
    const [me, other] = [await world.visit(karin), await world.visit(erik)];
    const mine = await caseOf(me, await firstId(me));
    const theirId = await firstId(other);
    expect((await other.page.get(`cases/${theirId}/documents/${mine.documents[0]?.id}`)).status).toBe(404);
    expect((await listOf(other, `?child=${mine.concerns.childId}`)).items).toEqual([]);
    expect((await listOf(me, `?child=${mine.concerns.childId}`)).items).toHaveLength(1);
  });

  it('cannot put another person\'s upload into a draft or a reply', async () => {
    const world = await caseWorld();
    await sharedCase(world);
    const [me, other] = [await world.visit(karin), await world.visit(erik)];
    const announced = await me.page.post('uploads', undefined, { 'Tus-Resumable': '1.0.0', 'Upload-Length': '5' });
    const uploadIds = [announced.headers.get('Location')?.split('/').at(-1) ?? ''];
    const id = await firstId(other);
    for (const answer of [
      await other.page.put(`cases/${id}/draft`, { text: 'Hej', uploadIds }),
      await other.page.post(`cases/${id}/messages`, { text: 'Hej', uploadIds }, { 'Idempotency-Key': 'a-new-reply' }),
    ]) {
      expect(await readAnswer(problemSchema, answer)).toMatchObject({ code: 'upload-not-found' });
    }
  });
});

describe('a whole visit to the inbox', () => {
  it('leaves no number, name or text in the log, and no number in any answer', async () => {
    const lines: string[] = [];
    const broken = scriptedSource('a');
    broken.answer = 'bug';
    const world = await caseWorld({ moreSources: [broken], deps: { log: pinoLog({ write: (line) => lines.push(line) }) } });
    await sharedCase(world);
    const me = await world.visit(karin);
    const id = await firstId(me);
    const [document] = (await caseOf(me, id)).documents;
    const answers = [
      await me.page.get('cases?q=Kanariefågel'),
      await me.page.get(`cases/${id}`),
      await me.page.get('cases/counts'),
      await me.page.get(`cases/${id}/documents/${document?.id}`),
      await me.page.put(`cases/${id}/draft`, { text: 'Mitt nummer är 19900101-2385', uploadIds: [] }),
      await me.page.post(`cases/${id}/messages`, { text: 'Hemlig hälsning', uploadIds: [] }, { 'Idempotency-Key': 'a-new-reply' }),
      await me.page.get(`cases/${id}/nowhere`),
      await me.page.delete('session'),
    ];
    const told = (await Promise.all(answers.map(async (answer) => JSON.stringify([...answer.headers]) + (await answer.text())))).join('');
    const logged = lines.join('');
    expect(logged).toContain('case-source-failed');
    for (const trace of [/199001012385/, /19900101-?2385/, /198001139297/, /Kanariefågel/, /Prövling/, /Åsa/, /Hemlig/, /skolskjuts/i, new RegExp(id)]) {
      expect(logged).not.toMatch(trace);
    }
    expect(told).toContain('Hemlig hälsning');
    for (const trace of [/199001012385/, /198001139297/, /Snarkfågel/, new RegExp(me.key), /child-key/]) expect(told).not.toMatch(trace);
  });

  it('stores no identity number, and drafts only sealed', async () => {
    const store = createMemoryStore();
    const world = await caseWorld({ deps: { store } });
    await sharedCase(world);
    const me = await world.visit(karin);
    const draft = { text: 'Halvskriven tanke', uploadIds: [] };
    expect(await readAnswer(replyDraftSchema, me.page.put(`cases/${await firstId(me)}/draft`, draft))).toMatchObject({ text: draft.text });
    expect(store.snapshot()).toContain('savedAt');
    expect(store.snapshot()).not.toMatch(/199001012385|Halvskriven|Kanariefågel/);
  });
});
