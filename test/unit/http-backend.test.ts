import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpBackend } from '../../src/client/http-backend.ts';
import { secondsToWait } from '../../src/client/problem-of.ts';
import { answeringServer, answerWithoutEnd } from './answering-server.ts';

const server = answeringServer();
let backend: HttpBackend;
beforeEach(() => {
  backend = new HttpBackend(server.api);
});
const document = (status: number, code: string, more: object = {}) =>
  JSON.stringify({ type: `urn:kommun:problem:${code}`, title: 'En rubrik', status, code, ...more });

const order = {
  id: 'o1', purpose: 'login', provider: 'bankid', device: 'other', state: 'waitingForScan', pollAfterMs: 1000,
  now: '2026-03-01T12:00:00Z', expiresAt: '2026-03-01T12:03:00Z',
};

describe('the client of the backend', () => {
  it('gives what the backend answers, without fields that it does not know', async () => {
    server.sending(200, JSON.stringify({ authenticated: false, news: 1 }));
    expect(await backend.session()).toEqual({ ok: true, value: { authenticated: false } });
    expect(server.calls[0]).toMatchObject({ method: 'GET', path: '/api/v1/session' });
    expect(server.calls[0]!.headers).not.toHaveProperty('x-widget-client');
  });

  it('marks every call that changes something, and sends JSON', async () => {
    server.sending(201, JSON.stringify(order));
    await backend.startEidOrder({ purpose: 'login', provider: 'bankid', device: 'other' });
    expect(server.calls[0]).toMatchObject({ method: 'POST', path: '/api/v1/eid/orders', body: '{"purpose":"login","provider":"bankid","device":"other"}' });
    expect(server.calls[0]!.headers).toMatchObject({ 'x-widget-client': '1', 'content-type': 'application/json' });
    server.sending(204, '');
    expect(await backend.cancelEidOrder('a/b')).toEqual({ ok: true, value: null });
    expect(server.calls[1]).toMatchObject({ method: 'DELETE', path: '/api/v1/eid/orders/a%2Fb', body: '' });
    expect(server.calls[1]!.headers).toMatchObject({ 'x-widget-client': '1' });
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
    server.sending(status, document(status, code, { traceId: 't-1' }), { 'Content-Type': 'application/problem+json' });
    expect(await backend.session()).toEqual({ ok: false, problem: { code, status, traceId: 't-1' } });
  });

  it.each([
    [401, 'not-logged-in'], [403, 'request-not-allowed'], [404, 'not-found'], [409, 'conflict'], [429, 'too-many-requests'],
    [500, 'internal-error'], [502, 'internal-error'], [503, 'maintenance'], [418, 'unreadable-answer'],
  ])('understands a %i without any document', async (status, code) => {
    server.sending(status, '<h1>Fel</h1>', { 'Content-Type': 'text/html' });
    expect(await backend.session()).toEqual({ ok: false, problem: { code, status } });
  });

  it.each([
    ['HTML', '<!doctype html><title>Logga in</title>'],
    ['JSON that is cut off', '{"authenticated":fal'],
    ['the wrong shape', '{"authenticated":"yes"}'],
    ['nothing', ''],
  ])('server.calls %s an unreadable answer', async (_, body) => {
    server.sending(200, body);
    expect(await backend.session()).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });

  it('tells how long to wait, as seconds, as a date, or from the document', async () => {
    server.sending(429, document(429, 'too-many-requests'), { 'Retry-After': '7' });
    expect(await backend.session()).toMatchObject({ problem: { retryAfter: 7 } });
    server.sending(503, document(503, 'maintenance', { retryAfter: 9 }));
    expect(await backend.session()).toMatchObject({ problem: { retryAfter: 9 } });
    const now = Date.parse('2026-03-01T12:00:00Z');
    expect(secondsToWait('Sun, 01 Mar 2026 12:00:30 GMT', now)).toBe(30);
    expect(secondsToWait('Sun, 01 Mar 2026 11:00:00 GMT', now)).toBe(0);
    expect(secondsToWait('soon', now)).toBeUndefined();
  });

  it('tries a question once more when the line breaks, and a change never', async () => {
    server.answer = (response, call) => (call === 1 ? response.destroy() : response.writeHead(200).end('{"authenticated":false}'));
    expect(await backend.session()).toMatchObject({ ok: true });
    expect(server.calls).toHaveLength(2);
    server.answer = (response) => response.destroy();
    expect(await backend.endSession()).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(server.calls).toHaveLength(3);
  });

  it('knows being offline from a backend that is out of reach', async () => {
    server.answer = (response) => response.destroy();
    vi.stubGlobal('navigator', { onLine: false });
    expect(await backend.config()).toEqual({ ok: false, problem: { code: 'offline' } });
  });

  it('gives up after ten seconds, also in the middle of an answer', async () => {
    const begun = answerWithoutEnd();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = backend.session();
    await begun;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toEqual({ ok: false, problem: { code: 'timed-out' } });
  });

  it('throws for one reason alone: that it was told to stop', async () => {
    const stop = new AbortController();
    server.answer = () => stop.abort();
    await expect(backend.session(stop.signal)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('sends sound JSON on a page whose old library has taught arrays to write themselves', async () => {
    const taught = Array.prototype as unknown as { toJSON?: () => string };
    taught.toJSON = function (this: unknown[]) { return `[${this.join()}]`; };
    try {
      server.sending(201, JSON.stringify({ ...order }));
      expect(await backend.startEidOrder({ purpose: 'login', provider: 'bankid', device: 'same' })).toMatchObject({ ok: true });
      expect(JSON.parse(server.calls[0]!.body)).toEqual({ purpose: 'login', provider: 'bankid', device: 'same' });
    } finally {
      delete taught.toJSON;
    }
  });
});
