import type { Locator, Page } from 'playwright-core';
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

/** The attributes of the widget that `found` leads to. */
const attributesOf = (found: Locator) => found.evaluate((widget) => Object.fromEntries([...widget.attributes].map(({ name, value }) => [name, value])));

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
    const page = await open('<kommun-faq src="https://annan.example/faq" onclick="alert(1)" heading-level="9">Frågor</kommun-faq>\n\n<KOMMUN-FAQ src="https://annan.example/faq">Svar</KOMMUN-FAQ>\n\n[kommun-eid-login next="//annan.example" again=nej]');
    expect(await page.locator('kommun-faq').evaluateAll((lists) => lists.map((list) => list.getAttributeNames().join()))).toEqual(['', '']);
    expect(await page.locator('kommun-eid-login').evaluate((login) => login.getAttributeNames().join())).toBe('');
  });

  test('a tag keeps its name, looks and language, and what follows stays outside', async () => {
    const page = await open('<kommun-child-picker service="skolskjuts" name="barn[]" id="barn" class="bred" lang="en">Ring oss.</kommun-child-picker>\n\nEfter valet.');
    expect(await attributesOf(page.locator('kommun-child-picker'))).toMatchObject({ service: 'skolskjuts', name: 'barn[]', id: 'barn', class: 'bred', lang: 'en' });
    await sees(page.getByText('Efter valet.'));
    expect(await page.locator('kommun-child-picker').getByText('Efter valet.').count()).toBe(0);
  });
});

describe('a page with widgets', () => {
  test('has links to them for a visitor without JavaScript', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', '[kommun-case-inbox box=waiting compact]'), { javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'Mina ärenden' }).getAttribute('href')).toBe(`${inject('backend')}/w/case-inbox#kommun-case-inbox?compact&box=waiting`);
  });

  test('leads where the editor wrote, also by letters that are written as codes, and to mail only where visitors ask', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', '[kommun-eid-login next="/fr%C3%A5gor/"]\n\n[kommun-case-inbox href="mina-sidor/lista"]\n\n[kommun-eid-login next="mailto:kommunen@annan.example"]\n\n[kommun-faq src="/fragor.json" contact-href="mailto:kommunen@annan.example"]'));
    expect(await page.locator('kommun-eid-login').evaluateAll((logins) => logins.map((login) => login.getAttribute('next')))).toEqual(['/fr%C3%A5gor/', null]);
    expect(await page.locator('kommun-case-inbox').getAttribute('href')).toBe('mina-sidor/lista');
    expect(await page.locator('kommun-faq').getAttribute('contact-href')).toBe('mailto:kommunen@annan.example');
  });

  test('leads to the whole address in a code without quotes, whatever it ends with', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', `[kommun-eid-login next=/]\n\n[kommun-case-inbox compact href=mina-sidor/]\n\n[kommun-eid-test heading-level=4/]\n\n[kommun-faq exclusive contact-href=/kontakt/]\n${questions}\n[/kommun-faq]`));
    expect(await page.locator('kommun-eid-login').getAttribute('next')).toBe('/');
    expect(await page.locator('kommun-case-inbox').getAttribute('href')).toBe('mina-sidor/');
    expect(await page.locator('kommun-eid-test').getAttribute('heading-level')).toBe('4');
    expect(await page.locator('kommun-faq[exclusive]').getAttribute('contact-href')).toBe('/kontakt/');
    await sees(question(page));
  });

  test('has all that stands between a code alone and a code around questions, and shows a code in double brackets', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', `<p><code>[[kommun-faq]]</code> gör en lista.</p>\n\n[kommun-faq src="/fragor.json"]\n\n<p>Mellan listorna.</p>\n\n[kommun-faq exclusive]\n${questions}\n[/kommun-faq]`));
    await sees(page.getByText('[kommun-faq]', { exact: true }));
    await sees(question(page));
    expect(await page.locator('kommun-faq').count()).toBe(2);
    expect(await page.locator('kommun-faq[src]').getByText('Hur loggar jag ut?').count()).toBe(0);
    await sees(page.getByText('Mellan listorna.'));
    expect(await page.locator('kommun-faq').getByText('Mellan listorna.').count()).toBe(0);
  });

  test('keeps the questions that the editor wrote for when the others cannot be fetched', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', `<!-- wp:kommun/faq {"src":"/finns-inte.json"} -->${questions}<!-- /wp:kommun/faq -->`), { javaScriptEnabled: false });
    await sees(page.locator('kommun-faq[src="/finns-inte.json"]').getByText('Tryck på Logga ut.'));
  });

  test('loads the script once, and tells it where the backend is', async () => {
    const page = await wordpress.visit(await wordpress.publish('editor', '[kommun-eid-test]'));
    const tags = await page.locator('script[data-api]').evaluateAll((scripts) => scripts.map((script) => [script.getAttribute('type'), script.getAttribute('src'), script.dataset['api']]));
    expect(tags).toEqual([['module', `${inject('backend')}/v1/kommun.js`, `${inject('backend')}/api/v1`]]);
  });
});

describe('a tag that fetches from another site is kept from it', () => {
  const tag = '<kommun-faq id="annan" src="https://annan.example/faq">Frågor</kommun-faq>';

  test('in an excerpt', async () => {
    const { id } = await wordpress.save('author', 'posts', { content: 'Text.', excerpt: tag });
    const page = await wordpress.visit(inject('site'));
    expect(await attributesOf(page.locator(`#post-${id} kommun-faq`))).toEqual({ id: 'annan' });
  });

  test.each([
    { block: 'HTML', content: `<!-- wp:html -->${tag}<!-- /wp:html -->` },
    { block: 'a paragraph', content: `<!-- wp:paragraph --><p>${tag}</p><!-- /wp:paragraph -->` },
  ])('in $block of a pattern that many pages share', async ({ content }) => {
    const { id } = await wordpress.save('author', 'blocks', { content });
    const page = await wordpress.visit(await wordpress.publish('author', `<!-- wp:block {"ref":${id}} /-->`));
    expect(await attributesOf(page.locator('kommun-faq'))).toEqual({ id: 'annan' });
  });
});

test('a visitor\'s comment becomes no widget, whatever it holds', async () => {
  const page = await wordpress.visit(await wordpress.publish('editor', '<p><a href="#kommun-eid-test">Testa din e-legitimation</a></p>'));
  await page.getByRole('textbox', { name: /^Comment/ }).fill('<kommun-eid-login>Logga in</kommun-eid-login> [kommun-eid-login] <a href="https://annan.example/#kommun-eid-login">Logga in här</a>');
  await page.getByRole('textbox', { name: /^Name/ }).fill('Någon');
  await page.getByRole('textbox', { name: /^Email/ }).fill('nagon@annan.example');
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await sees(page.getByText('[kommun-eid-login]'));
  // What the editor wrote becomes one, in the same look through the page.
  await sees(page.locator('kommun-eid-test:defined'));
  expect(await page.locator('kommun-eid-login').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Logga in här' }).count()).toBe(1);
});
