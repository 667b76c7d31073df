import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { expectNoFaults } from './support/no-faults.ts';
import { sees } from './support/sees.ts';

const demo = serveDemo();

const check = async (page: Page, { html, at }: { html?: string; at?: string }) => {
  if (at !== undefined) await page.getByLabel('Sidans adress').fill(at);
  if (html !== undefined) await page.getByLabel('Sidans HTML').fill(html);
  await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
};

test('a page that is right is told so, fetched by its address', async () => {
  const page = await demo.open('/granska/');
  await check(page, { at: `${demo.url}/logga-in/` });
  await sees(page.getByRole('heading', { name: 'Allt ser rätt ut' }));
  await sees(page.getByText('att kommunens tjänst svarar sidan, sidans innehållspolicy.'));
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('svaret');
});

test.each([
  ['Skriptet för widgetar finns inte', '<p>[kommun-faq]</p>'],
  ['Skriptet saknar type="module"', '<script src="/v1/kommun.js" data-api="/api/v1"></script><p>[kommun-faq]</p>'],
  ['På skriptets adress finns inget skript (svar 404)', '<script type="module" src="/v2/kommun.js" data-api="/api/v1"></script><p>[kommun-faq]</p>'],
  ['finns inte kommunens tjänst (svar 404)', '<script type="module" src="/v1/kommun.js" data-api="/api/v9"></script><p>[kommun-faq]</p>'],
  ['Det ser ut som att webbverktyget har tagit bort taggen', '<script type="module" src="/v1/kommun.js" data-api="/api/v1"></script><p>Mina ärenden</p>'],
  ['kommun-faq har inget som heter serach', '<script type="module" src="/v1/kommun.js" data-api="/api/v1"></script><p>[kommun-faq serach]</p>'],
  ['Koden visas som text', '<script type="module" src="/v1/kommun.js" data-api="/api/v1"></script><p>&lt;kommun-faq&gt;</p>'],
  ['stoppar anropen', '<meta http-equiv="Content-Security-Policy" content="connect-src https://annan.test"><script type="module" src="/v1/kommun.js" data-api="/api/v1"></script><p>[kommun-faq]</p>'],
])('a broken page is told: %s', async (what, html) => {
  const page = await demo.open('/granska/');
  await check(page, { html, at: demo.url });
  await sees(page.getByRole('heading', { name: 'Ett fel på sidan' }));
  await sees(page.getByRole('heading', { name: what }));
});

test('a page on another site is told that the backend does not let it in', async () => {
  const page = await demo.open('/granska/');
  await check(page, { at: 'https://www.annan.test/sida', html: `<script type="module" src="${demo.url}/v1/kommun.js" data-api="${demo.url}/api/v1"></script><p>[kommun-faq]</p>` });
  await sees(page.getByRole('heading', { name: 'tar inte emot något från https://www.annan.test' }));
});

test('what is pasted runs nothing, and is sent nowhere', async () => {
  const page = await demo.open('/granska/');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await check(page, { html: '<p>[kommun-faq] hemligt</p><img src="/hemligt.png" onerror="document.title=1"><script>document.title=1</script>' });
  await sees(page.getByRole('heading', { name: 'Ett fel på sidan' }));
  expect(sent.filter((request) => request.includes('hemligt'))).toEqual([]);
  expect(await page.title()).toContain('Kontrollera en sida');
});

test('a page that leads on is told of by where it was found, and what is no page or asks for a login as such', async () => {
  const page = await demo.open('/granska/');
  await check(page, { at: `${demo.url}/w/login` });
  await sees(page.getByText(`Adressen leder vidare. Det här gäller sidan ${demo.url}/w/eid-login.`));
  await check(page, { at: `${demo.url}/v1/kommun.js` });
  await sees(page.getByText('På adressen finns ingen webbsida'));
  await check(page, { at: `${demo.url}/api/v1/cases` });
  await sees(page.getByText('Sidan släpper inte in alla.'));
});

test('what could not be looked at is not said to be right', async () => {
  const page = await demo.open('/granska/');
  await check(page, { html: `<script type="module" src="${demo.url}/v1/kommun.js" data-api="${demo.url}/api/v1" data-phone="0476-550 00"></script><p>[kommun-faq]</p>` });
  await sees(page.getByRole('heading', { name: 'Inga fel i det som gick att kontrollera' }));
});

test.each([
  ['', 'Skriv sidans adress, eller klistra in sidans HTML.'],
  ['kommunen.se', 'Skriv hela adressen'],
  ['http://127.0.0.1:1/', 'Adressen leder till ett eget nät'],
])('an address that cannot be fetched is told of at its field: %s', async (at, what) => {
  const page = await demo.open('/granska/');
  await check(page, { at });
  await sees(page.getByText(what));
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('address');
  await sees(page.getByRole('textbox', { name: 'Sidans adress', description: /^Sidan måste vara publicerad, så att alla kan läsa den\. \S/ }));
});

test.each(['light', 'dark'] as const)('it has no fault that axe knows of when something is wrong, %s', async (colorScheme) => {
  const page = await demo.open('/granska/', { colorScheme });
  await check(page, { html: '<kommun-eid-login></kommun-eid-login>' });
  await sees(page.getByRole('heading', { name: 'Ett fel på sidan' }));
  await expectNoFaults(page);
});
