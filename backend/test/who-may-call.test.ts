import { describe, expect, it } from 'vitest';
import { casePageSchema, idempotencyHeader } from '../../src/contract/case.ts';
import { clientHeader, paths } from '../../src/contract/paths.ts';
import { apiBase, operations } from '../src/openapi/operations.ts';
import { keyOf, someCase } from './cases/some-case.ts';
import { approvedOrder } from './log-in.ts';
import { readAnswer } from './read-answer.ts';
import { answers, identityOf } from './signing/persons.ts';
import { apply, approvedSigning, linksTo, signingOf, signingWorld } from './signing/signing-world.ts';
import { publicOrigin, testApp } from './test-app.ts';

const asWidget = { Origin: publicOrigin, [clientHeader.name]: clientHeader.value };
const json = { 'Content-Type': 'application/json' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

const foreignCalls: Record<string, Record<string, string>> = {
  'without an origin': { ...json, [clientHeader.name]: '1' },
  'from another site': { ...asWidget, ...json, Origin: 'https://evil.test' },
  'from a sibling site': { ...asWidget, ...json, Origin: 'https://evil.kommun.test' },
  'from a sandboxed page': { ...asWidget, ...json, Origin: 'null' },
  'from a form on another site': { ...form, Origin: 'https://evil.test' },
  'from a form on the own site': { ...form, Origin: publicOrigin },
  'without the header of the widgets': { ...json, Origin: publicOrigin },
  'with a wrong value in that header': { ...asWidget, ...json, [clientHeader.name]: 'true' },
};

const changes = operations.filter(({ method }) => method !== 'get');

/** A visitor who is logged in, with one of everything that a call may name or need. */
async function visit() {
  const world = await signingWorld({ municipality: { faq: { feedback: true } } });
  const { store } = world;
  const yesterday = await world.visit('karin');
  const application = await apply(yesterday);
  const { parties, document } = await signingOf(yesterday, application.case);
  for (const { id } of parties) await yesterday.page.put(paths.partyContact(application.case, id), { email: 'nagon@kommun.test' });
  const [token] = await linksTo(world, 'karin');
  world.clock.forward(90_000);
  const karin = await world.visit('karin');
  const { page } = karin;
  const signed = await approvedSigning(world, karin, application.case);
  await store.cases.insert([someCase([await keyOf(world, identityOf('karin'))])]);
  const found = (await readAnswer(casePageSchema, page.get('cases'))).items.find(({ status }) => status === 'inProgress');
  const announced = await page.post('uploads', undefined, { ...tus, 'Upload-Length': '5' });
  const uploadId = announced.headers.get('Location')?.split('/').at(-1) ?? '';
  const orderId = await approvedOrder(world, page);
  const bodies: Record<string, unknown> = {
    '/session': { orderId },
    '/eid/orders': { purpose: 'login', provider: 'mobile-eid', device: 'other' },
    '/faq/opinions': { question: 'en-fraga', helpful: true },
    '/cases/{id}/read': { upTo: null },
    '/cases/{id}/messages': { text: 'Hej', uploadIds: [] },
    '/cases/{id}/draft': { text: 'Hej', uploadIds: [] },
    '/applications': { service: 'skolskjuts', child: application.child.id, answers },
    '/cases/{id}/application': { answers: { ...answers, other: 'Nytt' }, version: document?.version },
    '/cases/{id}/signing/orders': { provider: 'mobile-eid', device: 'other', version: document?.version },
    '/cases/{id}/signing/signature': { orderId: signed },
    '/cases/{id}/signing/parties/{party}/contact': { email: 'annan@kommun.test' },
    '/invitations/open': { token },
  };
  const caseFor = (path: string) => (/signing|application/.test(path) ? application.case : found?.id);
  return {
    page,
    party: parties[1]?.id ?? '',
    idIn: (path: string) => (path.startsWith('/cases') ? (caseFor(path) ?? '') : path.startsWith('/uploads') ? uploadId : orderId),
    bodyOf: (method: string, path: string) => {
      if (method === 'PATCH' || (method === 'POST' && path === '/uploads/{id}')) return new TextEncoder().encode('%PDF-');
      return method === 'DELETE' || path === '/uploads' ? undefined : JSON.stringify(bodies[path] ?? {});
    },
    kept: async () => ({ rows: store.snapshot(), cookies: new Map(page.cookies), upload: await store.uploads.find(uploadId) }),
  };
}

const tus = { 'Tus-Resumable': '1.0.0' };
const withPaths: Record<string, Record<string, string>> = {
  '/cases/{id}/messages': { [idempotencyHeader]: 'a-new-reply' },
  '/applications': { [idempotencyHeader]: 'a-new-application' },
  '/uploads': { ...tus, 'Upload-Length': '5' },
  '/uploads/{id}': { ...tus, 'Upload-Offset': '0', 'X-HTTP-Method-Override': 'PATCH' },
};

describe.each(Object.entries(foreignCalls))('a call %s', (_, headers) => {
  it.each(changes.map(({ method, path, bytes }) => [method.toUpperCase(), path, bytes] as const))(
    'to %s %s changes nothing',
    async (method, path, bytes) => {
      const { page, idIn, party, bodyOf, kept } = await visit();
      const before = await kept();
      const address = path.slice(1).replace('{id}', idIn(path)).replace('{party}', party);
      const body = bodyOf(method, path);
      const call = (more: Record<string, string>) => page.send(method, address, { headers: { ...withPaths[path], ...more }, ...(body && { body }) });

      const answer = await call(headers);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'request-not-allowed' });
      expect(await kept()).toEqual(before);

      // The same call from the widget does change something, or is at least let in: the refusal is what kept it out.
      const own = await call({ ...asWidget, ...json, ...(bytes !== undefined && { 'Content-Type': bytes }) });
      expect(own.status).toBeLessThan(300);
    },
  );
});

