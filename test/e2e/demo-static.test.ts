import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HttpListener } from '../../backend/src/node/http-listener.ts';
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

async function logIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Visa telefonen' }).first().click();
  await page.getByRole('button', { name: 'BankID på en annan enhet' }).click();
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
  await page.getByRole('button', { name: 'BankID på en annan enhet' }).waitFor();
});

test('answers a start link in the phone beside the page', async () => {
  const page = await visit('logga-in/');
  await page.getByRole('button', { name: 'Visa telefonen' }).first().click();
  await page.getByRole('button', { name: 'BankID på den här enheten' }).click();
  await page.getByRole('link', { name: /Öppna BankID/ }).click();
  await page.frameLocator('.phone-panel iframe').getByRole('button', { name: 'Legitimera' }).click();
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
  expect(page.url()).toBe(address('logga-in/'));
});

test('leaves the page for the app on the same device, and comes back logged in', async () => {
  const page = await visit('logga-in/');
  await page.getByRole('button', { name: 'BankID på den här enheten' }).click();
  await page.getByRole('link', { name: /Öppna BankID/ }).click();
  await page.waitForURL(address('telefon/'));
  await page.getByRole('button', { name: 'Legitimera' }).click();
  await page.waitForURL(address('logga-in/'));
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
});

test('goes on with a login after the page was loaded again, before and after the app has taken it', async () => {
  const page = await visit('logga-in/');
  await page.getByRole('button', { name: 'Visa telefonen' }).first().click();
  await page.getByRole('button', { name: 'BankID på den här enheten' }).click();
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
  await page.getByRole('button', { name: 'BankID på en annan enhet' }).waitFor();
  expect(await page.getByText('Lindgren').count()).toBe(0);
  const shown = JSON.parse(await page.evaluate(() => sessionStorage.getItem('shown') ?? '{}'));
  expect(shown).toEqual({ persisted: true, text: expect.not.stringContaining('Lindgren') });
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
