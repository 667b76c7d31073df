import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpSigningBackend } from '../../src/client/signing-backend.ts';

let server: Server;
let backend: HttpSigningBackend;
let calls: { method: string | undefined; path: string | undefined; headers: IncomingMessage['headers']; body: string }[];
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  calls = [];
  vi.stubGlobal('navigator', { onLine: true });
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    calls.push({ method: request.method, path: request.url, headers: request.headers, body });
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  backend = new HttpSigningBackend(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`));
});

afterEach(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

const sending = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end(body === undefined ? undefined : JSON.stringify(body));
};

const signing = {
  case: 'a/b', reference: '2026-1', title: 'Ansökan', service: { id: 's', name: { sv: 'Skolskjuts' } }, state: 'collecting',
  since: '2026-11-29T08:00:00Z', rule: 'all', expiresAt: '2026-12-29T08:00:00Z', parties: [], can: [],
};

describe('the client of the signatures', () => {
  it('is told a signing with its mark, and asks by that mark whether anything has changed', async () => {
    sending(200, signing, { ETag: '"1"' });
    expect(await backend.signing('a/b')).toEqual({ ok: true, value: { signing, etag: '"1"' } });
    expect(calls[0]).toMatchObject({ method: 'GET', path: '/api/v1/cases/a%2Fb/signing' });
    expect(calls[0]!.headers).not.toHaveProperty('if-none-match');

    sending(304, undefined, { ETag: '"1"' });
    expect(await backend.signing('a/b', '"1"')).toEqual({ ok: true, value: { signing: null, etag: '"1"' } });
    expect(calls[1]!.headers).toMatchObject({ 'if-none-match': '"1"' });
  });

  it('keeps the mark that it has when an answer without a change names none', async () => {
    sending(304, undefined);
    expect(await backend.signing('c', '"1"')).toEqual({ ok: true, value: { signing: null, etag: '"1"' } });
  });

  it('keeps a link\'s token out of every address', async () => {
    sending(200, { open: 'login', service: signing.service, expiresAt: signing.expiresAt });
    expect(await backend.openInvitation('a-secret')).toMatchObject({ ok: true, value: { open: 'login' } });
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/api/v1/invitations/open', body: '{"token":"a-secret"}' });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ['declines', () => backend.decline('a/b', { reason: 'Nej' }), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/decline', body: '{"reason":"Nej"}' }],
    ['withdraws', () => backend.withdraw('a/b'), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/withdrawal', body: '' }],
    ['signs', () => backend.sign('a/b', 'o'), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/signature', body: '{"orderId":"o"}' }],
    ['says how the other is reached', () => backend.stateContact('a/b', 'c/d', { email: 'e@exempel.se' }), { method: 'PUT', path: '/api/v1/cases/a%2Fb/signing/parties/c%2Fd/contact', body: '{"email":"e@exempel.se"}' }],
    ['sends again', () => backend.sendAgain('a/b', 'c/d'), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/parties/c%2Fd/notices', body: '' }],
  ])('%s as something that no form on another site could, and is told the signing as it is then', async (_, act, call) => {
    sending(200, signing);
    expect(await act()).toEqual({ ok: true, value: signing });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ ...call, headers: { 'x-widget-client': '1' } });
  });

  it('sends no signature twice when the line breaks', async () => {
    answer = (response) => response.destroy();
    expect(await backend.sign('c', 'o')).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(calls).toHaveLength(1);
  });

  it('passes on that a signature is somebody else\'s, and never takes that for a signing', async () => {
    sending(409, { type: 'urn:x', title: 'x', status: 409, code: 'signer-mismatch', traceId: 't' });
    expect(await backend.sign('c', 'o')).toEqual({ ok: false, problem: { code: 'signer-mismatch', status: 409, traceId: 't' } });
    sending(200, { ...signing, parties: 'none' });
    expect(await backend.sign('c', 'o')).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });
});
