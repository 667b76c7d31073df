import { describe, expect, it } from 'vitest';
import { problemCodes, problemSchema } from '../../src/contract/problem.ts';
import { clientHeader } from '../../src/contract/paths.ts';
import { problemTitles } from '../src/http/problem-titles.ts';
import { apiBase } from '../src/openapi/operations.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { readAnswer } from './read-answer.ts';
import { publicOrigin, testApp } from './test-app.ts';

const json = { 'Content-Type': 'application/json' };
const asWidget = { Origin: publicOrigin, [clientHeader.name]: clientHeader.value };

describe('a call that cannot be answered', () => {
  it('gets a problem document with a code to act on and an id to quote, and nothing to be kept', async () => {
    const answer = await (await testApp()).app.request(`${apiBase}/nowhere`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      type: 'urn:kommun:problem:not-found',
      title: 'Det finns inget på den här adressen',
      status: 404,
      code: 'not-found',
      traceId: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  it.each([
    [undefined, 'sv'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
    ['de,sv;q=0.8,en;q=0.7', 'sv'],
    ['de', 'sv'],
    ['en;q=0.2, sv;q=0.9', 'sv'],
  ] as const)('is told in the language that the browser prefers: %s', async (accepted, language) => {
    const { app } = await testApp();
    const answer = await app.request(`${apiBase}/nowhere`, { headers: accepted ? { 'Accept-Language': accepted } : {} });
    expect(answer.headers.get('Content-Language')).toBe(language);
    expect(answer.headers.get('Vary')).toContain('Accept-Language');
    expect((await readAnswer(problemSchema, answer)).title).toBe(problemTitles['not-found'][language]);
  });

  it('says which methods an address has', async () => {
    const { app } = await testApp();
    const answer = await app.request(`${apiBase}/session`, { method: 'PUT', headers: asWidget });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe('GET, POST, DELETE');
  });

  it('has a title in both languages for every code', () => {
    expect(Object.keys(problemTitles).sort()).toEqual([...problemCodes].sort());
    for (const { sv, en } of Object.values(problemTitles)) expect(sv).not.toBe(en);
  });
});

describe('a body', () => {
  const post = async (body: string, headers: Record<string, string> = json) => {
    const answer = await (await testApp()).browser().send('POST', 'session', { body, headers: { ...asWidget, ...headers } });
    return { status: answer.status, text: await answer.text() };
  };

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json-patch+json'])(
    'has to be JSON, not %s',
    async (type) => expect((await post('{"orderId":"x"}', { 'Content-Type': type })).status).toBe(415),
  );

  it('has to say that it is JSON', async () => {
    const { app } = await testApp();
    const body = new TextEncoder().encode('{"orderId":"x"}');
    expect((await app.request(`${apiBase}/session`, { method: 'POST', headers: asWidget, body })).status).toBe(415);
  });

  it.each(['', '{', 'null null'])('that is no JSON is a bad request: %j', async (body) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '', code: 'not-json' }] });
  });

  it('of the wrong shape is told where, and never what', async () => {
    const { status, text } = await post('{"orderId":199001012385,"199001032383":"Prövling"}');
    expect(status).toBe(422);
    expect(JSON.parse(text).errors).toEqual([
      { pointer: '/orderId', code: 'invalid-type' },
      { pointer: '', code: 'unrecognized-keys' },
    ]);
    expect(text).not.toMatch(/1990|Prövling/);
  });

  it.each(['null', '[]', '"x"', '7'])('that is no object is of the wrong shape: %s', async (body) => {
    expect((await post(body)).status).toBe(422);
  });

  it('may be 64 kB and no more, even when it does not say how long it is', async () => {
    const padded = (length: number) => `{"orderId":"x"}${' '.repeat(length - 15)}`;
    expect((await post(padded(64 * 1024))).status).toBe(404);
    expect((await post(padded(64 * 1024 + 1))).status).toBe(413);

    const { app } = await testApp();
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(16_384)) });
    const request = new Request(`${publicOrigin}${apiBase}/session`, {
      method: 'POST',
      headers: { ...asWidget, ...json },
      body: endless,
      duplex: 'half',
    });
    expect((await app.request(request)).status).toBe(413);
  });
});

describe('a failure of our own', () => {
  it('tells the citizen nothing of its cause', async () => {
    const store = createMemoryStore();
    store.sessions.find = () => Promise.reject(new Error('select * from sessions -- 199001012385'));
    const { browser } = await testApp({ deps: { store } });
    const page = browser();
    page.cookies.set('__Host-kommun-session', 'a-token');
    const answer = await page.get('session');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(['code', 'status', 'title', 'traceId', 'type']);
    expect(text).not.toMatch(/select|1990|at /);
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/nowhere', `${apiBase}/config`, `${apiBase}/session`, `${apiBase}/nowhere`])('from %s is safe to open in a browser', async (path) => {
    const { headers } = await (await testApp()).app.request(path);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  it('about a person is not to be kept', async () => {
    const { headers } = await (await testApp()).browser().get('session');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('the health of the server', () => {
  it('is good while the store answers', async () => {
    const { app } = await testApp();
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(200);
  });

  it('is told as not ready when the store does not answer, and while closing', async () => {
    const broken = await testApp({ deps: { store: { ...createMemoryStore(), ping: () => Promise.reject(new Error('down')) } } });
    expect((await broken.app.request('/readyz')).status).toBe(503);
    expect((await broken.app.request('/healthz')).status).toBe(200);
    const closing = await testApp({ deps: { accepting: () => false } });
    expect((await closing.app.request('/readyz')).status).toBe(503);
  });
});
