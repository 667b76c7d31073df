import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { loggedIn, logIn, onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo({ keepsPages: true });

/** What can be read of a page the moment that it is shown again; only a page that the browser has kept knows. */
interface Shown {
  persisted: boolean;
  text: string;
}

/** Mina sidor, logged in, in a browser that goes on to another page and keeps this one. */
async function leftLoggedIn(next: 'Kontakt' | 'Logga in'): Promise<Page> {
  const page = await (await demo.visitor()).newPage();
  // Before the widgets' own code can do anything.
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      const widgets = [...document.querySelectorAll('kommun-eid-login, kommun-case-inbox')].map(({ shadowRoot }) => shadowRoot!.textContent);
      Object.assign(window, { shown: { persisted, text: [document.body.innerText, ...widgets].join(' ') } satisfies Shown });
    });
  });
  await page.goto('/mina-sidor/');
  await logIn(page);
  await sees(page.getByRole('link', { name: 'Bygglov för altan' }));
  await page.getByRole('link', { name: next, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/mina-sidor/');
  return page;
}

async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
}

/** A page that was kept does not load once more, so there is no load to wait for. */
const goBack = (page: Page) => page.goBack({ waitUntil: 'commit' });

const shown = (page: Page): Promise<Shown | undefined> => page.evaluate('window.shown');

async function expectKeptWithoutName(page: Page): Promise<void> {
  await expect.poll(() => shown(page), { timeout: 10_000 }).toMatchObject({ persisted: true, text: expect.not.stringMatching(/Lindgren|altan/) });
}

/** As where the backend has an address of its own: it cannot make the browser forget the pages of another. */
async function withoutClearing(page: Page): Promise<void> {
  await page.context().route('**/api/v1/session', async (route) => {
    const response = await route.fetch();
    const { 'clear-site-data': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}

test('a page that the browser has kept shows no name before the backend was asked, and then who is logged in', async () => {
  const page = await leftLoggedIn('Kontakt');
  await goBack(page);
  await expectKeptWithoutName(page);
  await sees(loggedIn(page));
});

test('logging out makes the browser forget the pages that it has kept on the same address', async () => {
  const page = await leftLoggedIn('Logga in');
  await logOut(page);
  await goBack(page);
  await sees(onAnotherDevice(page));
  await seesNot(loggedIn(page));
  expect(await shown(page)).toBeUndefined();
});

test('a page that the browser has kept all the same shows nothing personal after logging out on a later page', async () => {
  const page = await leftLoggedIn('Logga in');
  await withoutClearing(page);
  await logOut(page);
  await goBack(page);
  await expectKeptWithoutName(page);
  await sees(onAnotherDevice(page));
  await seesNot(loggedIn(page));
});

test('a page that the browser has kept all the same shows nothing personal after logging out in another tab', async () => {
  const page = await leftLoggedIn('Kontakt');
  await withoutClearing(page);
  const other = await page.context().newPage();
  await other.goto('/logga-in/');
  await logOut(other);
  await goBack(page);
  await expectKeptWithoutName(page);
  await sees(onAnotherDevice(page));
  await seesNot(loggedIn(page));
});
