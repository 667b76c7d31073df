import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../backend/src/node/server.ts';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { facts, factsPath } from '../../demo/facts.ts';
import { siteBuild, widgetsBuild } from '../../demo/node/build.ts';
import { pages } from '../../demo/node/pages.ts';
import { startDemo } from '../../demo/server.ts';
import { bringUpToDate, launchBrowser } from './demo-browser.ts';
import { expectNoFaults } from './support/no-faults.ts';

let demo: RunningServer;
let browser: Browser;

beforeAll(async () => {
  await bringUpToDate(widgetsBuild, siteBuild);
  [demo, browser] = await Promise.all([startDemo({ port: 0, store: 'memory', quiet: true }), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const paths = [...pages.map(({ path }) => `/${path}`), '/telefon/', '/mejl/'];

async function visit(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(demo.url + path);
  return page;
}

/** Waits until the widgets on the page have been drawn, those far down too, which come when one does. */
async function drawn(page: Page): Promise<void> {
  for (const widget of await page.locator('kommun-eid-test').all()) await widget.scrollIntoViewIfNeeded();
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('kommun-faq, kommun-eid-login, kommun-eid-test')].every(
      (widget) => widget.matches(':defined') && widget.shadowRoot?.querySelector('button, summary, h2, h3, .item'),
    ),
  );
}

test('tells every fact to somebody without JavaScript', async () => {
  const page = await visit(factsPath, { javaScriptEnabled: false });
  const list = await page.locator('kommun-faq').innerText();
  const told = list.replaceAll(/\s+/g, ' ');
  for (const words of facts.flatMap(({ says }) => says)) expect(told).toContain(words);
  expect(new Set(facts.map(({ number }) => number)).size).toBe(15);
});

test('finds every fact by the search over the questions', async () => {
  const page = await visit(factsPath);
  const search = page.locator('kommun-faq').getByRole('searchbox');
  for (const { search: words, slug } of facts) {
    await search.fill(words);
    await page.waitForFunction(() => [...document.querySelectorAll('kommun-faq h3')].some((heading) => !heading.checkVisibility()));
    expect(await page.locator(`#${slug}`).isVisible(), `${slug} is found by ${words}`).toBe(true);
  }
});

test("opens every fact's answer to the browser's own search", async () => {
  const page = await visit(factsPath);
  await drawn(page);
  expect(await page.locator('kommun-faq [aria-expanded=true]').count()).toBe(0);
  for (const words of facts.flatMap(({ says }) => says)) {
    const told = page.locator('kommun-faq').getByText(words).first();
    // A link to words is found by the same search as words that are typed.
    await page.evaluate((searched) => {
      const link = document.createElement('a');
      link.id = 'words';
      link.href = `#:~:text=${encodeURIComponent(searched).replaceAll('-', '%2D')}`;
      link.textContent = 'Sök';
      document.querySelector('#words')?.remove();
      document.querySelector('h1')!.append(link);
    }, words);
    await page.locator('#words').click();
    await told.waitFor();
  }
}, 60_000);

test("opens every fact's answer by its own link", async () => {
  const page = await visit('/kontakt/');
  for (const { slug, says } of facts) {
    await page.goto('about:blank');
    await page.goto(`${demo.url}${factsPath}#${slug}`);
    for (const words of says) await page.locator('kommun-faq').getByText(words).locator('visible=true').first().waitFor();
  }
}, 60_000);

test('keeps the headings over groups of questions in sight', async () => {
  const page = await visit(factsPath);
  await drawn(page);
  const groups = ['E-tjänster och e-legitimation', 'När inloggningen inte fungerar', 'Barn och vårdnadshavare', 'Om webbplatsen'];
  for (const name of groups) expect(await page.locator('main').getByRole('heading', { name, exact: true }).isVisible(), name).toBe(true);
});

test('shows under each widget the very snippet that lies on the page', async () => {
  for (const path of [factsPath, '/logga-in/', '/mina-sidor/']) {
    const page = await visit(path, { javaScriptEnabled: false });
    const source = withoutSpace(await (await fetch(demo.url + path)).text());
    const snippets = await page.locator('.as-pasted pre code').allTextContents();
    expect(snippets.length).toBe(await page.locator('kommun-faq, kommun-eid-login, kommun-eid-test').count());
    for (const snippet of snippets) expect(source).toContain(withoutSpace(snippet));
  }
});

test('tells editors of the link, and shows code only to those who choose it', async () => {
  const page = await visit('/redaktor/');
  await page.getByRole('heading', { name: 'Lägg in en länk' }).waitFor();
  expect(await page.locator('pre').locator('visible=true').count()).toBe(0);
  await page.getByRole('link', { name: 'Drupal' }).click();
  await page.getByRole('heading', { name: 'Så gör du i Drupal' }).waitFor();
});

/** Those that an editor puts on a page; the others are the web manager's, in the template. */
const widgets = manifest.modules.flatMap(({ declarations }): readonly { tagName: string; attributes?: readonly { name: string }[] }[] => declarations).filter(({ tagName }) => tagName !== 'kommun-portal' && tagName !== 'kommun-unread-badge');

test.each(widgets)('tells editors of every setting of $tagName', async ({ tagName, attributes = [] }) => {
  const page = await visit('/redaktor/');
  const table = page.locator(`[data-settings-of=${tagName}]`);
  await table.locator('summary').click();
  const written = await table.getByRole('rowheader').locator('code').allTextContents();
  expect(written.map((code) => code.replace(/=.*/, '')).sort()).toEqual(attributes.map(({ name }) => name).sort());
});

test("copies a snippet from the editors' page", async () => {
  const page = await visit('/redaktor/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByText('Taggen, och koden från varje sida').click();
  const figure = page.locator('figure').filter({ hasText: '<kommun-eid-login' }).first();
  await figure.getByRole('button', { name: 'Kopiera koden' }).click();
  await figure.getByText('Kopierad').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await figure.locator('code').textContent());
});

test('narrows the shortcuts to those that hold what was typed', async () => {
  const page = await visit('/');
  await page.getByLabel('Sök bland genvägarna').fill('Vårdnads');
  await page.getByText('1 genväg', { exact: true }).waitFor();
  expect(await page.locator('main form').getByRole('link').allTextContents()).toEqual(['Skriva under som vårdnadshavare']);
  await page.getByLabel('Sök bland genvägarna').fill('sotning');
  await page.getByText('Ingen genväg passar').waitFor();
});

test('keeps what was written on Mina sidor when it cannot be sent', async () => {
  const page = await visit('/mina-sidor/');
  await page.getByLabel('Ditt meddelande').fill('Ett halvt meddelande');
  await page.getByRole('button', { name: 'Skicka' }).click();
  await page.getByText('Logga in först, här ovanför').waitFor();
  expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('Ett halvt meddelande');
});

test('lets a visitor log in with the phone beside the page', async () => {
  const page = await visit('/logga-in/', { viewport: { width: 1280, height: 900 } });
  await page.getByRole('button', { name: 'Visa telefonen' }).first().click();
  await page.getByRole('button', { name: 'Använd BankID på en annan enhet' }).click();
  await page.getByRole('img', { name: /QR/ }).waitFor();
  const phone = page.frameLocator('.phone-panel iframe');
  await phone.getByRole('button', { name: 'Skanna QR-koden' }).click();
  await phone.getByRole('button', { name: 'Legitimera' }).click();
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
  await page.getByRole('button', { name: 'Göm telefonen' }).first().click();
  expect(await page.getByTitle('Låtsad telefon').isVisible()).toBe(false);
});

test('leads back to the page, logged in, after an e-ID on the same device', async () => {
  const page = await visit('/logga-in/');
  await page.getByRole('button', { name: 'Använd BankID på den här enheten' }).click();
  await page.getByRole('link', { name: /Öppna BankID/ }).click();
  await page.waitForURL('**/telefon/**');
  await page.getByRole('button', { name: 'Legitimera' }).click();
  await page.waitForURL('**/logga-in/**');
  await page.getByText('Inloggad som Karin Lindgren').waitFor();
});

describe.each(paths)('the page %s', (path) => {
  test('fits a screen 320 pixels wide', async () => {
    const page = await visit(path, { viewport: { width: 320, height: 640 } });
    await drawn(page);
    for (const open of await page.getByRole('button', { name: 'Visa alla svar' }).all()) await open.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });

  test('breaks no rule of its own content policy', async () => {
    const page = await visit('/kontakt/');
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(demo.url + path);
    await drawn(page);
    await page.waitForLoadState('networkidle');
    expect(said).toEqual([]);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('has no fault that axe knows of, %s', async (colorScheme) => {
    const page = await visit(path, { colorScheme });
    await drawn(page);
    await expectNoFaults(page);
    await page.context().close();
  });
});

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');
