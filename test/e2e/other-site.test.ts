import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hostPage } from '../hosts/host-page.ts';
import { serveDemo } from './support/demo.ts';
import { readsAnAnswer } from './support/host-widgets.ts';
import { loggedIn, logInByLink, onAnotherDevice } from './support/login.ts';
import { approveThere, ownPage, toOwnPage } from './support/own-page.ts';
import { sees, seesNot } from './support/sees.ts';

const elsewhere = 'https://www.orten.example';
// As Safari, Firefox and many people's Chrome do.
const demo = serveDemo({ allowedOrigins: [elsewhere], blocksForeignCookies: true });

/** Opens a page of `test/hosts` at `address`, on a site that shares no domain with the backend. */
async function visitAt(address: string, host: string): Promise<Page> {
  const visitor = await demo.visitor();
  await visitor.route(`${new URL(address).origin}/**`, (route) => route.fulfill({ body: hostPage(`${host}.html`, demo.url), contentType: 'text/html; charset=utf-8' }));
  const page = await visitor.newPage();
  await page.goto(address);
  return page;
}

const visit = (path: string) => visitAt(elsewhere + path, 'other-site');
const visitUnlisted = () => visitAt('https://okand.example/', 'unlisted-site');

describe('a page on another site than the backend', () => {
  test('that the municipality has not listed says so to its web manager, and whom to turn to to everybody else', async () => {
    const page = await visitUnlisted();
    const said = async () => (await page.consoleMessages()).map((message) => message.text()).join('\n');
    await expect.poll(said).toContain('Skriv då https://okand.example i allowedOrigins i municipality.json.');
    await sees(page.getByRole('heading', { name: 'Vi når inte tjänsten just nu' }));
    await sees(page.getByText('Hjälper det inte, ring oss:'));
    await sees(page.getByRole('link', { name: '0476-550 00' }));
  });

  test('shows an answer, whether the municipality has listed it or not', async () => {
    await readsAnAnswer(await visit('/'));
    await readsAnAnswer(await visitUnlisted());
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
    await logInByLink(page);
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
