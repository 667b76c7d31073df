import { describe, expect, it } from 'vitest';
import { activeSessionSchema } from '../../../../src/contract/session.ts';
import type { EidOrder } from '../../../../src/contract/eid-order.ts';
import type { Browser } from '../../browser.ts';
import { readAnswer } from '../../read-answer.ts';
import { arrives, fromElsewhere, leads, oidcSite, page, pageElsewhere } from './oidc-site.ts';
import type { OidcSite } from './oidc-site.ts';
import { oidcWorlds } from './oidc-world.ts';

const arrange = oidcWorlds();

/** Somebody whose login began on a site that is not the backend's. Of its page's cookies, none goes along to the backend's own address. */
async function begun() {
  const site = await oidcSite(await arrange());
  const onThePage = site.browser();
  const order = await site.starts(onThePage, { returnTo: pageElsewhere }, fromElsewhere);
  return { ...site, onThePage, order };
}

async function completed() {
  const world = await begun();
  const search = await world.acts(world.order);
  const answer = await arrives(world.browser(), search);
  const [, code = ''] = /~([\w-]*)$/.exec(answer.headers.get('Location') ?? '') ?? [];
  return { ...world, search, answer, code };
}

const claims = (browser: Browser, { id }: EidOrder, handoff?: string) => browser.post('session', { orderId: id, ...(handoff !== undefined && { handoff }) }, fromElsewhere);

async function expectNotFound(answer: Response): Promise<void> {
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'order-not-found' }]);
  expect(answer.headers.getSetCookie()).toEqual([]);
}

describe('a login on another site', () => {
  it('comes back with a code in the fragment, which with the cookie makes a session that lives on that site alone', async () => {
    const { onThePage, order, answer, code, sees } = await completed();
    expect(leads(answer)).toEqual([303, `${pageElsewhere}~${code}`]);
    expect(code).toMatch(/^[\w-]{43}$/);
    expect(await sees(onThePage, order)).toMatchObject({ state: 'complete' });

    const session = await claims(onThePage, order, code);
    expect(session.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-kommun-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=None; Partitioned$/)]);
    expect(await readAnswer(activeSessionSchema, session)).toMatchObject({ person: { displayName: 'Karin Lindgren' } });
    expect(await readAnswer(activeSessionSchema, onThePage.get('session'))).toMatchObject({ authenticated: true });
  });

  it('is nothing that a caller can claim for a page of the backend\'s own site, to be rid of the cookie', async () => {
    const site = await oidcSite(await arrange());
    const order = await site.starts(site.browser(), { returnTo: page }, fromElsewhere);
    const answer = await arrives(site.browser(), await site.acts(order));
    expect([answer.status, answer.headers.get('Location')]).toEqual([expect.any(Number), null]);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('has the code nowhere but in that address: the database knows its hash alone', async () => {
    const { code, store, log } = await completed();
    expect(store.snapshot() + JSON.stringify(log)).not.toContain(code);
  });

  it.each<[string, (world: Awaited<ReturnType<typeof completed>>) => Promise<Response>]>([
    ['a stolen code, in another browser', ({ browser, order, code }) => claims(browser(), order, code)],
    ['a stolen code, in a browser with an order of its own', async ({ browser, starts, order, code }) => {
      const thief = browser();
      await starts(thief, { returnTo: pageElsewhere }, fromElsewhere);
      return claims(thief, order, code);
    }],
    ['the cookie without the code, as whoever has passed the address on', ({ onThePage, order }) => claims(onThePage, order)],
    ['the cookie with a wrong code', ({ onThePage, order, code }) => claims(onThePage, order, `${code.slice(0, -2)}AA`)],
    ['the cookie with no code but a space', ({ onThePage, order }) => claims(onThePage, order, '')],
    ['a code that is a minute old', ({ onThePage, order, code, clock }) => {
      clock.forward(60);
      return claims(onThePage, order, code);
    }],
  ])('is nobody’s with %s', async (_, claim) => {
    await expectNotFound(await claim(await completed()));
  });

  it('is good until its minute is over', async () => {
    const { onThePage, order, code, clock } = await completed();
    clock.forward(59);
    expect((await claims(onThePage, order, code)).status).toBe(200);
  });

  it('cannot be claimed twice', async () => {
    const { onThePage, order, code } = await completed();
    expect((await claims(onThePage, order, code)).status).toBe(200);
    await expectNotFound(await claims(onThePage, order, code));
  });

  it('becomes one session when it is claimed twice at once', async () => {
    const { onThePage, order, code } = await completed();
    const answers = await Promise.all([claims(onThePage, order, code), claims(onThePage, order, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('gives no second code when the address is visited again', async () => {
    const { browser, onThePage, order, search, code } = await completed();
    expect(leads(await arrives(browser(), search))).toEqual([303, pageElsewhere]);
    expect((await claims(onThePage, order, code)).status).toBe(200);
    expect(leads(await arrives(browser(), search))).toEqual([303, pageElsewhere]);
  });

  it('is not completed by an address with another ticket', async () => {
    const { browser, order, onThePage, sees, acts } = await begun();
    const said = new URLSearchParams(await acts(order));
    said.set('state', `${said.get('state')?.split('.')[0]}.guessed`);
    expect((await arrives(browser(), `?${said}`)).status).toBe(400);
    expect(await sees(onThePage, order)).toMatchObject({ state: 'redirecting' });
  });

  it('that came to nothing comes back without a code, and says why', async () => {
    const { browser, onThePage, order, sees, acts } = await begun();
    expect(leads(await arrives(browser(), await acts(order, { error: 'access_denied' })))).toEqual([303, pageElsewhere]);
    expect(await sees(onThePage, order)).toMatchObject({ state: 'cancelled' });
  });

  it('that only tests the e-ID needs no code', async () => {
    const site = await oidcSite(await arrange());
    const onThePage = site.browser();
    const order = await site.starts(onThePage, { purpose: 'test', returnTo: pageElsewhere }, fromElsewhere);
    expect(leads(await arrives(site.browser(), await site.acts(order)))).toEqual([303, pageElsewhere]);
    expect(await site.sees(onThePage, order)).toMatchObject({ state: 'complete' });
  });

  it('has its code in a fragment even when the page had none', async () => {
    const site = await oidcSite(await arrange());
    const order = await site.starts(site.browser(), { returnTo: 'https://www.orten.test/sida' }, fromElsewhere);
    const [, location] = leads(await arrives(site.browser(), await site.acts(order)));
    expect(location).toMatch(/^https:\/\/www\.orten\.test\/sida#~[\w-]{43}$/);
  });
});

describe('a login on the backend’s own site', () => {
  it('needs no code and gets none, and one that is sent along changes nothing', async () => {
    const site: OidcSite = await oidcSite(await arrange());
    const me = site.browser();
    const order = await site.starts(me);
    expect(leads(await arrives(me, await site.acts(order)))).toEqual([303, page]);
    expect((await me.post('session', { orderId: order.id, handoff: 'x' })).status).toBe(200);
  });

  it('is not made into one on another site by whoever is asked to complete it', async () => {
    const site = await oidcSite(await arrange());
    const attacker = site.browser();
    const order = await site.starts(attacker);
    const answer = await site.browser().send('GET', `eid/callback/sweden-connect${await site.acts(order)}`, { headers: fromElsewhere });
    expect(answer.status).toBe(400);
    expect(await site.sees(attacker, order)).toMatchObject({ state: 'redirecting' });
  });
});
