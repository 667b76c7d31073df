import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { expectNoFaults } from './support/no-faults.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

const preview = (page: Page) => page.frameLocator('iframe[title="Widgeten som den blir på sidan"]');
const address = (page: Page) => page.locator('[data-code=address]');
const copying = { permissions: ['clipboard-read', 'clipboard-write'] };

test('an editor chooses, sees each choice at once, and copies the address', async () => {
  const page = await demo.open('/byggare/', copying);
  await sees(preview(page).getByRole('button', { name: 'Hur lånar jag en bok?' }));
  expect(await preview(page).getByRole('searchbox').count()).toBe(0);
  await page.getByLabel('Sökfält även vid få frågor').check();
  await sees(preview(page).getByRole('searchbox'));
  await page.getByRole('combobox', { name: 'Rubriknivå' }).selectOption('Rubrik 4');
  await sees(preview(page).locator('h4', { hasText: 'Hur lånar jag en bok?' }));

  await page.getByRole('button', { name: 'Kopiera adressen' }).click();
  await sees(page.getByRole('status').filter({ hasText: 'Kopierad.' }));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${demo.url}/w/faq#kommun-faq?heading-level=4&search`);
  await page.getByRole('radio', { name: 'Dator' }).check();
  await sees(page.getByRole('status').filter({ hasText: 'Kopierad.' }));
  await page.getByLabel('Sökfält även vid få frågor').uncheck();
  await seesNot(page.getByRole('status').filter({ hasText: 'Kopierad.' }));
});

test('a link with a stranger\'s page and backend shows both where they are asked for, and names them beside what it gives', async () => {
  const page = await demo.open('/byggare/?page=https://www.annan.invalid/faq&backend=https://widgets.annan.invalid/api/v1');
  await sees(page.getByLabel('Sida som länken leder till'));
  await sees(page.getByLabel('Adress till er tjänst'));
  await sees(page.getByText('Länken leder till https://www.annan.invalid. Widgeten talar med https://widgets.annan.invalid.'));
});

test('a link to a widget and a width that there are not shows the first of each', async () => {
  const page = await demo.open('/byggare/?widget=finns-inte&width=enorm');
  await sees(page.getByRole('heading', { name: '2. Ställ in Frågor och svar' }));
  expect(await page.getByRole('radio', { checked: true }).evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))).toEqual(['faq', 'phone', 'light']);
});

test('only questions are offered in a frame, and only they are to be written below the link', async () => {
  const page = await demo.open('/byggare/');
  await page.getByText('Andra sätt att skriva den').click();
  await sees(page.getByRole('region', { name: 'Kod: Ram (iframe)' }));
  await sees(page.getByText('Skriv frågorna direkt under länken').first());
  await page.getByRole('radio', { name: /^Inloggning/ }).check();
  await seesNot(page.getByRole('region', { name: 'Kod: Ram (iframe)' }));
  await seesNot(page.getByText('Skriv frågorna direkt under länken').first());
});

test('the choices follow along in the address that a colleague gets, and Back leads off the page', async () => {
  const page = await demo.open('/redaktor/');
  await page.getByRole('main').getByRole('link', { name: 'Bygg en widget' }).click();
  await page.getByRole('radio', { name: /^Inloggning/ }).check();
  await page.getByLabel('Sida efter inloggningen').fill('/mina-sidor/');
  await page.getByRole('textbox', { name: 'Länktext' }).fill('Till dina ärenden');
  await page.getByLabel('Webbverktyg').selectOption('Drupal');
  const colleague = await demo.open(page.url());
  await sees(colleague.getByRole('heading', { name: 'Så gör du i Drupal' }));
  expect(await address(colleague).textContent()).toBe(`${demo.url}/w/eid-login#kommun-eid-login?next=%2Fmina-sidor%2F`);
  expect(await colleague.getByRole('textbox', { name: 'Länktext' }).inputValue()).toBe('Till dina ärenden');
  await sees(preview(colleague).getByRole('button', { name: 'Använd BankID på en annan enhet' }));
  await page.goBack();
  await page.waitForURL('**/redaktor/');
});

test('a widget that needs something says what, and shows an example until it is filled in', async () => {
  const page = await demo.open('/byggare/?widget=child-picker');
  await sees(page.getByText('Fyll i E-tjänst och Fältets namn, så får du adressen här.'));
  await page.locator('.stage').scrollIntoViewIfNeeded();
  await sees(preview(page).getByRole('button', { name: 'Använd BankID på en annan enhet' }));
  await page.getByLabel('E-tjänst (måste fyllas i)').fill('skolskjuts');
  await page.getByLabel('Fältets namn (måste fyllas i)').fill('barn');
  await page.getByLabel('Egen fråga').fill('Vilket barn åker?');
  await page.getByLabel('Egen fråga').blur();
  expect(await address(page).textContent()).toBe(`${demo.url}/w/child-picker#kommun-child-picker?service=skolskjuts&name=barn&label=Vilket+barn+%C3%A5ker%3F`);
});

