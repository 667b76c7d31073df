import { describe, expect, it } from 'vitest';
import { idempotencyHeader } from '../../src/contract/case.ts';
import { clientHeader } from '../../src/contract/paths.ts';
import { failureFields } from '../src/log.ts';
import { pinoLog, scrub } from '../src/node/pino-log.ts';
import { apiBase, operations } from '../src/openapi/operations.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import type { Store } from '../src/store/store.ts';
import { approvedOrder, logIn } from './log-in.ts';
import { canary, obligingProvider } from './obliging-provider.ts';
import { publicOrigin, testApp } from './test-app.ts';

const traces = [/199001012385/, /900101-?2385/, /Kanariefågel/, /Prövling/, /secret-token/];

function recording() {
  const lines: string[] = [];
  return { lines, log: pinoLog({ write: (line) => lines.push(line) }) };
}

/** A store all of whose calls fail as a database driver does: with the statement and its values in the message. */
function failingStore(): Store {
  const failure = () => {
    const error = new Error(`insert into t values ('${canary.idNumber}', '${canary.displayName}')\n  at ${canary.familyName}`);
    return Promise.reject(Object.assign(error, { code: '23505', detail: `Key (name)=(${canary.displayName}) exists`, parameters: [canary.idNumber] }));
  };
  const failing = <T extends object>(part: T): T => new Proxy(part, { get: () => failure });
  const whole = createMemoryStore();
  return {
    sessions: failing(whole.sessions),
    eidOrders: failing(whole.eidOrders),
    faqFeedback: failing(whole.faqFeedback),
    cases: failing(whole.cases),
    readMarks: failing(whole.readMarks),
    drafts: failing(whole.drafts),
    uploads: failing(whole.uploads),
    once: failing(whole.once),
    signing: failing(whole.signing),
    registerFailures: failing(whole.registerFailures),
    ping: failure,
    close: async () => {},
  };
}

