import { describe, expect, it } from 'vitest';
import { createEidOrders } from '../../../src/eid/eid-orders.ts';
import { tokenHash } from '../../../src/secrets/random.ts';
import { publicOrigin } from '../../test-app.ts';
import { arrives, leads, oidcSite, page, providerId } from './oidc-site.ts';
import { oidcWorlds } from './oidc-world.ts';
import type { OidcWorld } from './oidc-world.ts';

const arrange = oidcWorlds();
const site = async () => oidcSite(await arrange());

/** Each time that the provider is asked what a code is worth. */
function exchanges(line: OidcWorld['line']): string[] {
  const asked: string[] = [];
  line((real) => (url, init) => {
    if (String(url).endsWith('/token')) asked.push(String(url));
    return real(url, init);
  });
  return asked;
}

describe('an answer that comes twice', () => {
  it('is taken once, and leads to the page each time', async () => {
    const { browser, starts, sees, acts, line } = await site();
    const me = browser();
    const order = await starts(me);
    const search = await acts(order);
    const exchanged = exchanges(line);
    const answers = await Promise.all([arrives(me, search), arrives(me, search)]);
    answers.push(await arrives(me, search));
    for (const answer of answers) expect(leads(answer)).toEqual([303, page]);
    expect(exchanged).toHaveLength(1);
    expect(await sees(me, order)).toMatchObject({ state: 'complete' });
  });

  it('is taken once over all processes', async () => {
    const { browser, starts, acts, line, deps } = await site();
    const me = browser();
    const search = new URLSearchParams(await acts(await starts(me)));
    const exchanged = exchanges(line);
    const owner = tokenHash(me.cookies.get('__Host-kommun-eid')!);
    const processes = Array.from({ length: 4 }, () => createEidOrders(deps));
    expect(await Promise.all(processes.map((one) => one.comeBack(providerId, search, owner)))).toEqual([page, page, page, page]);
    expect(exchanged).toHaveLength(1);
  });

  it('keeps the page waiting while it is taken, and no longer than a minute when the process dies over it', async () => {
    const { browser, starts, sees, acts, line, clock } = await site();
    const me = browser();
    const order = await starts(me);
    const search = await acts(order);
    const reached = new Promise<void>((resolve) => {
      line((real) => (url, init) => {
        if (!String(url).endsWith('/token')) return real(url, init);
        resolve();
        return new Promise(() => {});
      });
    });
    void arrives(me, search);
    await reached;
    const waiting = await sees(me, order);
    expect(waiting.state).toBe('userActing');
    expect(waiting).not.toHaveProperty('redirectUrl');
    clock.forward(60);
    expect(await sees(me, order)).toMatchObject({ state: 'expired', failure: { code: 'eid-timed-out' } });
  });

  it('after the citizen has ended the order lets nobody in', async () => {
    const { browser, starts, sees, acts } = await site();
    const me = browser();
    const order = await starts(me);
    const search = await acts(order);
    await me.delete(`eid/orders/${order.id}`);
    expect(leads(await arrives(me, search))).toEqual([303, page]);
    expect(await sees(me, order)).toMatchObject({ state: 'cancelled' });
  });
});

describe('an answer that is to no order of this browser', () => {
  const expectStray = async (answer: Response) => {
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Location')).toBeNull();
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const html = await answer.text();
    expect(html).toContain('Inloggningen hör inte till den här webbläsaren');
    expect(html).toContain('<p lang="en">');
    expect(html).not.toMatch(/<script|<form|<img|<a /);
    return html;
  };

  it('is answered with a plain page, in the same words whatever it says', async () => {
    const { browser, starts, acts } = await site();
    const me = browser();
    const right = new URLSearchParams(await acts(await starts(me)));
    const [id = ''] = (right.get('state') ?? '').split('.');
    const odd = ['', '?state=', '?state=unheard-of', `?state=${id}`, `?state=${id}.guessed&code=x`, '?state=%00&code=%3Cscript%3E', `?code=${right.get('code')}`];
    const pages = new Set<string>();
    for (const search of odd) pages.add(await expectStray(await arrives(me, search)));
    pages.add(await expectStray(await me.send('GET', `eid/callback/unheard-of?${right}`)));
    expect(pages.size).toBe(1);
    // None of them has ended the order.
    expect(leads(await arrives(me, `?${right}`))).toEqual([303, page]);
  });

  it('completes nothing in another browser, with an order of its own or without', async () => {
    const { browser, starts, sees, acts, line } = await site();
    const [me, victim, passerBy] = [browser(), browser(), browser()];
    const order = await starts(me);
    const theirs = await starts(victim);
    const search = await acts(order);
    const exchanged = exchanges(line);
    await expectStray(await arrives(victim, search));
    await expectStray(await arrives(passerBy, search));
    expect(exchanged).toEqual([]);
    expect(await sees(me, order)).toMatchObject({ state: 'redirecting' });
    expect(await sees(victim, theirs)).toMatchObject({ state: 'redirecting' });
  });

  it('leads to no page that it names itself', async () => {
    const { browser, starts, acts } = await site();
    const me = browser();
    const search = await acts(await starts(me));
    const evil = encodeURIComponent('https://evil.test/');
    expect(leads(await arrives(me, `${search}&returnTo=${evil}&redirect_uri=${evil}&next=${evil}`))).toEqual([303, page]);
  });

  it('cannot be looked up while the database is away, which is said in words too', async () => {
    const { app, store, log } = await site();
    store.eidOrders.find = () => Promise.reject(new Error('198501169885'));
    const answer = await app.request(`/api/v1/eid/callback/${providerId}?state=a.b`);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'text/html; charset=UTF-8']);
    expect(await answer.text()).toContain('Något gick fel hos oss');
    expect(log).toContainEqual(expect.objectContaining({ level: 'error', event: 'request-failed' }));
    expect(JSON.stringify(log)).not.toContain('198501169885');
  });
});

describe('the page to come back to', () => {
  it.each([
    'https://evil.test/',
    '//evil.test/',
    'https://kommun.test.evil.test/',
    'https://kommun.test@evil.test/',
    'https://evil.test\\@kommun.test/',
    'https://kommun.test:8443/',
    'http://kommun.test/',
    'javascript:alert(1)//https://kommun.test/',
    'data:text/html,hej',
    '/mina-sidor/',
    '',
  ])('is refused as %s before anybody leaves', async (returnTo) => {
    const { browser } = await site();
    const answer = await browser().post('eid/orders', { purpose: 'login', provider: providerId, device: 'same', returnTo });
    expect(answer.status).toBe(422);
  });

  it.each([
    ['https:\\\\kommun.test\\@evil.test/', `${publicOrigin}/@evil.test/`],
    [`${publicOrigin}/a\r\nSet-Cookie: x=y#\nb`, `${publicOrigin}/aSet-Cookie:%20x=y#b`],
    [`${publicOrigin}/sök/?q=å#ö`, `${publicOrigin}/s%C3%B6k/?q=%C3%A5#%C3%B6`],
  ])('that is oddly written is the address that was checked: %j', async (returnTo, whole) => {
    const { browser, starts, acts } = await site();
    const me = browser();
    const answer = await arrives(me, await acts(await starts(me, { returnTo })));
    expect(leads(answer)).toEqual([303, whole]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
