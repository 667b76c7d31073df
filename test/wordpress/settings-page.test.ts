import { afterEach, expect, inject, test } from 'vitest';
import { sees } from '../e2e/support/sees.ts';
import { begin, choose, preview, write } from './block-editor.ts';
import { useWordPress } from './wordpress-browser.ts';

const wordpress = useWordPress();
const path = 'options-general.php?page=kommun-widgets';
const loader = () => `${inject('backend')}/v1/kommun.js`;

async function save(script: string, backend: string, phone = '') {
  const page = await wordpress.admin('administrator', path);
  await page.getByLabel('Skriptets adress').fill(script);
  await page.getByLabel('Tjänstens adress').fill(backend);
  await page.getByLabel('Servicecenters telefon').fill(phone);
  await page.getByRole('button', { name: 'Spara' }).click();
  await sees(page.locator('.settings-error'));
  return page;
}

afterEach(async () => void (await save(loader(), '')));

test('an administrator says where the backend is, and pages ask there', async () => {
  await save(loader(), 'https://tjanst.example/api/v1');
  const page = await wordpress.visit(inject('site'));
  expect(await page.locator('script[data-api]').getAttribute('data-api')).toBe('https://tjanst.example/api/v1');
});

test('an administrator says which number to ring, and visitors and editors get it where a widget cannot be shown', async () => {
  await save(loader(), '', '0123-45 67 89');
  const address = await wordpress.publish('editor', '[kommun-eid-login]');
  const visitor = await wordpress.visit(address);
  expect(await visitor.locator('script[data-api]').getAttribute('data-phone')).toBe('0123-45 67 89');
  const without = await wordpress.visit(address, { javaScriptEnabled: false });
  await sees(without.getByText('Logga in, eller ring 0123-45 67 89', { exact: true }));

  const editor = await wordpress.admin('editor', 'post-new.php');
  await begin(editor, 'Frågor och svar');
  await write(editor, 'Heading', 'Hur loggar jag ut?');
  await choose(editor, 'Frågor och svar');
  await editor.getByRole('button', { name: 'Förhandsvisa' }).click();
  await sees(preview(editor, 'Frågor och svar').getByRole('button', { name: 'Hur loggar jag ut?' }));
  expect(await preview(editor, 'Frågor och svar').locator('script').getAttribute('data-phone')).toBe('0123-45 67 89');
});

test('an administrator reads which address the backend is to let in', async () => {
  const page = await wordpress.admin('administrator', path);
  await sees(page.getByText(`Då ska den här adressen stå i allowedOrigins: ${inject('site')}`));
});

test.each([
  ['http://annan.example/v1/kommun.js'],
  ['javascript:alert(1)'],
  ['https://namn:losen@annan.example/v1/kommun.js'],
  ['//annan.example/v1/kommun.js'],
  ['kommun.js'],
])('an administrator who writes %s is told what may be written, and the old address is kept', async (address) => {
  const page = await save(address, '');
  await sees(page.getByText(`Skriptets adress går inte att använda. Du skrev ${address}.`));
  expect(await page.getByLabel('Skriptets adress').inputValue()).toBe(loader());
});

test('an editor comes nowhere near the addresses', async () => {
  const page = await wordpress.admin('editor', path);
  await sees(page.getByText('not allowed to access this page'));
  expect(await page.getByLabel('Skriptets adress').count()).toBe(0);
});

test('no page has the script before an administrator has said where it is', async () => {
  await save('', '');
  const page = await wordpress.visit(await wordpress.publish('editor', '[kommun-eid-login]'));
  await sees(page.getByText('Logga in', { exact: true }));
  expect(await page.locator('a[href*="#kommun-"]').count()).toBe(0);
  expect(await page.locator('script[data-api]').count()).toBe(0);
});
