import { describe, expect, it } from 'vitest';
import { eidOrderSchema } from '../../../src/contract/eid-order.ts';
import type { EidOrder } from '../../../src/contract/eid-order.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import type { EidStart } from '../../src/eid/eid-provider.ts';
import { memoryRateLimits } from '../../src/http/rate-limit.ts';
import { obligingProvider } from '../obliging-provider.ts';
import { testApp, testClock } from '../test-app.ts';
import type { TestApp } from '../test-app.ts';
import { phoneOf, simulatedEid } from './simulated-world.ts';
import { iPhoneSafari } from './bankid/user-agents.ts';

async function arrange() {
  const clock = testClock();
  const { provider, simulator } = simulatedEid(clock);
  const world: TestApp = await testApp({ providers: [provider], deps: { clock, rateLimits: memoryRateLimits(clock) } });
  const login = { purpose: 'login', provider: provider.id, device: 'other' };
  return { ...world, clock, simulator, phone: phoneOf(simulator), login };
}
const orderIn = async (response: Response): Promise<EidOrder> => eidOrderSchema.parse(await response.json());

describe('logging in with an e-ID', () => {
  it('goes from the QR code over the app to a completed order', async () => {
    const { browser, login, phone, clock } = await arrange();
    const { post, get } = browser();
    const started = await post('eid/orders', login);
    expect(started.status).toBe(201);
    const order = await orderIn(started);
    expect(order.qr).toMatch(/^bankid\.[0-9a-f-]{36}\.0\.[0-9a-f]{64}$/);

    await phone.take(order.qr);
    clock.forward(2);
    expect(await orderIn(await get(`eid/orders/${order.id}`))).toMatchObject({ state: 'userActing', hint: 'started' });
    phone.does({ act: 'approve', person: 'karin' });
    clock.forward(2);
    const polled = await get(`eid/orders/${order.id}`);
    expect(polled.headers.get('Cache-Control')).toBe('no-store');
    expect(await orderIn(polled)).toMatchObject({ state: 'complete' });
  });

  it('goes over the start link on the same device', async () => {
    const { browser, login, phone, clock } = await arrange();
    const { post, get } = browser();
    const order = await orderIn(await post('eid/orders', { ...login, device: 'same' }));
    expect(order.launch?.mobile).toMatch(/^https:\/\/kommun\.test\/telefon\/#autostarttoken=/);
    await phone.take(order.launch?.mobile);
    phone.does({ act: 'approve', person: 'karin' });
    clock.forward(2);
    expect(await orderIn(await get(`eid/orders/${order.id}`))).toMatchObject({ state: 'complete' });
  });

  it('names the municipality and the purpose in the app', async () => {
    const { browser, login, simulator } = await arrange();
    const { post } = browser();
    const order = await orderIn(await post('eid/orders', login));
    expect(await simulator.app.scan(order.qr ?? '')).toMatchObject({ value: { visibleText: 'Logga in på Provköpings e-tjänster' } });
    const trial = await orderIn(await post('eid/orders', { ...login, purpose: 'test' }));
    expect(await simulator.app.scan(trial.qr ?? '')).toMatchObject({
      value: { visibleText: 'Testa din e-legitimation hos Provköping. Du loggas inte in.' },
    });
  });

  it('tells the e-ID that it is the same browser as before, long after it was closed', async () => {
    const starts: EidStart[] = [];
    const provider = { ...obligingProvider(), judgesBrowser: true, start: async (start: EidStart) => `order ${starts.push(start)}` };
    const { browser } = await testApp({ providers: [provider] });
    const { post, cookies } = browser();
    const login = { purpose: 'login', provider: provider.id, device: 'other' };
    const answer = await post('eid/orders', login, { 'User-Agent': 'Mozilla/5.0' });
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-kommun-device='));
    expect(cookie).toMatch(/Max-Age=34473600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    cookies.delete('__Host-kommun-eid');
    await post('eid/orders', login, { 'User-Agent': 'Mozilla/5.0' });
    await browser().post('eid/orders', login, { 'User-Agent': 'Mozilla/5.0' });
    await browser().post('eid/orders', login);
    const [first, again, another, nameless] = starts.map((start) => start.browser);
    expect(first).toEqual({ deviceId: expect.stringMatching(/^[\w-]{43}$/), userAgent: 'Mozilla/5.0' });
    expect(again).toEqual(first);
    expect(another?.deviceId).not.toBe(first?.deviceId);
    expect(nameless).toBeUndefined();
  });

  it('gives a browser no number for an e-ID that does not ask for one', async () => {
    const { browser } = await testApp({ providers: [obligingProvider()] });
    const { post, cookies } = browser();
    await post('eid/orders', { purpose: 'login', provider: obligingProvider().id, device: 'other' }, { 'User-Agent': 'Mozilla/5.0' });
    expect([...cookies.keys()]).toEqual(['__Host-kommun-eid']);
  });

  it('takes a device that a browser made up for none', async () => {
    const starts: EidStart[] = [];
    const provider = { ...obligingProvider(), judgesBrowser: true, start: async (start: EidStart) => `order ${starts.push(start)}` };
    const { post, cookies } = (await testApp({ providers: [provider] })).browser();
    cookies.set('__Host-kommun-device', 'x'.repeat(500));
    await post('eid/orders', { purpose: 'login', provider: provider.id, device: 'other' }, { 'User-Agent': 'Mozilla/5.0' });
    expect(starts[0]?.browser?.deviceId).toMatch(/^[\w-]{43}$/);
  });

  it('ends by a cancel that may be repeated', async () => {
    const { browser, login } = await arrange();
    const { post, get, delete: remove } = browser();
    const { id } = await orderIn(await post('eid/orders', login));
    expect((await remove(`eid/orders/${id}`)).status).toBe(204);
    expect((await remove(`eid/orders/${id}`)).status).toBe(204);
    expect(await orderIn(await get(`eid/orders/${id}`))).toMatchObject({ state: 'cancelled' });
  });

  it('answers 503 when the e-ID provider is down', async () => {
    const { browser, login, simulator, clock } = await arrange();
    simulator.disturb({ kind: 'down', until: new Date(clock.now().getTime() + 60_000) });
    const refused = await browser().post('eid/orders', login);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'eid-provider-unavailable' });
  });

  it('answers 422 for an e-ID that the municipality does not have', async () => {
    const { browser, login } = await arrange();
    const refused = await browser().post('eid/orders', { ...login, provider: 'invented' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'provider-unknown' });
  });
});

