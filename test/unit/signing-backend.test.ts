import { beforeEach, describe, expect, it } from 'vitest';
import { HttpSigningBackend } from '../../src/client/signing-backend.ts';
import { answeringServer } from './answering-server.ts';

const server = answeringServer();
let backend: HttpSigningBackend;
beforeEach(() => {
  backend = new HttpSigningBackend(server.api);
});

const signing = {
  case: 'a/b', reference: '2026-1', title: 'Ansökan', service: { id: 's', name: { sv: 'Skolskjuts' } }, state: 'collecting',
  since: '2026-11-29T08:00:00Z', rule: 'all', expiresAt: '2026-12-29T08:00:00Z', parties: [], can: [],
};

describe('the client of the signatures', () => {
  it('is told a signing with its mark, and asks by that mark whether anything has changed', async () => {
    server.sending(200, signing, { ETag: '"1"' });
    expect(await backend.signing('a/b')).toEqual({ ok: true, value: { signing, etag: '"1"' } });
    expect(server.calls[0]).toMatchObject({ method: 'GET', path: '/api/v1/cases/a%2Fb/signing' });
    expect(server.calls[0]!.headers).not.toHaveProperty('if-none-match');

    server.sending(304, undefined, { ETag: '"1"' });
    expect(await backend.signing('a/b', '"1"')).toEqual({ ok: true, value: { signing: null, etag: '"1"' } });
    expect(server.calls[1]!.headers).toMatchObject({ 'if-none-match': '"1"' });
  });

  it('keeps the mark that it has when an answer without a change names none', async () => {
    server.sending(304, undefined);
    expect(await backend.signing('c', '"1"')).toEqual({ ok: true, value: { signing: null, etag: '"1"' } });
  });

  it('keeps a link\'s token out of every address', async () => {
    server.sending(200, { open: 'login', service: signing.service, expiresAt: signing.expiresAt });
    expect(await backend.openInvitation('a-secret')).toMatchObject({ ok: true, value: { open: 'login' } });
    expect(server.calls[0]).toMatchObject({ method: 'POST', path: '/api/v1/invitations/open', body: '{"token":"a-secret"}' });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ['declines', () => backend.decline('a/b', { reason: 'Nej' }), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/decline', body: '{"reason":"Nej"}' }],
    ['withdraws', () => backend.withdraw('a/b'), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/withdrawal', body: '' }],
    ['signs', () => backend.sign('a/b', 'o'), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/signature', body: '{"orderId":"o"}' }],
    ['says how the other is reached', () => backend.stateContact('a/b', 'c/d', { email: 'e@exempel.se' }), { method: 'PUT', path: '/api/v1/cases/a%2Fb/signing/parties/c%2Fd/contact', body: '{"email":"e@exempel.se"}' }],
    ['sends again', () => backend.sendAgain('a/b', 'c/d'), { method: 'POST', path: '/api/v1/cases/a%2Fb/signing/parties/c%2Fd/notices', body: '' }],
  ])('%s as something that no form on another site could, and is told the signing as it is then', async (_, act, call) => {
    server.sending(200, signing);
    expect(await act()).toEqual({ ok: true, value: signing });
    expect(server.calls).toHaveLength(1);
    expect(server.calls[0]).toMatchObject({ ...call, headers: { 'x-widget-client': '1' } });
  });

  it('sends no signature twice when the line breaks', async () => {
    server.answer = (response) => response.destroy();
    expect(await backend.sign('c', 'o')).toEqual({ ok: false, problem: { code: 'unreachable' } });
    expect(server.calls).toHaveLength(1);
  });

  it('passes on that a signature is somebody else\'s, and never takes that for a signing', async () => {
    server.sending(409, { type: 'urn:x', title: 'x', status: 409, code: 'signer-mismatch', traceId: 't' });
    expect(await backend.sign('c', 'o')).toEqual({ ok: false, problem: { code: 'signer-mismatch', status: 409, traceId: 't' } });
    server.sending(200, { ...signing, parties: 'none' });
    expect(await backend.sign('c', 'o')).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });
});
