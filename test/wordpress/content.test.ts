import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { onAnotherDevice } from '../e2e/support/login.ts';
import { sees } from '../e2e/support/sees.ts';
import { useWordPress } from './wordpress-browser.ts';

const wordpress = useWordPress();
const question = (page: Page) => page.getByRole('button', { name: 'Hur loggar jag ut?' });
const questions = '<h3>Hur loggar jag ut?</h3>\n<p>Tryck på Logga ut.</p>\n<h3>Vem skriver under?</h3>\n<p>Båda vårdnadshavarna.</p>';

async function offersLogin(page: Page): Promise<void> {
  await sees(onAnotherDevice(page));
  expect(await page.locator('kommun-eid-login[heading-level="3"]').count()).toBe(1);
}

/** How many widgets `page` has, once its script has looked through it. */
async function widgetsOn(page: Page, tag: string): Promise<number> {
  await page.waitForFunction(() => Symbol.for('kommun-widgets') in globalThis);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  return page.locator(tag).count();
}

const writers = [
  { who: 'an administrator', role: 'administrator', site: () => inject('site') },
  { who: 'an author', role: 'author', site: () => inject('site') },
  { who: 'an editor of a site where nobody may write any HTML', role: 'editor', site: () => inject('filteredSite') },
] as const;

describe.each(writers)('what $who writes', ({ role, site }) => {
  const open = async (content: string) => wordpress.visit(await wordpress.publish(role, content, site()));

  test('a code shows the widget, with the settings that it says', async () => {
    const page = await open('[kommun-eid-login heading-level="3"]');
    await offersLogin(page);
  });

  test('a code around questions makes a list of them, and what follows stays outside', async () => {
    const page = await open(`Före listan.\n\n[kommun-faq exclusive]\n${questions}\n[/kommun-faq]\nEfter listan.`);
    await sees(question(page));
    expect(await page.locator('kommun-faq[exclusive]').getByText('listan.').count()).toBe(0);
    expect(await page.getByText('listan.').count()).toBe(2);
    expect(await page.locator('kommun-faq > p:empty').count()).toBe(0);
  });

  test('a tag around questions makes a list of them', async () => {
    const page = await open(`<kommun-faq heading-level="3">\n${questions}\n</kommun-faq>`);
    await sees(question(page));
    expect(await page.locator('kommun-faq[heading-level="3"] > p').count()).toBe(2);
  });

  test('a tag in a block is the widget', async () => {
    const page = await open(`<!-- wp:html -->\n<kommun-eid-login heading-level="3">Ring oss.</kommun-eid-login>\n<!-- /wp:html -->`);
    await offersLogin(page);
  });

  test('a link shows the widget in its place', async () => {
    const page = await open('<p><a href="/logga-in/#kommun-eid-login?heading-level=3">Logga in</a></p>');
    await offersLogin(page);
  });

  test('nothing fetches from another site, nor runs a script', async () => {
    const page = await open('<kommun-faq src="https://annan.example/faq" onclick="alert(1)" heading-level="9">Frågor</kommun-faq>\n\n[kommun-eid-login next="//annan.example" again=nej]');
    expect(await page.locator('kommun-faq').evaluate((list) => list.getAttributeNames().join())).toBe('');
    expect(await page.locator('kommun-eid-login').evaluate((login) => login.getAttributeNames().join())).toBe('');
  });
});

describe('a page with widgets', () => {
  test('has links to them for a visitor without JavaScript', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', '[kommun-case-inbox box=waiting compact]'), { javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'Mina ärenden' }).getAttribute('href')).toBe(`${inject('backend')}/w/case-inbox#kommun-case-inbox?compact&box=waiting`);
  });

  test('loads the script once, and tells it where the backend is', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', '[kommun-eid-test]'));
    const tags = await page.locator('script[data-api]').evaluateAll((scripts) => scripts.map((script) => [script.getAttribute('type'), script.getAttribute('src'), script.dataset['api']]));
    expect(tags).toEqual([['module', `${inject('backend')}/v1/kommun.js`, `${inject('backend')}/api/v1`]]);
  });
});

test('a visitor\'s comment becomes no widget, whatever it holds', async () => {
  const page = await wordpress.visit(await wordpress.publish('editor', '<p>Skriv gärna.</p>'));
  await page.getByRole('textbox', { name: /^Comment/ }).fill('<kommun-eid-login>Logga in</kommun-eid-login> [kommun-eid-login] <a href="https://annan.example/#kommun-eid-login">Logga in här</a>');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Någon');
  await page.getByRole('textbox', { name: /^Email/ }).fill('nagon@annan.example');
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await sees(page.getByText('[kommun-eid-login]'));
  expect(await widgetsOn(page, 'kommun-eid-login')).toBe(0);
  expect(await page.getByRole('link', { name: 'Logga in här' }).count()).toBe(1);
});
