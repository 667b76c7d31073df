import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { logIn } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

const rows = (page: Page): Locator => page.getByRole('navigation', { name: 'Mejl', exact: true }).getByRole('link');
const invitation = 'En ansökan väntar på din underskrift';

/** Calls the backend as a widget on the page would. */
const call = (page: Page, method: string, path: string, body?: object): Promise<unknown> =>
  page.evaluate(
    async ([verb, address, json]) => {
      const headers = { 'X-Widget-Client': '1', ...(json && { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }) };
      const answer = await fetch(`/api/v1/${address}`, { method: verb, headers, ...(json && { body: json }) });
      return answer.json();
    },
    [method, path, body && JSON.stringify(body)] as const,
  );

interface Party {
  id: string;
  isYou: boolean;
  state: string;
}

/** A page where Karin is logged in, with an application for Alva that Erik is to sign too. */
async function applied(): Promise<{ page: Page; writeTo: (email: string) => Promise<unknown>; other: () => Promise<Party | undefined> }> {
  const page = await demo.open('/logga-in/');
  await logIn(page);
  const { items } = (await call(page, 'GET', 'children?service=skolskjuts')) as { items: { id: string }[] };
  const application = { service: 'skolskjuts', child: items[0]?.id, answers: { from: '2027-01-11', reason: 'distance' } };
  const made = (await call(page, 'POST', 'applications', application)) as { case: string };
  const signing = `cases/${encodeURIComponent(made.case)}/signing`;
  const other = async () => ((await call(page, 'GET', signing)) as { parties: Party[] }).parties.find(({ isYou }) => !isYou);
  const party = await other();
  return { page, other, writeTo: (email) => call(page, 'PUT', `${signing}/parties/${encodeURIComponent(party?.id ?? '')}/contact`, { email }) };
}

describe('the demonstration’s mailbox', () => {
  test('shows by itself the mail to the other guardian, whose link leads to where one signs', async () => {
    const mailbox = await demo.open('/mejl/');
    await sees(mailbox.getByText('Inga mejl än.'));
    const { writeTo } = await applied();
    await writeTo('erik.sandberg@exempel.se');
    await sees(rows(mailbox).filter({ hasText: invitation }));
    expect(await mailbox.getByRole('status').textContent()).toBe(`Nytt mejl till erik.sandberg@exempel.se: ${invitation}`);

    await rows(mailbox).first().press('Enter');
    await sees(mailbox.getByRole('heading', { name: invitation, level: 2 }));
    expect(await mailbox.evaluate(() => document.activeElement?.id)).toBe('amne');
    await mailbox.frameLocator('iframe').getByRole('link', { name: 'Läs och skriv under' }).click();
    await mailbox.waitForURL(/\/underskrift\/#/);
    const token = new URL(mailbox.url()).hash.slice(1);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await call(mailbox, 'POST', 'invitations/open', { token })).toMatchObject({ open: 'login', service: { id: 'skolskjuts' } });
  });

  test('gets nothing that goes to an address which does not exist, and whoever stated it is told', async () => {
    const mailbox = await demo.open('/mejl/');
    const { page, writeTo, other } = await applied();
    await writeTo('fel@finns-inte.example');
    await expect.poll(async () => (await other())?.state, { timeout: 10_000 }).toBe('undeliverable');
    await writeTo('ratt@exempel.se');
    await expect.poll(async () => (await other())?.state, { timeout: 10_000 }).toBe('delivered');
    await sees(rows(mailbox).filter({ hasText: 'ratt@exempel.se' }));
    expect(await rows(mailbox).filter({ hasText: 'finns-inte' }).count()).toBe(0);
    expect(page.url()).not.toContain('@');
  });

  test('goes back to the list, and to the mail in it that was read, on a phone', async () => {
    const { writeTo } = await applied();
    await writeTo('annan@exempel.se');
    const mailbox = await demo.open('/mejl/', { viewport: { width: 320, height: 640 } });
    const row = rows(mailbox).filter({ hasText: 'annan@exempel.se' });
    await row.click();
    await seesNot(row);
    await mailbox.getByRole('link', { name: 'Alla mejl' }).click();
    await sees(row);
    expect(await row.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await mailbox.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('says when the demonstration is out of reach, and keeps what it has', async () => {
    const { writeTo } = await applied();
    await writeTo('kvar@exempel.se');
    const mailbox = await demo.open('/mejl/');
    await sees(rows(mailbox).filter({ hasText: 'kvar@exempel.se' }));
    await mailbox.context().setOffline(true);
    await sees(mailbox.getByText('Brevlådan når inte demonstrationen just nu'));
    await sees(rows(mailbox).filter({ hasText: 'kvar@exempel.se' }));
    await mailbox.context().setOffline(false);
    await seesNot(mailbox.getByText('Brevlådan når inte demonstrationen just nu'));
  });

  test('shows each mail under a policy of its own, which runs and fetches nothing', async () => {
    const { page, writeTo } = await applied();
    await writeTo('regler@exempel.se');
    const mailbox = await demo.open('/mejl/');
    await rows(mailbox).filter({ hasText: 'regler@exempel.se' }).click();
    const address = await mailbox.locator('iframe').getAttribute('src');
    const answer = await page.request.get(`/mejl/${address}`);
    expect(answer.headers()['content-security-policy']).toMatch(/^default-src 'none'.*sandbox/);
    expect(await answer.text()).not.toContain('Karin');
    expect((await page.request.get('/mejl/brev/okant')).status()).toBe(404);
  });
});
