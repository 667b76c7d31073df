import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpCaseBackend } from '../../src/client/case-backend.ts';

let server: Server;
let backend: HttpCaseBackend;
let calls: { method: string | undefined; path: string | undefined; headers: IncomingMessage['headers']; body: string }[];
let answer: (response: ServerResponse, call: number) => void;

beforeEach(async () => {
  calls = [];
  vi.stubGlobal('navigator', { onLine: true });
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    calls.push({ method: request.method, path: request.url, headers: request.headers, body });
    answer(response, calls.length);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  backend = new HttpCaseBackend(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

const sending = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
};
const empty = { items: [], nextCursor: null, sources: [], facets: { services: [], children: [], statuses: [] } };

describe('the client of the cases', () => {
  it('asks for what is chosen, a status at a time, and for nothing that is not', async () => {
    sending(200, empty);
    expect(await backend.cases({ q: 'bygg lov', status: ['draft', 'decided'], unread: true, service: '', limit: 50 })).toEqual({ ok: true, value: empty });
    expect(calls[0]!.path).toBe('/api/v1/cases?q=bygg+lov&status=draft&status=decided&unread=true&limit=50');
    expect(calls[0]!.headers).not.toHaveProperty('x-widget-client');
  });

  it('marks what changes something, and sends the same reply under the same key', async () => {
    sending(201, { id: 'm1', at: '2026-11-24T12:00:00Z', from: 'you', text: 'Hej', documentIds: [] });
    expect(await backend.sendReply('a/b', { text: 'Hej', uploadIds: ['u1'] }, 'key-12345')).toMatchObject({ ok: true, value: { id: 'm1' } });
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/api/v1/cases/a%2Fb/messages', body: '{"text":"Hej","uploadIds":["u1"]}' });
    expect(calls[0]!.headers).toMatchObject({ 'x-widget-client': '1', 'idempotency-key': 'key-12345', 'content-type': 'application/json' });
  });

  it('needs no content to know that a case was marked', async () => {
    sending(204, '');
    expect(await backend.markRead('c1', null)).toEqual({ ok: true, value: null });
    expect(calls[0]).toMatchObject({ method: 'PUT', path: '/api/v1/cases/c1/read', body: '{"upTo":null}' });
  });

  it('passes on why it was refused, and how long to wait', async () => {
    sending(429, { type: 'urn:x', title: 'x', status: 429, code: 'too-many-requests' }, { 'Retry-After': '7' });
    expect(await backend.caseCounts()).toEqual({ ok: false, problem: { code: 'too-many-requests', status: 429, retryAfter: 7 } });
    expect(calls).toHaveLength(1);
  });

  it('calls an answer that it cannot read by its name', async () => {
    sending(200, '<html>');
    expect(await backend.oneCase('c1')).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });

  it('asks once more when the line fails, but sends nothing twice', async () => {
    answer = (response, call) => (call === 1 ? response.destroy() : response.writeHead(200).end(JSON.stringify(empty)));
    expect(await backend.cases({})).toMatchObject({ ok: true });
    answer = (response) => response.destroy();
    calls = [];
    expect(await backend.sendReply('c1', { text: 'a', uploadIds: [] }, 'key-12345')).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(calls).toHaveLength(1);
  });

  it('gives up after ten seconds, also in the middle of an answer', async () => {
    let reading!: () => void;
    const begun = new Promise<void>((resolve) => { reading = resolve; });
    const neverEnding = ({ signal }: Request) => new ReadableStream({
      start: (body) => signal.addEventListener('abort', () => body.error(signal.reason)),
      pull: () => reading(),
    }, { highWaterMark: 0 });
    vi.stubGlobal('fetch', async (request: Request) => new Response(neverEnding(request)));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = backend.cases({});
    await begun;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toEqual({ ok: false, problem: { code: 'timed-out' } });
  });

  it('says offline when the browser is', async () => {
    answer = (response) => response.destroy();
    vi.stubGlobal('navigator', { onLine: false });
    expect(await backend.discardUpload('u1')).toEqual({ ok: false, problem: { code: 'offline' } });
  });

  it('throws only for its own abort signal', async () => {
    await expect(backend.cases({}, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
