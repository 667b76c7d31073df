import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpCaseBackend } from '../../src/client/case-backend.ts';
import { answeringServer, answerWithoutEnd } from './answering-server.ts';

const server = answeringServer();
let backend: HttpCaseBackend;
beforeEach(() => {
  backend = new HttpCaseBackend(server.api);
});
const empty = { items: [], nextCursor: null, sources: [], facets: { services: [], children: [], statuses: [] } };

describe('the client of the cases', () => {
  it('asks for what is chosen, a status at a time, and for nothing that is not', async () => {
    server.sending(200, empty);
    expect(await backend.cases({ q: 'bygg lov', status: ['draft', 'decided'], unread: true, service: '', limit: 50 })).toEqual({ ok: true, value: empty });
    expect(server.calls[0]!.path).toBe('/api/v1/cases?q=bygg+lov&status=draft&status=decided&unread=true&limit=50');
    expect(server.calls[0]!.headers).not.toHaveProperty('x-widget-client');
  });

  it('marks what changes something, and sends the same reply under the same key', async () => {
    server.sending(201, { id: 'm1', at: '2026-11-24T12:00:00Z', from: 'you', text: 'Hej', documentIds: [] });
    expect(await backend.sendReply('a/b', { text: 'Hej', uploadIds: ['u1'] }, 'key-12345')).toMatchObject({ ok: true, value: { id: 'm1' } });
    expect(server.calls[0]).toMatchObject({ method: 'POST', path: '/api/v1/cases/a%2Fb/messages', body: '{"text":"Hej","uploadIds":["u1"]}' });
    expect(server.calls[0]!.headers).toMatchObject({ 'x-widget-client': '1', 'idempotency-key': 'key-12345', 'content-type': 'application/json' });
  });

  it('needs no content to know that a case was marked', async () => {
    server.sending(204, '');
    expect(await backend.markRead('c1', null)).toEqual({ ok: true, value: null });
    expect(server.calls[0]).toMatchObject({ method: 'PUT', path: '/api/v1/cases/c1/read', body: '{"upTo":null}' });
  });

  it('passes on why it was refused, and how long to wait', async () => {
    server.sending(429, { type: 'urn:x', title: 'x', status: 429, code: 'too-many-requests' }, { 'Retry-After': '7' });
    expect(await backend.caseCounts()).toEqual({ ok: false, problem: { code: 'too-many-requests', status: 429, retryAfter: 7 } });
    expect(server.calls).toHaveLength(1);
  });

  it('server.calls an answer that it cannot read by its name', async () => {
    server.sending(200, '<html>');
    expect(await backend.oneCase('c1')).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });

  it('asks once more when the line fails, but sends nothing twice', async () => {
    server.answer = (response, call) => (call === 1 ? response.destroy() : response.writeHead(200).end(JSON.stringify(empty)));
    expect(await backend.cases({})).toMatchObject({ ok: true });
    server.answer = (response) => response.destroy();
    server.calls = [];
    expect(await backend.sendReply('c1', { text: 'a', uploadIds: [] }, 'key-12345')).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(server.calls).toHaveLength(1);
  });

  it('gives up after ten seconds, also in the middle of an answer', async () => {
    const begun = answerWithoutEnd();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = backend.cases({});
    await begun;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toEqual({ ok: false, problem: { code: 'timed-out' } });
  });

  it('says offline when the browser is', async () => {
    server.answer = (response) => response.destroy();
    vi.stubGlobal('navigator', { onLine: false });
    expect(await backend.discardUpload('u1')).toEqual({ ok: false, problem: { code: 'offline' } });
  });

  it('throws only for its own abort signal', async () => {
    await expect(backend.cases({}, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