test('what cannot be used is said at its field, and a personal number goes nowhere', async () => {
  const page = await demo.open('/byggare/?widget=case-inbox');
  const child = page.getByLabel('Bara ett barn');
  await child.fill('20151231-2391');
  await child.blur();
  await sees(page.getByText('Skriv aldrig ett personnummer.'));
  expect(await child.getAttribute('aria-invalid')).toBe('true');
  expect(page.url()).not.toContain('2391');
  await seesNot(page.getByRole('button', { name: 'Kopiera adressen' }));
  await child.fill('');
  await child.blur();
  await sees(page.getByRole('button', { name: 'Kopiera adressen' }));
});

test('the preview can be as wide as a computer, and dark', async () => {
  const page = await demo.open('/byggare/', { viewport: { width: 1280, height: 900 } });
  await sees(preview(page).getByRole('button', { name: 'Hur lånar jag en bok?' }));
  const width = () => preview(page).locator('html').evaluate(() => innerWidth);
  expect(await width()).toBe(375);
  await page.getByRole('radio', { name: 'Dator' }).check();
  await expect.poll(width).toBe(1024);
  await page.getByRole('radio', { name: 'Mörka' }).check();
  await sees(preview(page).getByRole('button', { name: 'Hur lånar jag en bok?' }));
  await expect.poll(() => preview(page).locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(18, 18, 18)');
});

test('a backend that does not answer is told of where the widget is shown', async () => {
  const page = await demo.open('/byggare/?backend=https://widgets.finns-inte.invalid/api/v1');
  await sees(preview(page).getByText('Tjänsten på https://widgets.finns-inte.invalid/api/v1 svarar inte hit.'));
  await sees(page.getByText('Widgeten här nedanför talar med https://widgets.finns-inte.invalid.'));
  expect(await page.locator('[data-code=loader]').textContent()).toBe('<script type="module" src="https://widgets.finns-inte.invalid/v1/kommun.js" data-api="https://widgets.finns-inte.invalid/api/v1"></script>');
});

test('a link straight to the preview shows no widget that talks with a stranger', async () => {
  const page = await demo.open('/byggare/visning/?fragment=%23kommun-eid-login&words=Logga+in&api=https://widgets.finns-inte.invalid/api/v1');
  await sees(page.getByText('Den här sidan visas i byggaren.'));
  expect(await page.locator('a, kommun-eid-login').count()).toBe(0);
});

test('the other ways to write it come with when to take them', async () => {
  const page = await demo.open('/byggare/?widget=eid-test&heading-level=3', copying);
  await page.getByText('Andra sätt att skriva den').click();
  const code = page.locator('[data-shape=code]');
  await sees(code.getByText('När du inte kan lägga in en länk.'));
  expect(await code.locator('code').last().textContent()).toBe('[kommun-eid-test heading-level=3]');
});

test('an editor reads how it is done in their CMS, and what that does to the other ways', async () => {
  const page = await demo.open('/byggare/?cms=drupal');
  await sees(page.getByText('klistra in adressen i fältet Länkens URL'));
  await page.getByText('Andra sätt att skriva den').click();
  await sees(page.getByText('I vanlig text i Drupal blir länken och textkoden kvar.'));
  await page.getByLabel('Webbverktyg').selectOption('Umbraco');
  await sees(page.getByText('lämna Ankare eller frågesträng tomt'));
  await sees(page.getByText('I vanlig text i Umbraco blir länken, textkoden, citatet och stycket kvar.'));
  await seesNot(page.getByText('I vanlig text i Drupal'));
});

test('the builder works by keyboard alone', async () => {
  const page = await demo.open('/byggare/');
  await page.getByRole('radio', { name: /^Frågor och svar/ }).focus();
  await page.keyboard.press('ArrowDown');
  await sees(page.getByRole('heading', { name: '2. Ställ in Inloggning' }));
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('eid-login-heading-level');
});

test('all that editors can open on their own page fits a narrow screen, and has no fault that axe knows of', async () => {
  const page = await demo.open('/redaktor/', { viewport: { width: 320, height: 640 } });
  for (const more of await page.locator('.more > summary').all()) await more.click();
  await sees(page.getByRole('region', { name: 'Kod: Sidhuvudet' }));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expectNoFaults(page);
});

test.each(['light', 'dark'] as const)('the builder has no fault that axe knows of when all is open and something is wrong, %s', async (colorScheme) => {
  const builder = await demo.open('/byggare/?widget=case-inbox&page=x', { colorScheme });
  await sees(builder.getByText('Skriv hela adressen'));
  await expectNoFaults(builder);
  const whole = await demo.open('/byggare/?widget=faq&search=on', { colorScheme });
  for (const more of await whole.locator('.more > summary').all()) await more.click();
  await sees(whole.getByText('Adress till er tjänst'));
  await sees(whole.getByRole('region', { name: 'Raden för hela webbplatsen' }));
  await sees(whole.getByRole('region', { name: 'Kod: Ram (iframe)' }));
  await sees(preview(whole).getByRole('searchbox'));
  await expectNoFaults(whole);
});
