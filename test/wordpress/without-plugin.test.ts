import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sees } from '../e2e/support/sees.ts';
import { begin, choose, publish, setting, write } from './block-editor.ts';
import { useWordPress } from './wordpress-browser.ts';

const wordpress = useWordPress();
let login = '';
let questions = '';

async function turn(how: 'activate' | 'deactivate') {
  const page = await wordpress.admin('administrator', 'plugins.php');
  await page.locator(`tr[data-plugin^='kommun-widgets/'] .${how} a`).click();
  await sees(page.locator('#message'));
}

beforeAll(async () => {
  const page = await wordpress.admin('editor', 'post-new.php');
  await begin(page, 'Inloggning');
  await setting(page, 'Länkens text').fill('');
  login = await publish(page);
  await page.goto(`${inject('site')}/wp-admin/post-new.php`);
  await begin(page, 'Frågor och svar');
  await write(page, 'Heading', 'Hur loggar jag ut?');
  await write(page, 'Paragraph', 'Tryck på Logga ut.');
  await choose(page, 'Frågor och svar');
  questions = await publish(page);
  await turn('deactivate');
});

afterAll(() => turn('activate'));

test('a page that was made with the plugin keeps a link to the widget, which is called something', async () => {
  const page = await wordpress.visit(login);
  expect(await page.getByRole('link', { name: 'Logga in', exact: true }).getAttribute('href')).toBe(`${inject('backend')}/w/eid-login#kommun-eid-login`);
  expect(await page.locator('kommun-eid-login').count()).toBe(0);
});

test('questions that were written with the plugin can be read', async () => {
  const page = await wordpress.visit(questions);
  await sees(page.getByRole('heading', { name: 'Hur loggar jag ut?' }));
  await sees(page.getByText('Tryck på Logga ut.'));
});
