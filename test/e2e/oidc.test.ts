import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { failures } from '../../demo/openid/login-page.ts';
import { serveDemo } from './support/demo.ts';
import { loggedIn, onAnotherDevice } from './support/login.ts';
import { approveThere, ownPage, toOwnPage, withFreja } from './support/own-page.ts';
import { sees, seesNot } from './support/sees.ts';
import { applied, toSign } from './support/signing.ts';

const demo = serveDemo();

const continueThere = (page: Page): Locator => page.getByRole('link', { name: 'Fortsätt till Freja eID+' });

/** Every order that `page` starts from now on. */
function startedOrders(page: Page): string[] {
  const started: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/eid/orders') && started.push(request.url()));
  return started;
}

describe('logging in with an e-ID that has a page of its own', () => {
  test('is offered beside BankID, and happens in the same tab, back to the exact place of the page', async () => {
    const page = await demo.open('/logga-in/?fran=start#testa', { viewport: { width: 800, height: 900 } });
    await sees(onAnotherDevice(page));
    await sees(withFreja(page));
    await page.evaluate(() => scrollTo({ top: 120, behavior: 'instant' }));
    await toOwnPage(page);
    expect(new URL(page.url()).origin).not.toBe(demo.url);
    await approveThere(page);
    await sees(loggedIn(page));
    expect(page.url()).toBe(`${demo.url}/logga-in/?fran=start#testa`);
    expect(await page.evaluate(() => Math.round(scrollY))).toBe(120);
    expect(page.context().pages()).toHaveLength(1);
  });

  test('lets one in as the person that one is there', async () => {
    const page = await demo.open('/logga-in/');
    await toOwnPage(page);
    await page.getByLabel('Vem är du?').selectOption('oskar');
    await approveThere(page);
    await sees(page.getByText('Inloggad som Oskar Nyberg'));
  });

  test('leads on to the page that sent the citizen here', async () => {
    const page = await demo.open('/logga-in/?kommun-next=/mina-sidor/');
    await toOwnPage(page);
    await approveThere(page);
    await page.waitForURL('**/mina-sidor/');
    await sees(loggedIn(page));
  });

  test('asks anew who one is after logging out', async () => {
    const page = await demo.open('/logga-in/');
    await toOwnPage(page);
    await approveThere(page);
    await sees(loggedIn(page));
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
    await page.reload();
    await toOwnPage(page);
    await sees(page.getByLabel('Vem är du?'));
  });

  test('starts nothing anew when the page is loaded again after coming back', async () => {
    const page = await demo.open('/logga-in/');
    await toOwnPage(page);
    await approveThere(page);
    await sees(loggedIn(page));
    const started = startedOrders(page);
    await page.reload();
    await sees(loggedIn(page));
    expect(started).toEqual([]);
  });

  test('tests the e-ID too, and logs nobody in', async () => {
    const page = await demo.open('/logga-in/#testa');
    await page.getByRole('button', { name: 'Testa Freja eID+' }).click();
    await sees(ownPage(page));
    await approveThere(page);
    await sees(page.getByRole('heading', { name: 'Din e-legitimation fungerar' }));
    await sees(onAnotherDevice(page));
    expect(page.url()).toBe(`${demo.url}/logga-in/#testa`);
  });

  test('is no way to sign, which BankID alone is offered for', async () => {
    const page = await applied(demo);
    await sees(toSign(page));
    expect(await page.locator('kommun-guardian-signature [part=provider]').count()).toBe(1);
  });
});

describe('the Back button', () => {
  test('leads from the e-ID’s page to the page that one left, which goes on or begins anew', async () => {
    const page = await demo.open('/mina-sidor/');
    await page.getByLabel('Ditt meddelande').fill('Ett halvt meddelande');
    await toOwnPage(page);
    await page.goBack();
    await sees(continueThere(page));
    expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('Ett halvt meddelande');
    await continueThere(page).click();
    await sees(ownPage(page));
    await page.goBack();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await toOwnPage(page);
    await approveThere(page);
    await sees(loggedIn(page));
  });

  test('leads after a login to an e-ID’s page that says that it is over, and on to a page that is logged in', async () => {
    const page = await demo.open('/logga-in/');
    await toOwnPage(page);
    await approveThere(page);
    await sees(loggedIn(page));
    const started = startedOrders(page);
    await page.goBack();
    await sees(page.getByRole('heading', { name: 'Inloggningen är redan avslutad' }));
    await page.goBack();
    await sees(loggedIn(page));
    expect(started).toEqual([]);
  });
});

interface Said {
  heading: string;
  why: string;
}

const said: Record<string, Said> = {
  low: { heading: 'E-legitimationen är inte tillräckligt säker för det här', why: 'Kommunens e-tjänster kräver en högre säkerhetsnivå.' },
  broken: { heading: 'Det gick inte att logga in', why: 'Något gick fel på vägen.' },
  down: { heading: 'Det gick inte att logga in', why: 'Något gick fel på vägen.' },
  silent: { heading: 'Det gick inte att logga in', why: 'Något gick fel på vägen.' },
};

/** What the login says of it, the way on that is tried, and that nothing begins by itself when the page is loaded anew. */
async function says(page: Page, { heading, why }: Said): Promise<void> {
  const login = page.locator('kommun-eid-login');
  await sees(login.getByRole('heading', { name: heading }), 20_000);
  await sees(login.getByText(why));
  await seesNot(loggedIn(page));
  const started = startedOrders(page);
  await page.reload();
  await sees(onAnotherDevice(page));
  expect(started).toEqual([]);
}

describe('a login that fails at the e-ID’s page', () => {
  test('each of the ways to fail that it offers has its words', () => {
    expect(failures.map(({ way }) => way).toSorted()).toEqual(Object.keys(said).toSorted());
  });

  test.each(failures)('says what happened and how to go on: $words', async ({ way, words }) => {
    const page = await demo.open('/logga-in/');
    await toOwnPage(page);
    await page.getByText('Gör fel').click();
    // One that is silent is waited for longer than a click may take.
    await page.getByRole('button', { name: words }).click({ noWaitAfter: true });
    await sees(page.locator('kommun-eid-login .advice').locator('button, a'), 20_000);
    await says(page, said[way]!);
  });

  test('says so when one has cancelled, and the next try succeeds', async () => {
    const page = await demo.open('/logga-in/');
    await toOwnPage(page);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await sees(page.getByRole('heading', { name: 'Inloggningen avbröts' }));
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await sees(ownPage(page));
    await approveThere(page);
    await sees(loggedIn(page));
  });
});