describe('an order of another browser', () => {
  it('looks like one that does not exist', async () => {
    const { browser, login } = await arrange();
    const { id } = await orderIn(await browser().post('eid/orders', login));
    const thief = browser();
    await thief.post('eid/orders', login);
    const withoutTrace = async (response: Response) => {
      const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
      return { status: response.status, headers, problem: { ...problemSchema.parse(await response.json()), traceId: '' } };
    };
    for (const ask of [thief.get, thief.delete]) {
      const others = await withoutTrace(await ask(`eid/orders/${id}`));
      expect(others).toEqual(await withoutTrace(await ask('eid/orders/invented')));
      expect(others).toMatchObject({ status: 404, problem: { code: 'order-not-found' } });
    }
  });

  it('does not exist either for a browser that never started one', async () => {
    const { browser, login } = await arrange();
    const { id } = await orderIn(await browser().post('eid/orders', login));
    expect((await browser().get(`eid/orders/${id}`)).status).toBe(404);
  });
});

describe('the page to come back to', () => {
  it.each(['https://kommun.test/logga-in', 'https://www.kommun.test/a?b=c#d'])('may be %s', async (returnTo) => {
    const { browser, login, simulator } = await arrange();
    const started = await browser().post('eid/orders', { ...login, device: 'same', returnTo }, { 'User-Agent': iPhoneSafari });
    const order = await orderIn(started);
    expect(await simulator.app.scan(order.launch?.mobile ?? '')).toMatchObject({ value: { returnUrl: returnTo } });
  });

  it.each([
    'https://evil.test/',
    'https://kommun.test.evil.test/',
    'https://kommun.test@evil.test/',
    'https://user@kommun.test/',
    'https://kommun.test:8443/',
    'http://kommun.test/',
    '//kommun.test/',
    '/logga-in',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://kommun.test/1',
    '',
  ])('may not be %s', async (returnTo) => {
    const { browser, login } = await arrange();
    const refused = await browser().post('eid/orders', { ...login, returnTo });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/returnTo', code: 'origin-not-allowed' }],
    });
  });
});

describe('starting again and again', () => {
  it('is stopped for the browser, with the time to wait, and not for its neighbour', async () => {
    const { browser, login, clock } = await arrange();
    const eager = browser();
    for (let times = 0; times < 11; times += 1) expect((await eager.post('eid/orders', login)).status).toBe(201);
    const stopped = await eager.post('eid/orders', login);
    expect(stopped.status).toBe(429);
    expect(stopped.headers.get('Retry-After')).toBe('600');
    expect((await browser().post('eid/orders', login)).status).toBe(201);
    clock.forward(600);
    expect((await eager.post('eid/orders', login)).status).toBe(201);
  });

  it('is stopped for the address when the browser throws its cookie away', async () => {
    const { browser, login } = await arrange();
    const statuses = [];
    for (let times = 0; times < 61; times += 1) statuses.push((await browser().post('eid/orders', login)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the logs', () => {
  it('hold neither the person nor a secret, whatever happens to the order', async () => {
    const { browser, login, phone, simulator, clock, log } = await arrange();
    const { post, get } = browser();
    const order = await orderIn(await post('eid/orders', login));
    await phone.take(order.qr);
    phone.does({ act: 'open', person: 'karin' });
    simulator.disturb({ kind: 'down', until: new Date(clock.now().getTime() + 3000) });
    clock.forward(2);
    await get(`eid/orders/${order.id}`);
    phone.does({ act: 'approve', person: 'karin' });
    clock.forward(2);
    expect(await orderIn(await get(`eid/orders/${order.id}`))).toMatchObject({ state: 'complete' });
    expect(log).toContainEqual(expect.objectContaining({ event: 'eid-provider-failed', fields: expect.objectContaining({ provider: login.provider }) }));
    expect(JSON.stringify(log)).not.toMatch(new RegExp(`Karin|Lindgren|19850116|${order.id}|${order.qr?.split('.')[1]}`));
  });
});

describe('asking how a login goes', () => {
  it('may be done three times a second by one browser, whoever else sits behind its address', async () => {
    const { browser, login, clock } = await arrange();
    const start = async () => {
      const { post, get } = browser();
      const { id } = await orderIn(await post('eid/orders', login));
      return () => get(`eid/orders/${id}`);
    };
    const [ask, neighbour] = [await start(), await start()];
    for (let times = 1; times <= 15; times += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('5');
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests', retryAfter: 5 });
    expect((await neighbour()).status).toBe(200);

    clock.forward(5);
    expect(await orderIn(await ask())).toMatchObject({ state: 'waitingForScan' });
  });
});