describe('reading answers from another site', () => {
  const host = 'kommun.test';
  const nearMisses = [
    'null',
    '*',
    `http://${host}`,
    `https://${host}.evil.test`,
    `https://evil-${host}`,
    `https://evil${host}`,
    `https://${host}:8443`,
    `https://${host}:443`,
    `https://${host}/`,
    `https://${host}@evil.test`,
    `https://user@${host}`,
    `HTTPS://${host}`,
    'https://KOMMUN.test',
    'https://xn--kommun-.test',
    `https://www.www.${host}`,
    `https://api.${host}`,
    `https://${host} https://evil.test`,
    `https://${host},https://evil.test`,
    ...Array.from(host, (_, index) => `https://${host.slice(0, index)}x${host.slice(index + 1)}`),
  ];

  it('is allowed for listed origins, with cookies', async () => {
    const { app } = await testApp();
    for (const origin of [publicOrigin, 'https://www.kommun.test']) {
      const { headers } = await app.request(`${apiBase}/session`, { headers: { Origin: origin } });
      expect(headers.get('Access-Control-Allow-Origin')).toBe(origin);
      expect(headers.get('Access-Control-Allow-Credentials')).toBe('true');
      expect(headers.get('Vary')).toContain('Origin');
    }
  });

  it.each(nearMisses)('is not allowed for %s', async (origin) => {
    const { app } = await testApp();
    for (const init of [{ headers: { Origin: origin } }, { method: 'OPTIONS', headers: { Origin: origin } }]) {
      const { headers } = await app.request(`${apiBase}/session`, init);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(headers.get('Vary')).toContain('Origin');
    }
  });

  it('is told of beforehand which methods and headers a widget may use', async () => {
    const { app } = await testApp();
    const headers = { Origin: publicOrigin, 'Access-Control-Request-Method': 'DELETE' };
    const answer = await app.request(`${apiBase}/session`, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, POST, PUT, PATCH, DELETE');
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBe(
      'Content-Type, If-None-Match, X-Widget-Client, Idempotency-Key, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset, X-HTTP-Method-Override',
    );
  });

  it('works for problems too, so that a widget on another host can tell what went wrong', async () => {
    const { app } = await testApp();
    const answer = await app.request(`${apiBase}/nowhere`, { headers: { Origin: publicOrigin } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(publicOrigin);
  });
});
