import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { answer, question } from './support/host-widgets.ts';
import { visitHost } from './support/hosts.ts';
import { logIn, onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const elsewhere = 'https://www.skolan.example';
const demo = serveDemo({ allowedOrigins: [elsewhere] });

async function frameOn(origin: string, path: string, loader = true): Promise<Page> {
  const visitor = await demo.visitor();
  const script = loader ? `<script type="module" src="${demo.url}/v1/kommun.js" data-api="${demo.url}/api/v1"></script>` : '';
  const body = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Skolan</title>${script}<h1>Skolan</h1><iframe title="Från kommunen" src="${demo.url}${path}" width="600" height="150"></iframe>`;
  await visitor.route(`${origin}/**`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  const page = await visitor.newPage();
  await page.goto(`${origin}/`);
  return page;
}

const frameHeight = (page: Page) => page.locator('iframe').evaluate(({ clientHeight }) => clientHeight);
const ownTab = 'Öppna sidan i en egen flik';
const framed = (page: Page) => page.frameLocator('iframe');

describe("a widget's own page", () => {
  test('shows the questions that the municipality has, folded up', async () => {
    const page = await demo.open('/w/faq');
    await seesNot(answer(page));
    await question(page).click();
    await sees(answer(page));
    await sees(page.getByRole('heading', { level: 3, name: 'Hur loggar jag ut?' }));
  });

  test('is read without JavaScript', async () => {
    const page = await demo.open('/w/faq', { javaScriptEnabled: false });
    await sees(page.getByRole('heading', { name: 'Hur loggar jag ut?' }));
    await sees(answer(page));
    await page.goto('/w/login');
    await sees(page.getByText('Går det inte att visa? Ring'));
  });

  test('is as the editor set it in the address that led there', async () => {
    const page = await demo.open('/w/faq#kommun-faq?heading-level=4&exclusive');
    await sees(page.getByRole('heading', { level: 4, name: 'Hur loggar jag ut?' }));
    await question(page).click();
    await page.getByRole('button', { name: 'Var ser jag mina ärenden?' }).click();
    await seesNot(answer(page));
  });

  test('says nothing that somebody else has put into the address', async () => {
    const page = await demo.open('/w/child-picker#kommun-child-picker?label=Ring%200900-12345&heading-level=3');
    await sees(page.getByRole('heading', { level: 3, name: 'Logga in' }));
    await seesNot(page.getByText('0900-12345'));
    await page.goto('/w/faq#kommun-faq?contact-href=tel:0900-12345&search');
    await page.reload();
    await page.getByLabel('Sök bland frågorna').fill('zebra');
    await sees(page.getByText('Ingen fråga passar din sökning'));
    await sees(page.getByRole('link', { name: /Kontakta oss|0476/ }));
    expect(await page.locator('[href*="0900"]').count()).toBe(0);
  });

  test('speaks English where that is asked for', async () => {
    const page = await demo.open('/w/eid-login?lang=en');
    await sees(page.getByRole('heading', { name: 'Log in' }));
  });

  test('lets a citizen log in, and see the cases', async () => {
    const page = await demo.open('/w/inbox');
    await onAnotherDevice(page).click();
    await sees(page.getByRole('img', { name: /^QR-kod/ }));
    expect(new URL(page.url()).pathname).toBe('/w/case-inbox');
  });
});

describe('a page that can only frame', () => {
  test('shows the questions in a frame that grows with what is read', async () => {
    const page = await frameOn(elsewhere, '/w/faq');
    await sees(question(framed(page)));
    await expect.poll(() => frameHeight(page)).toBeGreaterThan(160);
    const before = await frameHeight(page);
    await question(framed(page)).click();
    await sees(answer(framed(page)));
    await expect.poll(() => frameHeight(page)).toBeGreaterThan(before);
    expect(await framed(page).locator('html').evaluate((html) => html.scrollHeight - html.clientHeight)).toBeLessThanOrEqual(1);
  });

  test('shows them within the height that it gives where there is no script of ours', async () => {
    const page = await frameOn(elsewhere, '/w/faq', false);
    await question(framed(page)).click();
    await sees(answer(framed(page)));
    expect(await frameHeight(page)).toBe(150);
  });

  test('grows frames on the site of its own too, and shows the widget alone in them', async () => {
    const page = await visitHost(demo, 'framing');
    await sees(framed(page).getByRole('heading', { level: 2, name: 'Hur loggar jag ut?' }));
    await expect.poll(() => frameHeight(page)).toBeGreaterThan(160);
    await seesNot(framed(page).getByRole('heading', { level: 1 }));
  });

  test('is offered a tab of its own instead of what takes an e-ID', async () => {
    for (const path of ['/w/login', '/w/guardian-signature', '/w/eid-test', '/w/inbox', '/w/child-picker']) {
      const page = await frameOn(elsewhere, path);
      await sees(framed(page).getByRole('heading', { name: ownTab }));
      expect(await framed(page).getByRole('button', { name: /BankID/ }).count()).toBe(0);
      const [tab] = await Promise.all([page.context().waitForEvent('page'), framed(page).getByRole('link', { name: 'Öppna i en egen flik' }).click()]);
      await sees(tab.getByRole('button', { name: /BankID.* på en annan enhet/ }));
    }
  });

  test('that the municipality does not know cannot frame anything', async () => {
    const page = await frameOn('https://fel.example', '/w/faq');
    await sees(page.getByRole('heading', { name: 'Skolan' }));
    await expect.poll(() => page.frames().at(-1)!.url()).toContain('chrome-error');
  });
});

/** A page of the municipality's with a widget in it, in a frame on a page of somebody else. */
async function withinAnother(visitor: BrowserContext, tag: string, other = 'https://fel.example'): Promise<Page> {
  const inner = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Kommunen</title><script type="module" src="/v1/kommun.js" data-api="/api/v1"></script><${tag}></${tag}>`;
  await visitor.route('**/egen-sida', (route) => route.fulfill({ body: inner, contentType: 'text/html; charset=utf-8' }));
  await visitor.route(`${other}/**`, (route) =>
    route.fulfill({ body: `<!doctype html><html lang="sv"><title>Annan</title><iframe title="Kommunen" src="${demo.url}/egen-sida" width="700" height="600"></iframe>`, contentType: 'text/html; charset=utf-8' }));
  const page = await visitor.newPage();
  await page.goto(`${other}/`);
  return page;
}

describe('a municipal page within a page of somebody else', () => {
  for (const [what, tag] of [['login', 'kommun-eid-login'], ['signing', 'kommun-guardian-signature'], ['test of an e-ID', 'kommun-eid-test']] as const) {
    test(`offers the ${what} in a tab of its own instead`, async () => {
      const visitor = await demo.visitor();
      const page = await withinAnother(visitor, tag);
      await sees(framed(page).getByRole('heading', { name: ownTab }));
      expect(await framed(page).getByRole('button', { name: /BankID/ }).count()).toBe(0);
      const [tab] = await Promise.all([visitor.waitForEvent('page'), framed(page).getByRole('link', { name: 'Öppna i en egen flik' }).click()]);
      await tab.waitForURL(`${demo.url}/egen-sida`);
    });
  }

  test('shows nothing of what there is to sign to somebody who is logged in', async () => {
    const visitor = await demo.visitor();
    const own = await visitor.newPage();
    await own.goto('/logga-in/');
    await logIn(own);
    // Another port is the same site to the browser, so that the login comes along, and yet another's page.
    const page = await withinAnother(visitor, 'kommun-guardian-signature', 'http://localhost:8765');
    await expect.poll(() => headingOf(page)).toBe(ownTab);
  });
});

/** What the signature itself says first; the login within it may say the same. */
const headingOf = (page: Page) => framed(page).locator('kommun-guardian-signature').evaluate(({ shadowRoot }) => shadowRoot?.querySelector('h2')?.textContent);
