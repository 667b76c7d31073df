import { beforeEach, describe, expect, it } from 'vitest';
import { HttpChildrenBackend } from '../../src/client/children-backend.ts';
import { answeringServer } from './answering-server.ts';

const server = answeringServer();
let backend: HttpChildrenBackend;
beforeEach(() => {
  backend = new HttpChildrenBackend(server.api);
});

describe('the client of the children', () => {
  it('asks for the children as one e-service may concern them', async () => {
    const list = { service: { id: 'a b', name: { sv: 'Skolskjuts' }, guardians: 'all' }, items: [{ id: 'x', displayName: 'Alva', birthYear: 2015 }], missingReasons: ['custody'] };
    server.sending(200, list);
    expect(await backend.children('a b')).toEqual({ ok: true, value: list });
    expect(server.calls.map(({ path }) => path)).toEqual(['/api/v1/children?service=a+b']);
  });

  it('passes on which time today a register was silent', async () => {
    server.sending(503, { type: 'urn:x', title: 'x', status: 503, code: 'register-unreachable', attempt: 3, traceId: 't' });
    expect(await backend.children('s')).toEqual({ ok: false, problem: { code: 'register-unreachable', status: 503, attempt: 3, traceId: 't' } });
    expect(server.calls).toHaveLength(1);
  });

  it('takes an answer that it cannot read for no answer, and never for nobody', async () => {
    server.sending(200, { items: [] });
    expect(await backend.children('s')).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });
});
