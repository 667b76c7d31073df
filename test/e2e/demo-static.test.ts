import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpListener } from '../../backend/src/node/http-listener.ts';
import { ownPages } from '../../backend/src/widget-pages/own-page.ts';
import { widgetsBuild } from '../../demo/node/build.ts';
import { buildStaticSite, serveStaticSite } from '../../demo/node/static-site.ts';
import { bringUpToDate, launchBrowser } from './demo-browser.ts';

const folder = '/nagon/mapp/';
let host: HttpListener;
let browser: Browser;

beforeAll(async () => {
  await bringUpToDate(widgetsBuild);
  await buildStaticSite();
  [host, browser] = await Promise.all([serveStaticSite({ folder }), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await host?.close(0);
});

const address = (path: string) => `http://localhost:${host.port}${folder}${path}`;

async function visit(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address(path));
  return page;
}

async function logIn(page: Page, eid = 'BankID'): Promise<void> {
  await page.getByRole('button', { name: 'Visa telefonen' }).first().click();
  await page.getByRole('button', { name: `Använd ${eid} på en annan enhet` }).click();
  await page.getByRole('img', { name: /QR/ }).waitFor();
  const phone = page.frameLocator('.phone-panel iframe');
  await phone.getByRole('button', { name: 'Skanna QR-koden' }).click();
  await phone.getByRole('button', { name: 'Legitimera' }).click();
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
}

test('logs in, stays logged in on the next page, and logs out, with no server', async () => {
  const page = await visit('logga-in/');
  await logIn(page);
  await page.getByRole('link', { name: 'Mina sidor' }).first().click();
  await page.waitForURL(address('mina-sidor/'));
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
  await page.getByLabel('Ditt meddelande').fill('Ett halvt meddelande');
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('heading', { name: 'Du har loggat ut' }).waitFor();
  expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('Ett halvt meddelande');
  await page.reload();
  await page.getByRole('button', { name: 'Använd BankID på en annan enhet' }).waitFor();
});

test('has the e-ID whose page is on a server in the phone too', async () => {
  await logIn(await visit('logga-in/'), 'Freja eID+');
});

test('answers a start link in the phone beside the page', async () => {
  const page = await visit('logga-in/');
  await page.getByRole('button', { name: 'Visa telefonen' }).first().click();
  await page.getByRole('button', { name: 'Använd BankID på den här enheten' }).click();
  await page.getByRole('link', { name: /Öppna BankID/ }).click();
  await page.frameLocator('.phone-panel iframe').getByRole('button', { name: 'Legitimera' }).click();
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
  expect(page.url()).toBe(address('logga-in/'));
});

test('leaves the page for the app on the same device, and comes back logged in', async () => {
  const page = await visit('logga-in/');
  await page.getByRole('button', { name: 'Använd BankID på den här enheten' }).click();
  await page.getByRole('link', { name: /Öppna BankID/ }).click();
  await page.waitForURL(address('telefon/'));
  await page.getByRole('button', { name: 'Legitimera' }).click();
  await page.waitForURL(address('logga-in/'));
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
});

test('goes on with a login after the page was loaded again, before and after the app has taken it', async () => {
  const page = await visit('logga-in/');
  await page.getByRole('button', { name: 'Visa telefonen' }).first().click();
  await page.getByRole('button', { name: 'Använd BankID på den här enheten' }).click();
  const start = page.getByRole('link', { name: /Öppna BankID/ });
  await start.waitFor();
  await page.reload();
  await start.click();
  await page.locator('kommun-eid-login').getByText('Skriv din säkerhetskod i appen BankID').waitFor();
  await page.reload();
  await page.locator('kommun-eid-login').getByText('Skriv din säkerhetskod i appen BankID').waitFor();
  await page.frameLocator('.phone-panel iframe').getByRole('button', { name: 'Legitimera' }).click();
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
});

test('shows nothing personal on a page that the browser has kept, after logging out on a later one', async () => {
  const page = await visit('kontakt/');
  await page.addInitScript(() => addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    const login = document.querySelector('kommun-eid-login')!.shadowRoot!;
    sessionStorage.setItem('shown', JSON.stringify({ persisted, text: document.body.innerText + login.textContent }));
  }));
  await page.goto(address('mina-sidor/'));
  await logIn(page);
  await page.getByRole('link', { name: 'Logga in', exact: true }).click();
  await page.waitForURL(address('logga-in/'));
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('heading', { name: 'Du har loggat ut' }).waitFor();
  await page.goBack({ waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Använd BankID på en annan enhet' }).waitFor();
  expect(await page.getByText('Lindgren').count()).toBe(0);
  const shown = JSON.parse(await page.evaluate(() => sessionStorage.getItem('shown') ?? '{}'));
  expect(shown).toEqual({ persisted: true, text: expect.not.stringContaining('Lindgren') });
});

/** Calls the backend in the tab as a widget on the page would; what it answers, as JSON or as the start of a file. */
const call = (page: Page, method: string, path: string, body?: object): Promise<Record<string, never>> =>
  page.evaluate(
    async ([verb, target, json]) => {
      const headers = { 'X-Widget-Client': '1', ...(json && { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }) };
      const answer = await fetch(target, { method: verb, headers, ...(json && { body: json }) });
      if (answer.headers.get('Content-Type') === 'application/pdf') return { file: (await answer.text()).slice(0, 5) };
      return answer.status === 204 ? {} : answer.json();
    },
    [method, path.startsWith('/') ? path : address(`api/v1/${path}`), body && JSON.stringify(body)] as const,
  );

interface Made {
  case: string;
  parties: { id: string; isYou: boolean; state: string }[];
}

/** Where the signing is of an application that whoever is logged in makes for their first child. */
async function applied(page: Page, service: string, answers: Record<string, string>): Promise<string> {
  const { items } = (await call(page, 'GET', `children?service=${service}`)) as unknown as { items: { id: string }[] };
  const made = (await call(page, 'POST', 'applications', { service, child: items[0]?.id, answers })) as unknown as Made;
  return `cases/${encodeURIComponent(made.case)}/signing`;
}

test('mails the other guardian within the tab, and the mailbox has it on its own page', async () => {
  const page = await visit('logga-in/');
  await logIn(page);
  const signing = await applied(page, 'skolskjuts', { from: '2027-01-11', reason: 'distance' });
  const parties = async () => ((await call(page, 'GET', signing)) as unknown as Made).parties;
  const other = (await parties()).find(({ isYou }) => !isYou);
  await call(page, 'PUT', `${signing}/parties/${other?.id}/contact`, { email: 'fel@finns-inte.example' });
  await expect.poll(async () => (await parties()).find(({ isYou }) => !isYou)?.state).toBe('undeliverable');
  await call(page, 'PUT', `${signing}/parties/${other?.id}/contact`, { email: 'erik@exempel.se' });
  await expect.poll(async () => (await parties()).find(({ isYou }) => !isYou)?.state).toBe('delivered');

  await page.goto(address('mejl/'));
  await page.getByRole('link', { name: 'En ansökan väntar på din underskrift' }).click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Läs och skriv under' }).click();
  await page.waitForURL(/\/underskrift\/#/);
});

test('makes a receipt of what was signed within the tab', async () => {
  const page = await visit('logga-in/');
  await logIn(page);
  const signing = await applied(page, 'ledighet', { from: '2027-01-11', to: '2027-01-12', reason: 'Resa' });
  const order = (await call(page, 'POST', `${signing}/orders`, { provider: 'bankid', device: 'same', version: 1 })) as unknown as { id: string; launch: { mobile: string } };
  const { transaction } = (await call(page, 'POST', '/simulator/scan', { content: order.launch.mobile })) as unknown as { transaction: string };
  await call(page, 'POST', `/simulator/transactions/${transaction}`, { act: 'approve', person: 'karin' });
  await expect.poll(async () => (await call(page, 'GET', `eid/orders/${order.id}`))['state'], { timeout: 15_000 }).toBe('complete');
  await call(page, 'POST', `${signing}/signature`, { orderId: order.id });
  expect(await call(page, 'GET', `${signing}/receipt`)).toEqual({ file: '%PDF-' });
});

test('builds a widget and shows it, with the backend of the page around it', async () => {
  const page = await visit('byggare/?widget=eid-login');
  const preview = page.frameLocator('iframe[title="Widgeten som den blir på sidan"]');
  await preview.getByRole('button', { name: 'Använd BankID på en annan enhet' }).waitFor();
  expect(await page.locator('[data-code=loader]').textContent()).toContain(`data-api="${address('api/v1')}"`);
});

test('links to the page of each widget, with the widget and what was set', async () => {
  const page = await visit('byggare/?widget=case-inbox&heading-level=4');
  await page.getByRole('button', { name: 'Kopiera adressen' }).waitFor();
  const link = (await page.locator('[data-code=address]').textContent())!;
  expect(link).toBe(`${address('w/case-inbox/')}#kommun-case-inbox?heading-level=4`);
  expect((await page.goto(link))!.status()).toBe(200);
  await page.getByRole('heading', { level: 4, name: 'Mina ärenden' }).waitFor();
  await page.getByRole('button', { name: 'Använd BankID på en annan enhet' }).waitFor();
  for (const name of Object.keys(ownPages)) expect((await fetch(address(`w/${name}/`))).status, name).toBe(200);
});

test('has the questions on a page of their own, read without JavaScript too', async () => {
  const page = await visit('w/faq/', { javaScriptEnabled: false });
  expect(await page.locator('kommun-faq > h3').count()).toBeGreaterThan(3);
  const statement = page.getByRole('link', { name: 'Tillgänglighetsredogörelse' });
  await statement.click();
  await page.waitForURL(address('tillganglighet/'));
});

test('says that it cannot fetch a page to check, and checks its HTML', async () => {
  const page = await visit('granska/');
  await page.getByText('Demonstrationen saknar server och kan inte hämta sidan.').waitFor();
  await page.getByLabel('Sidans adress').fill('https://www.kommun.test/');
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await page.getByText('Klistra in sidans HTML här.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('html');
  expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
  await page.getByLabel('Sidans HTML').fill(`<script type="module" src="${address('v1/kommun.js')}" data-api="${address('api/v1')}"></script><p>[kommun-faq serach]</p>`);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
  await page.getByRole('heading', { name: 'kommun-faq har inget som heter serach' }).waitFor();
});

test('asks no host for anything but the files in its folder', async () => {
  const page = await visit('');
  const elsewhere: string[] = [];
  page.context().on('response', (response) => {
    const isFile = response.url().startsWith(address('')) && !response.url().startsWith(address('api/'));
    if (!isFile && !response.fromServiceWorker()) elsewhere.push(response.url());
  });
  await page.goto(address('logga-in/'));
  await logIn(page);
  expect(elsewhere).toEqual([]);
});

test('still answers questions where service workers are refused, and says that logging in is out of reach', async () => {
  const page = await visit('logga-in/', { serviceWorkers: 'block' });
  await page.getByRole('button', { name: 'Koden är glömd' }).click();
  await page.locator('kommun-faq').getByText('Banken kan ge dig en ny').waitFor();
  await page.locator('kommun-eid-login').getByRole('button', { name: 'Försök igen' }).waitFor();
});
