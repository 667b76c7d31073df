import { stat } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { logIn, onAnotherDevice } from './support/login.ts';
import { growOld } from './support/old-browser.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

const altan = (page: Page): Locator => page.getByRole('heading', { name: 'Bygglov för altan' });
const linkTo = (page: Page, title: string): Locator => page.locator('kommun-case-inbox').getByRole('link', { name: title });

const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Sök bland ärendena' });

const bytes = 5_000_000;
const fileOf = (name: string, mimeType: string, start: string) => ({ name, mimeType, buffer: Buffer.concat([Buffer.from(start, 'latin1')], bytes) });
const sizeOf = async (download: Download): Promise<number> => (await stat(await download.path())).size;

/** A page where Karin is logged in and her cases are shown. */
async function atMyCases(): Promise<Page> {
  const page = await demo.open('/mina-sidor/');
  await logIn(page);
  await sees(linkTo(page, 'Bygglov för altan'));
  return page;
}

/** The same, with her case about a deck open. */
async function atTheDeck(): Promise<Page> {
  const page = await atMyCases();
  await linkTo(page, 'Bygglov för altan').click();
  await sees(page.getByText('BYGG 2026-318'));
  await sees(page.getByLabel('Skriv ett meddelande'));
  return page;
}

describe('the cases on Mina sidor', () => {
  test('show nothing until somebody has logged in', async () => {
    const page = await demo.open('/mina-sidor/');
    await sees(page.getByText('Logga in för att se dina ärenden'));
    await sees(onAnotherDevice(page));
    expect(await linkTo(page, 'Bygglov för altan').count()).toBe(0);
  });

  test('are found by a search, and one opens and is still there after a reload', async () => {
    const page = await atMyCases();
    await search(page).fill('altan');
    await seesNot(linkTo(page, 'Byte av skola för Noel'));
    await linkTo(page, 'Bygglov för altan').click();
    await sees(page.getByLabel('Skriv ett meddelande'));
    await page.goBack();
    await sees(linkTo(page, 'Bygglov för altan'));
    expect(await search(page).inputValue()).toBe('altan');
    await linkTo(page, 'Bygglov för altan').click();
    await page.reload();
    await sees(altan(page));
    await sees(page.getByLabel('Skriv ett meddelande'));
    await page.getByRole('link', { name: 'Till alla ärenden' }).click();
    await sees(linkTo(page, 'Byte av skola för Noel'));
  });

  test('open in an older browser as well', async () => {
    const page = await demo.open('/kontakt/');
    await page.addInitScript(growOld);
    await page.goto('/mina-sidor/');
    await logIn(page);
    await linkTo(page, 'Bygglov för altan').click();
    await sees(page.getByLabel('Skriv ett meddelande'));
    expect(await page.locator('kommun-case-inbox').getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(true);
  });

  test('take a reply, which stands among the messages after a reload', async () => {
    const page = await atTheDeck();
    await page.getByLabel('Skriv ett meddelande').fill('Räcket blir 110 centimeter högt.');
    await page.locator('kommun-case-inbox').getByRole('button', { name: 'Skicka' }).click();
    await sees(page.getByRole('listitem').filter({ hasText: 'Räcket blir 110 centimeter högt.' }));
    expect(await page.getByLabel('Skriv ett meddelande').inputValue()).toBe('');
    await page.reload();
    await sees(page.getByRole('listitem').filter({ hasText: 'Räcket blir 110 centimeter högt.' }));
  });

  test('take a reply with two files over a line that is cut, and the files come whole', async () => {
    const page = await atTheDeck();
    const inbox = page.locator('kommun-case-inbox');
    await page.getByLabel('Skriv ett meddelande').fill('Här är ritningen och fotot.');
    // Each file gets one piece through. Then the line is gone.
    const pieces = new Map<string, number>();
    await page.route('**/api/v1/uploads/*', async (route) => {
      const url = route.request().url();
      const piece = (pieces.get(url) ?? 0) + 1;
      if (route.request().method() !== 'PATCH') return route.continue();
      pieces.set(url, piece);
      if (piece === 1) return route.continue();
      await page.context().setOffline(true);
      return route.abort('internetdisconnected');
    });
    await page.getByLabel('Bifoga filer').setInputFiles([fileOf('Ritning.pdf', 'application/pdf', '%PDF-1.4\n'), fileOf('Foto.jpg', 'image/jpeg', '\xff\xd8\xff\xe0')]);
    await expect.poll(() => inbox.getByText('Uppladdningen stannade').count(), { timeout: 10_000 }).toBe(2);
    expect(await page.getByLabel('Skriv ett meddelande').inputValue()).toBe('Här är ritningen och fotot.');

    await page.unroute('**/api/v1/uploads/*');
    const asked: string[] = [];
    page.on('request', (request) => { if (request.method() === 'PATCH') asked.push(request.headers()['upload-offset'] ?? ''); });
    await page.context().setOffline(false);
    await expect.poll(() => inbox.getByText('Uppladdad').count(), { timeout: 10_000 }).toBe(2);
    expect([...new Set(asked)].sort(), 'where each goes on').toEqual(['2097152', '4194304']);
    await inbox.getByRole('button', { name: 'Skicka' }).click();
    const reply = page.getByRole('listitem').filter({ hasText: 'Här är ritningen och fotot.' });
    await sees(reply);
    for (const name of ['Ritning', 'Foto']) {
      const started = page.waitForEvent('download');
      await reply.getByRole('link', { name }).click();
      expect(await sizeOf(await started)).toBe(bytes);
    }
  });

  test('leave nothing personal behind after logging out, not for the Back button either', async () => {
    const page = await atTheDeck();
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
    await seesNot(altan(page));
    await page.goto('/kontakt/');
    await page.goBack();
    await sees(onAnotherDevice(page));
    const text = await page.locator('body').innerText();
    for (const personal of ['Karin', 'altan', 'BYGG 2026-318']) expect(text).not.toContain(personal);
  });
});

describe('the start page', () => {
  test('offers the login as a link, and then tells the latest cases and how many hold something new', async () => {
    const page = await demo.open('/');
    const band = page.locator('main kommun-case-inbox');
    await sees(band.getByText('Logga in för att se dina ärenden'));
    await band.getByRole('link', { name: 'Logga in med e-legitimation' }).click();
    await logIn(page);
    await page.goto('/');
    await sees(band.getByRole('heading', { name: 'Dina senaste ärenden' }));
    await sees(page.getByRole('link', { name: /^Mina sidor .*något nytt$/ }));
    await seesNot(band.getByRole('link', { name: 'Logga in med e-legitimation' }));
    await band.getByRole('link', { name: /^Visa alla \d+ ärenden$/ }).click();
    await page.waitForURL('**/mina-sidor/');
    await sees(linkTo(page, 'Bygglov för altan'));
  });
});
