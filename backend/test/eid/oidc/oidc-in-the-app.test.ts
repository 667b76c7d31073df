import { describe, expect, it } from 'vitest';
import { casePageSchema } from '../../../../src/contract/case.ts';
import { activeSessionSchema } from '../../../../src/contract/session.ts';
import { personKeyOf } from '../../../src/cases/person-key.ts';
import { someCase } from '../../cases/some-case.ts';
import { readAnswer } from '../../read-answer.ts';
import { arrives, karin, leads, oidcSite, page, providerId } from './oidc-site.ts';
import { oidcWorlds } from './oidc-world.ts';
import { loa } from '../../../../demo/openid/openid-issuer.ts';

const arrange = oidcWorlds();
const site = async () => oidcSite(await arrange());

describe('logging in at an e-ID’s own page', () => {
  it('leads there, back to the very place on the page, and to a session', async () => {
    const { browser, starts, sees, acts } = await site();
    const me = browser();
    const order = await starts(me);
    expect(order).toMatchObject({ state: 'redirecting', redirectUrl: expect.stringMatching(/^http:\/\/localhost:/) });
    expect(order).not.toHaveProperty('hint');

    const answer = await arrives(me, await acts(order));
    expect(leads(answer)).toEqual([303, page]);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(await sees(me, order)).toMatchObject({ state: 'complete' });
    expect(await readAnswer(activeSessionSchema, me.post('session', { orderId: order.id }))).toMatchObject({
      person: { displayName: 'Karin Lindgren' },
      provider: providerId,
      loa: loa('loa3'),
    });
  });

  it('shows the way there for as long as the citizen is away, and gives them ten minutes', async () => {
    const { browser, starts, sees, clock } = await site();
    const me = browser();
    const order = await starts(me);
    expect(Date.parse(order.expiresAt) - Date.parse(order.now)).toBe(600_000);
    clock.forward(599);
    expect(await sees(me, order)).toMatchObject({ state: 'redirecting', redirectUrl: order.redirectUrl });
    clock.forward(1);
    const late = await sees(me, order);
    expect(late).toMatchObject({ state: 'expired', failure: { code: 'eid-timed-out' } });
    expect(late).not.toHaveProperty('redirectUrl');
  });

  it('tests an e-ID, logs nobody in and keeps nothing', async () => {
    const { browser, starts, sees, acts, store } = await site();
    const me = browser();
    const order = await starts(me, { purpose: 'test' });
    await arrives(me, await acts(order));
    expect(await sees(me, order)).toMatchObject({ state: 'complete' });
    expect((await me.post('session', { orderId: order.id })).status).toBe(404);
    expect(await store.eidOrders.find(order.id)).toMatchObject({ sealedIdentity: undefined, sealedProviderState: '' });
  });

  it('needs a page to come back to', async () => {
    const { browser } = await site();
    const answer = await browser().post('eid/orders', { purpose: 'login', provider: providerId, device: 'same' });
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: '/returnTo', code: 'required' }] }]);
  });
});

describe('coming back without having been identified', () => {
  it.each([
    ['having said no', { error: 'access_denied' }, 'cancelled', 'eid-cancelled'],
    ['with a level that is too low', { person: 'karin', acr: loa('loa2') }, 'failed', 'eid-level-too-low'],
    ['without a level', { person: 'karin' }, 'failed', 'eid-level-too-low'],
    ['with an e-ID that is broken', { error: 'server_error' }, 'failed', 'eid-failed'],
    ['with a number that is none', { person: 'wrong', acr: loa('loa3') }, 'failed', 'eid-failed'],
  ] as const)('%s leads to the page all the same, which then says why', async (_, act, state, code) => {
    const { browser, starts, sees, acts } = await site();
    const me = browser();
    const order = await starts(me);
    expect(leads(await arrives(me, await acts(order, act)))).toEqual([303, page]);
    expect(await sees(me, order)).toMatchObject({ state, failure: { code } });
    expect((await me.post('session', { orderId: order.id })).status).toBe(409);
  });

  it('because the e-ID does not answer any more is a failure to try again after', async () => {
    const { browser, starts, sees, acts, down, log } = await site();
    const me = browser();
    const order = await starts(me);
    const search = await acts(order);
    down(true);
    expect(leads(await arrives(me, search))).toEqual([303, page]);
    expect(await sees(me, order)).toMatchObject({ state: 'failed', hint: 'requestTimeout', failure: { code: 'eid-failed', advice: expect.arrayContaining(['tryAgain']) } });
    expect(log).toContainEqual(expect.objectContaining({ event: 'eid-provider-failed', fields: expect.objectContaining({ provider: providerId, reason: 'no connection' }) }));
  });

  it('is spared those who press while the e-ID does not answer', async () => {
    const { browser, down } = await site();
    down(true);
    const answer = await browser().post('eid/orders', { purpose: 'login', provider: providerId, device: 'same', returnTo: page });
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'eid-provider-unavailable' }]);
  });
});

describe('a person without a Swedish number', () => {
  async function foreign() {
    const kept = await oidcSite(await arrange({ preset: 'foreign-eid' }));
    const logsIn = async (person: string) => {
      const me = kept.browser();
      const order = await kept.starts(me);
      await arrives(me, await kept.acts(order, { person, acr: loa('eidas-sub') }));
      expect((await me.post('session', { orderId: order.id })).status).toBe(200);
      return me;
    };
    return { ...kept, logsIn };
  }

  it('logs in, and sees their own cases and nobody else’s', async () => {
    const { store, deps, issuer, logsIn } = await foreign();
    const subjectIds = { greta: 'DE:2sdfgh-test-0001', olle: `${issuer.url} olle` };
    for (const [person, subjectId] of Object.entries(subjectIds)) {
      await store.cases.insert([someCase([await personKeyOf(deps.keyedNames, { provider: providerId, subjectId })], { title: person })]);
    }
    for (const person of Object.keys(subjectIds)) {
      const me = await logsIn(person);
      expect((await readAnswer(casePageSchema, me.get('cases'))).items.map(({ title }) => title)).toEqual([person]);
    }
  });

  it('is told plainly that the population register has nothing about them, and has nothing to sign', async () => {
    const { logsIn } = await foreign();
    const me = await logsIn('greta');
    const answer = await me.get('children?service=skolskjuts');
    expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'person-not-in-register' }]);
    expect(await (await me.get('signing/waiting')).json()).toMatchObject({ items: [] });
  });
});

describe('the log and the database', () => {
  it('hold no name, number, code or token of a whole visit', async () => {
    const { browser, starts, acts, log, store } = await site();
    const me = browser();
    const secrets: string[] = [];
    for (const act of [karin, { error: 'server_error', words: 'Karin Lindgren 198501169885' }, { person: 'wrong', acr: loa('loa3') }]) {
      const order = await starts(me);
      const search = await acts(order, act);
      const said = new URLSearchParams(search);
      secrets.push(said.get('code') ?? 'no code', said.get('state')?.split('.')[1] ?? 'no ticket');
      await arrives(me, search);
      await arrives(browser(), search);
      await me.post('session', { orderId: order.id });
    }
    const written = JSON.stringify(log) + store.snapshot();
    expect(written).toContain('logged-in');
    for (const secret of [...secrets, ...me.cookies.values()]) expect(written).not.toContain(secret);
    expect(written).not.toMatch(/8501169885|Lindgren|198501169880/);
  });
});
