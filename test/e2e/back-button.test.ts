import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { answer, readsAnAnswer } from './support/host-widgets.ts';
import { visitHost } from './support/hosts.ts';
import { loggedIn, logIn, logInByLink, onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo({ keepsPages: true });

/** What can be read of a page the moment that it is shown again; only a page that the browser has kept knows. */
interface Shown {
  persisted: boolean;
  text: string;
}

/** A browser that will remember what a page shows when it is shown again. */
async function watchfulVisitor(): Promise<BrowserContext> {
  const visitor = await demo.visitor();
  // Before the widgets' own code can do anything.
  await visitor.addInitScript(() => {
    const textIn = (root: ParentNode): string => [...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? `${shadowRoot.textContent} ${textIn(shadowRoot)}` : '')).join(' ');
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) Object.assign(window, { shown: { persisted, text: document.body.innerText + textIn(document) } satisfies Shown });
    });
  });
  return visitor;
}

/** A page at `path`, logged in, in such a browser. */
async function watchedPage(path: string): Promise<Page> {
  const page = await (await watchfulVisitor()).newPage();
  await page.goto(path);
  await logIn(page);
  return page;
}

/** Goes on to another page, so that the browser keeps this one. */
async function leave(page: Page, next: 'Kontakt' | 'Logga in'): Promise<Page> {
  const before = page.url();
  await page.getByRole('link', { name: next, exact: true }).click();
  await page.waitForURL((url) => url.href !== before);
  return page;
}

/** Mina sidor, logged in, in a browser that goes on to another page and keeps this one. */
async function leftLoggedIn(next: 'Kontakt' | 'Logga in'): Promise<Page> {
  const page = await watchedPage('/mina-sidor/');
  await sees(page.getByRole('link', { name: 'Bygglov för altan' }));
  return leave(page, next);
}

async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
}

/** A page that was kept does not load once more, so there is no load to wait for. */
const goBack = (page: Page) => page.goBack({ waitUntil: 'commit' });

const shown = (page: Page): Promise<Shown | undefined> => page.evaluate('window.shown');

async function expectKeptWithoutName(page: Page): Promise<void> {
  await expect.poll(() => shown(page), { timeout: 10_000 }).toMatchObject({ persisted: true, text: expect.not.stringMatching(/Lindgren|altan|Alva|Noel|Erik/) });
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

test('a page of a site that the browser has kept is as it was left, but shows no name before the backend was asked', async () => {
  const page = await visitHost(demo, 'kept', {}, await watchfulVisitor());
  await readsAnAnswer(page);
  await logInByLink(page);
  await leave(page, 'Kontakt');
  await goBack(page);
  await expectKeptWithoutName(page);
  await sees(loggedIn(page));
  await sees(answer(page));
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

async function logOutInAnotherTab(page: Page): Promise<void> {
  await withoutClearing(page);
  const other = await page.context().newPage();
  await other.goto('/logga-in/');
  await logOut(other);
}

test('a page that the browser has kept all the same shows nothing personal after logging out in another tab', async () => {
  const page = await leftLoggedIn('Kontakt');
  await logOutInAnotherTab(page);
  await goBack(page);
  await expectKeptWithoutName(page);
  await sees(onAnotherDevice(page));
  await seesNot(loggedIn(page));
});

/** The form for school transport, with Karin's children to choose among. */
async function leftTheForm(): Promise<Page> {
  const page = await watchedPage('/skolskjuts/');
  await sees(page.getByRole('radio', { name: /^Alva/ }));
  return leave(page, 'Kontakt');
}

/** What is to be signed for Noel, by Karin and Erik. */
async function leftTheSignature(): Promise<Page> {
  const page = await watchedPage('/skolskjuts/');
  await page.getByRole('radio', { name: /^Noel/ }).check();
  await page.getByLabel('Vägen till skolan är lång').check();
  await page.getByLabel('Från vilken dag?').fill('2027-01-11');
  await page.getByRole('button', { name: 'Gå vidare till underskrift' }).click();
  await page.waitForURL(/\/underskrift\//);
  await sees(page.locator('kommun-guardian-signature').getByText('Erik').first());
  return leave(page, 'Kontakt');
}

for (const [what, left, again] of [
  ['children', leftTheForm, (page: Page) => page.getByRole('radio', { name: /^Alva/ })],
  ['a signature', leftTheSignature, (page: Page) => page.locator('kommun-guardian-signature').getByText('Erik').first()],
] as const) {
  test(`a page with ${what} that the browser has kept names nobody before the backend was asked, and then is as it was`, async () => {
    const page = await left();
    await goBack(page);
    await expectKeptWithoutName(page);
    await sees(again(page));
  });

  test(`a page with ${what} that the browser has kept names nobody after logging out in another tab`, async () => {
    const page = await left();
    await logOutInAnotherTab(page);
    await goBack(page);
    await expectKeptWithoutName(page);
    await sees(onAnotherDevice(page));
    await seesNot(again(page));
  });
}
