import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { loggedIn, onAnotherDevice, onThisDevice } from './support/login.ts';
import { approveThere, ownPage, toOwnPage } from './support/own-page.ts';
import { sees, seesNot } from './support/sees.ts';

const elsewhere = 'https://www.orten.example';
// As Safari, Firefox and many people's Chrome do.
const demo = serveDemo({ allowedOrigins: [elsewhere], blocksForeignCookies: true });

/** A page of a site that shares no domain with the backend, with the widgets as a web manager puts them there. */
const html = () => `<!doctype html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <title>En skola</title>
  <script type="module" src="${demo.url}/v1/kommun.js" data-api="${demo.url}/api/v1" data-phone="0476-550 00"></script>
</head>
<body>
  <h1>En skola</h1>
  <kommun-eid-login></kommun-eid-login>
</body>
</html>`;

async function visit(path: string): Promise<Page> {
  const visitor = await demo.visitor();
  await visitor.route(`${elsewhere}/**`, (route) => route.fulfill({ body: html(), contentType: 'text/html; charset=utf-8' }));
  const page = await visitor.newPage();
  await page.goto(elsewhere + path);
  return page;
}

describe('a page on another site than the backend', () => {
  test('that the municipality has not listed says so to its web manager, and whom to turn to to everybody else', async () => {
    const visitor = await demo.visitor();
    const unlisted = 'https://okand.example';
    await visitor.route(`${unlisted}/**`, (route) => route.fulfill({ body: html(), contentType: 'text/html; charset=utf-8' }));
    const page = await visitor.newPage();
    const [told] = await Promise.all([page.waitForEvent('console', (message) => message.text().includes('allowedOrigins')), page.goto(`${unlisted}/`)]);
    expect(told.text()).toContain(`Skriv då ${unlisted} i allowedOrigins i municipality.json.`);
    await sees(page.getByRole('heading', { name: 'Vi når inte tjänsten just nu' }));
    await sees(page.getByText('Hjälper det inte, ring oss:'));
    await sees(page.getByRole('link', { name: '0476-550 00' }));
  });

  test('logs in by an e-ID with a page of its own, back to the same page, with the code gone from the address', async () => {
    const page = await visit('/elever/?vy=alla#franvaro');
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await toOwnPage(page);
    await approveThere(page);
    await sees(loggedIn(page));
    expect(addresses).toContainEqual(expect.stringMatching(/#kommun-eid\.[\w-]+~[\w-]{43}$/));
    expect(page.url()).toBe(`${elsewhere}/elever/?vy=alla#franvaro`);
    await page.reload();
    await sees(loggedIn(page));
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
    await page.reload();
    await sees(onAnotherDevice(page));
  });

  test('logs in by BankID within the page', async () => {
    const page = await visit('/elever/');
    await onThisDevice(page).click();
    // The drawn phone sees no screen but those of its own site, so it is started by the link.
    const start = await page.getByRole('link', { name: 'Öppna BankID' }).getAttribute('href');
    const phone = await page.context().newPage();
    await phone.goto(start ?? '');
    await phone.getByRole('button', { name: 'Legitimera' }).click();
    await sees(loggedIn(page));
    expect(page.url()).toBe(`${elsewhere}/elever/`);
    await page.reload();
    await sees(loggedIn(page));
  });

  test('is logged in by itself: the municipality’s own site knows nothing of it', async () => {
    const page = await visit('/elever/');
    await toOwnPage(page);
    await approveThere(page);
    await sees(loggedIn(page));
    await page.goto(`${demo.url}/logga-in/`);
    await sees(onAnotherDevice(page));
    await seesNot(loggedIn(page));
  });

  test('says what happened when one cancels at the e-ID’s page', async () => {
    const page = await visit('/elever/#franvaro');
    await toOwnPage(page);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await sees(page.getByRole('heading', { name: 'Inloggningen avbröts' }));
    expect(page.url()).toBe(`${elsewhere}/elever/#franvaro`);
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await sees(ownPage(page));
  });

  test('logs nobody in with the address that somebody else came back with', async () => {
    const theirs = await visit('/elever/');
    let address = '';
    theirs.on('framenavigated', (frame) => (address = frame.url().includes('~') ? frame.url() : address));
    await toOwnPage(theirs);
    await approveThere(theirs);
    await sees(loggedIn(theirs));
    const page = await visit('/elever/');
    await page.goto(address);
    await page.reload();
    await sees(onAnotherDevice(page));
    await seesNot(loggedIn(page));
  });
});
