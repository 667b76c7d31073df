import { describe, expect, it } from 'vitest';
import { approvedOrder, logIn } from './log-in.ts';
import { testApp } from './test-app.ts';

const ordinary = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const partitioned = 'Path=/; HttpOnly; Secure; SameSite=None; Partitioned';
const login = { purpose: 'login', provider: 'mobile-eid', device: 'other' };

/** What follows the value of each cookie that an answer sets. */
const attributesIn = (answer: Response): string[] => answer.headers.getSetCookie().map((cookie) => cookie.replace(/^[^;]*; /, ''));

async function setFrom(headers: Record<string, string>): Promise<string[]> {
  const origin = headers['Origin'] ?? '';
  const { browser } = await testApp({ deps: { allowedOrigins: new Set(['https://kommun.test', origin]) } });
  return attributesIn(await browser().post('eid/orders', login, headers));
}

describe('a cookie', () => {
  it.each<[string, Record<string, string>]>([
    ['the same origin', { 'Sec-Fetch-Site': 'same-origin' }],
    ['a sibling, which is one site with the backend', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://www.kommun.test' }],
    ['an older browser on the same origin', {}],
    ['an older browser on a page below', { Origin: 'https://www.kommun.test' }],
  ])('given to %s is of the site', async (_, headers) => {
    expect(await setFrom(headers)).toEqual([ordinary]);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://www.orten.test' }],
    ['another site, whatever its name is like', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://www.kommun.test' }],
    ['an older browser on another site', { Origin: 'https://www.orten.test' }],
    ['an older browser on a site whose name only ends alike', { Origin: 'https://enkommun.test' }],
    ['an older browser on a page without encryption', { Origin: 'http://kommun.test' }],
  ])('given to %s is of that site’s pages alone', async (_, headers) => {
    expect(await setFrom(headers)).toEqual([partitioned]);
  });

  it('for the session and the device goes by the same rule', async () => {
    const world = await testApp();
    const page = world.browser();
    const orderId = await approvedOrder(world, page);
    const answer = await page.post('session', { orderId }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(attributesIn(answer)).toEqual([partitioned]);
  });

  it('is forgotten in both kinds when one logs out', async () => {
    const world = await testApp();
    const page = world.browser();
    await logIn(world, page);
    const set = (await page.delete('session')).headers.getSetCookie();
    for (const name of ['session', 'eid']) {
      const kinds = set.filter((cookie) => cookie.startsWith(`__Host-kommun-${name}=; Max-Age=0;`));
      expect(kinds.map((cookie) => cookie.includes('Partitioned')).sort()).toEqual([false, true]);
    }
  });
});
