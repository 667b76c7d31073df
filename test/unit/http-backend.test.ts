import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpBackend } from '../../src/client/http-backend.ts';
import { secondsToWait } from '../../src/client/problem-of.ts';

interface Call {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

let server: Server;
let backend: HttpBackend;
let calls: Call[];
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
  backend = new HttpBackend(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

const sending = (status: number, body: string, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end(body);
};
const document = (status: number, code: string, more: object = {}) =>
  JSON.stringify({ type: `urn:kommun:problem:${code}`, title: 'En rubrik', status, code, ...more });

const order = {
  id: 'o1', purpose: 'login', provider: 'bankid', device: 'other', state: 'waitingForScan', pollAfterMs: 1000,
  now: '2026-03-01T12:00:00Z', expiresAt: '2026-03-01T12:03:00Z',
};

describe('the client of the backend', () => {
  it('gives what the backend answers, without fields that it does not know', async () => {
    sending(200, JSON.stringify({ authenticated: false, news: 1 }));
    expect(await backend.session()).toEqual({ ok: true, value: { authenticated: false } });
    expect(calls[0]).toMatchObject({ method: 'GET', path: '/api/v1/session' });
    expect(calls[0]!.headers).not.toHaveProperty('x-widget-client');
  });

  it('marks every call that changes something, and sends JSON', async () => {
    sending(201, JSON.stringify(order));
    await backend.startEidOrder({ purpose: 'login', provider: 'bankid', device: 'other' });
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/api/v1/eid/orders', body: '{"purpose":"login","provider":"bankid","device":"other"}' });
    expect(calls[0]!.headers).toMatchObject({ 'x-widget-client': '1', 'content-type': 'application/json' });
    sending(204, '');
    expect(await backend.cancelEidOrder('a/b')).toEqual({ ok: true, value: null });
    expect(calls[1]).toMatchObject({ method: 'DELETE', path: '/api/v1/eid/orders/a%2Fb', body: '' });
    expect(calls[1]!.headers).toMatchObject({ 'x-widget-client': '1' });
  });

  it('lets a cancellation outlive the page, and carries cookies', async () => {
    const fetched = vi.fn<typeof fetch>(async () => new Response(null, { status: 204 }));
    vi.stubGlobal('fetch', fetched);
    await backend.cancelEidOrder('o1', { leaving: true });
    expect(new Request(...fetched.mock.calls[0]!)).toMatchObject({ keepalive: true, credentials: 'include', method: 'DELETE' });
  });

  it.each([
    [401, 'not-logged-in'], [403, 'request-not-allowed'], [404, 'order-not-found'], [409, 'order-not-complete'],
    [429, 'too-many-requests'], [500, 'internal-error'], [503, 'eid-provider-unavailable'], [422, 'a-code-of-a-later-version'],
  ])('passes on the problem of a %i', async (status, code) => {
    sending(status, document(status, code, { traceId: 't-1' }), { 'Content-Type': 'application/problem+json' });
    expect(await backend.session()).toEqual({ ok: false, problem: { code, status, traceId: 't-1' } });
  });

  it.each([
    [401, 'not-logged-in'], [403, 'request-not-allowed'], [404, 'not-found'], [409, 'conflict'], [429, 'too-many-requests'],
    [500, 'internal-error'], [502, 'internal-error'], [503, 'maintenance'], [418, 'unreadable-answer'],
  ])('understands a %i without any document', async (status, code) => {
    sending(status, '<h1>Fel</h1>', { 'Content-Type': 'text/html' });
    expect(await backend.session()).toEqual({ ok: false, problem: { code, status } });
  });

  it.each([
    ['HTML', '<!doctype html><title>Logga in</title>'],
    ['JSON that is cut off', '{"authenticated":fal'],
    ['the wrong shape', '{"authenticated":"yes"}'],
    ['nothing', ''],
  ])('calls %s an unreadable answer', async (_, body) => {
    sending(200, body);
    expect(await backend.session()).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });

  it('tells how long to wait, as seconds, as a date, or from the document', async () => {
    sending(429, document(429, 'too-many-requests'), { 'Retry-After': '7' });
    expect(await backend.session()).toMatchObject({ problem: { retryAfter: 7 } });
    sending(503, document(503, 'maintenance', { retryAfter: 9 }));
    expect(await backend.session()).toMatchObject({ problem: { retryAfter: 9 } });
    const now = Date.parse('2026-03-01T12:00:00Z');
    expect(secondsToWait('Sun, 01 Mar 2026 12:00:30 GMT', now)).toBe(30);
    expect(secondsToWait('Sun, 01 Mar 2026 11:00:00 GMT', now)).toBe(0);
    expect(secondsToWait('soon', now)).toBeUndefined();
  });

  it('tries a question once more when the line breaks, and a change never', async () => {
    answer = (response, call) => (call === 1 ? response.destroy() : response.writeHead(200).end('{"authenticated":false}'));
    expect(await backend.session()).toMatchObject({ ok: true });
    expect(calls).toHaveLength(2);
    answer = (response) => response.destroy();
    expect(await backend.endSession()).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(calls).toHaveLength(3);
  });

  it('knows being offline from a backend that is out of reach', async () => {
    answer = (response) => response.destroy();
    vi.stubGlobal('navigator', { onLine: false });
    expect(await backend.config()).toEqual({ ok: false, problem: { code: 'offline' } });
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
    const asked = backend.session();
    await begun;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toEqual({ ok: false, problem: { code: 'timed-out' } });
  });

  it('throws for one reason alone: that it was told to stop', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    await expect(backend.session(stop.signal)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('sends sound JSON on a page whose old library has taught arrays to write themselves', async () => {
    const taught = Array.prototype as unknown as { toJSON?: () => string };
    taught.toJSON = function (this: unknown[]) { return `[${this.join()}]`; };
    try {
      sending(201, JSON.stringify({ ...order }));
      expect(await backend.startEidOrder({ purpose: 'login', provider: 'bankid', device: 'same' })).toMatchObject({ ok: true });
      expect(JSON.parse(calls[0]!.body)).toEqual({ purpose: 'login', provider: 'bankid', device: 'same' });
    } finally {
      delete taught.toJSON;
    }
  });
});
