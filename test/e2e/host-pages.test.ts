import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hostPages } from '../hosts/host-page.ts';
import { hosts } from '../hosts/hosts.ts';
import { serveDemo } from './support/demo.ts';
import { answer, question, readsAnAnswer, startsALogin } from './support/host-widgets.ts';
import { visitHost } from './support/hosts.ts';
import { onAnotherDevice, qrCode } from './support/login.ts';
import { sees } from './support/sees.ts';

const demo = serveDemo();

const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts')).map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).join('');

test('every page of test/hosts is one that a test visits', () => {
  expect(hostPages().filter((host) => !(host in hosts) && !tests.includes(`'${host}'`))).toEqual([]);
});

for (const [host, what] of Object.entries(hosts)) {
  test(`a page that ${what} shows an answer and a QR code`, async () => {
    const page = await visitHost(demo, host);
    await readsAnAnswer(page);
    await startsALogin(page);
    expect(new URL(page.url()).pathname).toBe(`/hosts/${host}.html`);
  });
}

test('a base address elsewhere receives nothing from the widgets', async () => {
  const visitor = await demo.visitor();
  const elsewhere: string[] = [];
  visitor.on('request', (request) => { if (request.url().startsWith('https://annan.example/')) elsewhere.push(request.url()); });
  const page = await visitHost(demo, 'base-href', {}, visitor);
  await readsAnAnswer(page);
  await startsALogin(page);
  expect(elsewhere).toEqual([]);
});

test('a link to a question works where the page has a base address elsewhere', async () => {
  const page = await visitHost(demo, 'base-href', { hash: '#hur-loggar-jag-ut' });
  await sees(answer(page));
});

test('opening a question leaves the address alone, so that a router stays where it is', async () => {
  const page = await visitHost(demo, 'hash-router');
  await readsAnAnswer(page);
  expect(new URL(page.url()).hash).toBe('');
  await sees(page.getByRole('heading', { name: 'Sidan styrs av adressens fragment' }));
});

test('what a page has added to every object still works beside the widgets', async () => {
  const page = await visitHost(demo, 'added-to-objects');
  await sees(onAnotherDevice(page));
  expect(await page.evaluate('({ first: 1 }).extend({ second: 2 }).second')).toBe(2);
});

test('in a page-wide form neither a press nor Enter sends the form', async () => {
  const page = await visitHost(demo, 'one-form');
  await sees(question(page));
  await question(page).press('Enter');
  await sees(answer(page));
  await page.getByLabel('Sök bland frågorna').fill('blankett');
  await page.getByLabel('Sök bland frågorna').press('Enter');
  await onAnotherDevice(page).press('Enter');
  await sees(qrCode(page));
  expect(new URL(page.url()).pathname).toBe('/hosts/one-form.html');
});

test('hotkeys of the page do not take what is typed in a search', async () => {
  const page = await visitHost(demo, 'hotkeys');
  const search = page.getByLabel('Sök bland frågorna');
  await search.click();
  await page.keyboard.type('blankett');
  expect(await search.inputValue()).toBe('blankett');
  await sees(page.getByRole('heading', { name: 'Sidan har snabbtangenter' }));
});
