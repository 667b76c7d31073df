import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpChildrenBackend } from '../../src/client/children-backend.ts';

let server: Server;
let backend: HttpChildrenBackend;
let asked: (string | undefined)[];
let answer: (response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  vi.stubGlobal('navigator', { onLine: true });
  server = createServer((request, response) => {
    asked.push(request.url);
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  backend = new HttpChildrenBackend(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`));
});

afterEach(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

const sending = (status: number, body: unknown) => {
  answer = (response) => response.writeHead(status).end(JSON.stringify(body));
};

describe('the client of the children', () => {
  it('asks for the children as one e-service may concern them', async () => {
    const list = { service: { id: 'a b', name: { sv: 'Skolskjuts' }, guardians: 'all' }, items: [{ id: 'x', displayName: 'Alva', birthYear: 2015 }], missingReasons: ['custody'] };
    sending(200, list);
    expect(await backend.children('a b')).toEqual({ ok: true, value: list });
    expect(asked).toEqual(['/api/v1/children?service=a+b']);
  });

  it('passes on which time today a register was silent', async () => {
    sending(503, { type: 'urn:x', title: 'x', status: 503, code: 'register-unreachable', attempt: 3, traceId: 't' });
    expect(await backend.children('s')).toEqual({ ok: false, problem: { code: 'register-unreachable', status: 503, attempt: 3, traceId: 't' } });
    expect(asked).toHaveLength(1);
  });

  it('takes an answer that it cannot read for no answer, and never for nobody', async () => {
    sending(200, { items: [] });
    expect(await backend.children('s')).toEqual({ ok: false, problem: { code: 'unreadable-answer', status: 200 } });
  });
});
