import { afterEach, expect, inject, test } from 'vitest';
import { sees } from '../e2e/support/sees.ts';
import { useWordPress } from './wordpress-browser.ts';

const wordpress = useWordPress();
const path = 'options-general.php?page=kommun-widgets';
const loader = () => `${inject('backend')}/v1/kommun.js`;

async function save(script: string, backend: string) {
  const page = await wordpress.admin('administrator', path);
  await page.getByLabel('Skriptets adress').fill(script);
  await page.getByLabel('Tjänstens adress').fill(backend);
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

test.each([
  ['http://annan.example/v1/kommun.js'],
  ['javascript:alert(1)'],
  ['https://namn:losen@annan.example/v1/kommun.js'],
  ['//annan.example/v1/kommun.js'],
  ['kommun.js'],
])('an administrator who writes %s is told what may be written, and the old address is kept', async (address) => {
  const page = await save(address, '');
  await sees(page.getByText('Skriptets adress går inte att använda.'));
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
  await sees(page.getByRole('link', { name: 'Logga in', exact: true }));
  expect(await page.locator('script[data-api]').count()).toBe(0);
});
