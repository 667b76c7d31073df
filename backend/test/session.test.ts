import { describe, expect, it } from 'vitest';
import { eidOrderSchema } from '../../src/contract/eid-order.ts';
import { problemSchema } from '../../src/contract/problem.ts';
import { activeSessionSchema, sessionSchema } from '../../src/contract/session.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { canary } from './obliging-provider.ts';
import { approvedOrder, logIn } from './log-in.ts';
import { readAnswer } from './read-answer.ts';
import { testApp } from './test-app.ts';

const sessionCookie = '__Host-kommun-session';
const minutes = 60;
const hours = 3600;

async function arrange() {
  const world = await testApp();
  const browser = world.browser();
  const isLoggedIn = async () => (await readAnswer(sessionSchema, browser.get('session'))).authenticated;
  return { ...world, page: browser, isLoggedIn };
}

describe('logging in', () => {
  it('says who is logged in, with which e-ID, and until when', async () => {
    const { page, ...world } = await arrange();
    expect(await (await page.get('session')).json()).toEqual({ authenticated: false });
    const session = await logIn(world, page);
    expect(session).toEqual({
      authenticated: true,
      person: { displayName: canary.displayName },
      provider: 'mobile-eid',
      loa: 'loa3',
      now: '2026-11-24T08:00:02.000Z',
      idleExpiresAt: '2026-11-24T08:30:02.000Z',
      expiresAt: '2026-11-24T16:00:02.000Z',
    });
    expect(await (await page.get('session')).json()).toEqual(session);
  });

  it('sets a cookie that scripts, other hosts, plain http and other sites cannot use, and that ends with the browser', async () => {
    const { page, ...world } = await arrange();
    const answer = await page.post('session', { orderId: await approvedOrder(world, page) });
    const [cookie = ''] = answer.headers.getSetCookie();
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-kommun-session=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('stores neither the tokens nor the person readably', async () => {
    const store = createMemoryStore();
    const world = await testApp({ deps: { store } });
    const page = world.browser();
    const orderId = await approvedOrder(world, page);
    const orderSecret = page.cookies.get('__Host-kommun-eid');
    await page.post('session', { orderId });
    const stored = store.snapshot();
    expect(stored).toContain('sealedIdentity');
    for (const secret of [orderSecret, page.cookies.get(sessionCookie), canary.idNumber, canary.familyName]) expect(stored).not.toContain(secret);
  });

  it('gives a new id at each login, and ends the session that the browser had', async () => {
    const { page, browser, ...world } = await arrange();
    page.cookies.set(sessionCookie, 'planted-before-the-login');
    await logIn(world, page);
    const first = page.cookies.get(sessionCookie) ?? '';
    expect(first).not.toBe('planted-before-the-login');
    await logIn(world, page);
    expect(page.cookies.get(sessionCookie)).not.toBe(first);

    const thief = browser();
    thief.cookies.set(sessionCookie, first);
    expect(await (await thief.get('session')).json()).toEqual({ authenticated: false });
  });

  it('answers anew within three minutes when the answer was lost, and the lost session is worth nothing', async () => {
    const { page, browser, clock } = await arrange();
    const orderId = await approvedOrder({ clock }, page);
    await page.post('session', { orderId });
    const lost = page.cookies.get(sessionCookie) ?? '';
    page.cookies.delete(sessionCookie);

    clock.forward(170);
    expect((await page.post('session', { orderId })).status).toBe(200);
    const finder = browser();
    finder.cookies.set(sessionCookie, lost);
    expect(await (await finder.get('session')).json()).toEqual({ authenticated: false });

    clock.forward(20);
    expect((await page.post('session', { orderId })).status).toBe(404);
  });

  it('is refused with the order of another browser, in the same words as one that does not exist', async () => {
    const { page, browser, ...world } = await arrange();
    const orderId = await approvedOrder(world, page);
    const stranger = browser();
    await stranger.post('eid/orders', { purpose: 'login', provider: 'other-eid', device: 'other' });
    const withoutTrace = async (answer: Response) => ({ ...(await readAnswer(problemSchema, answer)), traceId: '' });
    const refused = await withoutTrace(await stranger.post('session', { orderId }));
    expect(refused).toMatchObject({ code: 'order-not-found', status: 404 });
    expect(refused).toEqual(await withoutTrace(await stranger.post('session', { orderId: 'unheard-of' })));
    expect(await withoutTrace(await browser().post('session', { orderId }))).toEqual(refused);
  });

  it('is refused with an order that is not complete, and with one that only tested the e-ID', async () => {
    const { page, clock } = await arrange();
    const order = { provider: 'mobile-eid', device: 'other' };
    const { id: pending } = await readAnswer(eidOrderSchema, page.post('eid/orders', { ...order, purpose: 'login' }));
    expect(await (await page.post('session', { orderId: pending })).json()).toMatchObject({ code: 'order-not-complete', status: 409 });

    const { id: tested } = await readAnswer(eidOrderSchema, page.post('eid/orders', { ...order, purpose: 'test' }));
    clock.forward(2);
    expect(await (await page.get(`eid/orders/${tested}`)).json()).toMatchObject({ state: 'complete' });
    expect((await page.post('session', { orderId: tested })).status).toBe(404);
    expect(page.cookies.has(sessionCookie)).toBe(false);
  });

  it('lets only one of two simultaneous calls with the same order through', async () => {
    const { page, ...world } = await arrange();
    const orderId = await approvedOrder(world, page);
    const answers = await Promise.all([page.post('session', { orderId }), page.post('session', { orderId })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('staying logged in', () => {
  it('ends after half an hour without being extended; asking does not extend', async () => {
    const { page, clock, isLoggedIn } = await arrange();
    await logIn({ clock }, page);
    clock.forward(29 * minutes + 59);
    expect(await isLoggedIn()).toBe(true);
    clock.forward(1);
    expect(await isLoggedIn()).toBe(false);
  });

  it('goes on when extended, but never past eight hours', async () => {
    const { page, clock, isLoggedIn } = await arrange();
    const { expiresAt } = await logIn({ clock }, page);
    for (let elapsed = 0; elapsed < 8 * hours - 20 * minutes; elapsed += 20 * minutes) {
      clock.forward(20 * minutes);
      expect((await page.post('session/extend')).status).toBe(200);
    }
    const { idleExpiresAt } = await readAnswer(activeSessionSchema, page.get('session'));
    expect(idleExpiresAt).toBe(expiresAt);
    clock.forward(20 * minutes);
    expect(await isLoggedIn()).toBe(false);
  });

  it('cannot be extended once it has ended', async () => {
    const { page, clock } = await arrange();
    expect(await (await page.post('session/extend')).json()).toMatchObject({ code: 'not-logged-in', status: 401 });
    await logIn({ clock }, page);
    clock.forward(31 * minutes);
    expect((await page.post('session/extend')).status).toBe(401);
  });

  it('cannot be extended by a call that the logging out overtook', async () => {
    const store = createMemoryStore();
    const { browser, clock } = await testApp({ deps: { store } });
    const page = browser();
    await logIn({ clock }, page);
    const { extend } = store.sessions;
    store.sessions.extend = async (...given) => {
      await page.delete('session');
      return extend(...given);
    };
    expect(await (await page.post('session/extend')).json()).toMatchObject({ code: 'not-logged-in', status: 401 });
  });

  it('keeps the times that the municipality chose', async () => {
    const { browser, clock } = await testApp({ municipality: { session: { idleMinutes: 5, absoluteHours: 1 } } });
    const session = await logIn({ clock }, browser());
    expect(session).toMatchObject({ idleExpiresAt: '2026-11-24T08:05:02.000Z', expiresAt: '2026-11-24T09:00:02.000Z' });
  });
});

describe('a backend whose secret was changed', () => {
  it('lets those log in anew who were logged in before', async () => {
    const store = createMemoryStore();
    const before = await testApp({ deps: { store } });
    const browser = before.browser();
    await logIn(before, browser);
    const after = await testApp({ deps: { store } });
    const page = after.browser();
    page.cookies.set(sessionCookie, browser.cookies.get(sessionCookie) ?? '');
    expect(await (await page.get('session')).json()).toEqual({ authenticated: false });
    expect((await page.get('cases')).status).toBe(401);
    expect(store.snapshot()).toContain('"sessions":[]');
    expect(await logIn(after, page)).toMatchObject({ authenticated: true });
  });
});

describe('logging out', () => {
  it('ends the session for good, forgets both cookies, and advises to close the browser', async () => {
    const { page, browser, ...world } = await arrange();
    await logIn(world, page);
    const token = page.cookies.get(sessionCookie) ?? '';
    const answer = await page.delete('session');
    expect(await answer.json()).toEqual({ loggedOut: true, advice: ['closeBrowser'] });
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"');
    expect([...page.cookies.keys()]).toEqual([]);

    const thief = browser();
    thief.cookies.set(sessionCookie, token);
    expect(await (await thief.get('session')).json()).toEqual({ authenticated: false });
  });

  it('may be done twice, and by someone who never logged in', async () => {
    const { page, ...world } = await arrange();
    expect((await page.delete('session')).status).toBe(200);
    await logIn(world, page);
    expect((await page.delete('session')).status).toBe(200);
    expect((await page.delete('session')).status).toBe(200);
  });

  it('leaves the order that was logged in with worth nothing', async () => {
    const { page, ...world } = await arrange();
    const orderId = await approvedOrder(world, page);
    await page.post('session', { orderId });
    await page.delete('session');
    expect((await page.post('session', { orderId })).status).toBe(404);
  });
});