describe('the log of a whole visit', () => {
  it('says what happened, and holds nothing of who it was', async () => {
    const { lines, log } = recording();
    const world = await testApp({ deps: { log }, municipality: { faq: { feedback: true } } });
    const page = world.browser();
    await logIn(world, page);
    await page.post('session/extend');
    await page.post('session', { orderId: await approvedOrder(world, page) });
    await page.post('faq/opinions', { question: canary.givenName, helpful: true });
    await page.post('faq/opinions', { question: 'Kanariefågel Prövling', helpful: true });
    await page.get(`eid/orders/${canary.idNumber}`);
    await page.get('eid/orders/secret-token');
    await page.get(`faq?lang=${canary.idNumber}`);
    await page.delete('session');
    const text = lines.join('');
    expect(text).toContain('logged-in');
    expect(text).toContain('request-refused');
    for (const trace of [...traces, new RegExp(page.cookies.get('__Host-kommun-session') ?? 'no cookie is left')]) {
      expect(text).not.toMatch(trace);
    }
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'stays clean when the store fails under %s',
    async (_, { method, path, bytes }) => {
      const { lines, log } = recording();
      const { app } = await testApp({ deps: { log, store: failingStore() }, municipality: { faq: { feedback: true } } });
      const bodies: Record<string, unknown> = {
        '/session': { orderId: canary.idNumber },
        '/eid/orders': { purpose: 'login', provider: 'mobile-eid', device: 'other' },
        '/faq/opinions': { question: canary.givenName, helpful: true },
        '/cases/{id}/read': { upTo: null },
        '/cases/{id}/messages': { text: canary.displayName, uploadIds: [] },
        '/applications': { service: canary.idNumber, child: canary.subjectId, answers: { name: canary.displayName } },
        '/cases/{id}/application': { answers: { name: canary.displayName }, version: 1 },
        '/cases/{id}/signing/orders': { provider: 'mobile-eid', device: 'other', version: 1 },
        '/cases/{id}/signing/signature': { orderId: canary.idNumber },
        '/cases/{id}/signing/decline': { reason: canary.displayName },
        '/cases/{id}/signing/parties/{party}/contact': { email: 'kanariefågel@kommun.test'.replace('å', 'a') },
        '/invitations/open': { token: canary.idNumber },
        '/cases/{id}/draft': { text: canary.displayName, uploadIds: [] },
      };
      const answer = await app.request(`${apiBase}${path.replace('{id}', canary.subjectId)}`, {
        method: method.toUpperCase(),
        headers: {
          'Content-Type': 'application/json',
          Origin: publicOrigin,
          Cookie: '__Host-kommun-session=secret-token; __Host-kommun-eid=secret-token',
          [clientHeader.name]: clientHeader.value,
          [idempotencyHeader]: 'a-new-reply',
          'Tus-Resumable': '1.0.0',
          'Upload-Length': '5',
          'Upload-Offset': '0',
          'X-HTTP-Method-Override': 'PATCH',
          ...(bytes !== undefined && { 'Content-Type': bytes }),
        },
        ...((method === 'post' || method === 'put') && { body: JSON.stringify(bodies[path] ?? {}) }),
      });
      const statusWithoutStore: Record<string, number> = { '/config': 200, '/faq': 404, '/eid/callback/{provider}': 400 };
      expect(answer.status).toBe(statusWithoutStore[path] ?? 500);
      const everything = lines.join('') + (await answer.text());
      expect(everything.includes('"code":"23505"')).toBe(answer.status === 500);
      for (const trace of traces) expect(everything).not.toMatch(trace);
    },
  );

  it('stays clean when an e-ID provider fails with a person in its message', async () => {
    const { lines, log } = recording();
    const broken = { ...obligingProvider(), start: () => Promise.reject(new TypeError(`${canary.displayName} 900101-2385`)) };
    const { browser } = await testApp({ deps: { log }, providers: [broken] });
    const answer = await browser().post('eid/orders', { purpose: 'login', provider: 'mobile-eid', device: 'other' });
    expect(answer.status).toBe(500);
    expect(lines.join('')).toContain('TypeError');
    for (const trace of traces) expect(lines.join('')).not.toMatch(trace);
  });
});

describe('what is logged of a failure', () => {
  it('is its class, its code and where it was thrown', () => {
    const fields = failureFields(Object.assign(new RangeError('Kanariefågel\nPrövling at home'), { code: 'E1' }));
    expect(fields).toMatchObject({ error: 'RangeError', code: 'E1' });
    expect(fields['stack']).toContain('log.test.ts');
    expect(fields['stack']).not.toMatch(/Kanariefågel|Prövling/);
  });
});

describe('a finished line', () => {
  it('is what is written, one JSON object a line with the time and the event', () => {
    const { lines, log } = recording();
    log.warn('something-odd', { detail: 'about 19900101-2385', figure: 199001012385 });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 40,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'something-odd',
      detail: 'about [number]',
      figure: '[number]',
    });
  });

  it.each(['199001012385', '19900101-2385', '900101-2385', '900101+2385', '9001012385', '19900161-2385', '900101–2385', '20151031TF01'])(
    'loses the number %s wherever it stands',
    (number) => {
      const line = JSON.stringify({ a: number, [`key ${number}`]: `text (${number}).`, list: [number] });
      expect(JSON.parse(scrub(line))).toEqual({ a: '[number]', 'key [number]': 'text ([number]).', list: ['[number]'] });
    },
  );

  it('stays JSON when the number was bare', () => {
    expect(JSON.parse(scrub('{"a":199001012385,"b":[9001012385,1]}'))).toEqual({ a: '[number]', b: ['[number]', 1] });
  });

  it('keeps times, ports and longer figures', () => {
    const line = '{"time":"2026-11-24T08:00:00.000Z","ms":1795507200000,"port":54321}';
    expect(scrub(line)).toBe(line);
  });
});
