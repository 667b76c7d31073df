import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { bringUpToDate } from './demo-browser.ts';
import { serveDemo } from './support/demo.ts';
import { hostsBuild, packageBuild, visitFramework } from './support/frameworks.ts';
import { logIn, onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

beforeAll(() => bringUpToDate(packageBuild, hostsBuild), 120_000);

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const question = (page: Page, name: string): Locator => page.getByRole('heading', { name, level: 3, exact: true }).getByRole('button');
const answer = (page: Page): Locator => page.getByText('Tryck på Logga ut.');
const loginHeading = (page: Page, level: number): Locator => page.locator('kommun-eid-login').getByRole('heading', { level });

describe.each(['react', 'vue', 'svelte', 'angular'])('on a page built with %s', (framework) => {
  test('a citizen reads an answer, and the page hears which', async () => {
    const page = await visitFramework(demo, framework);
    await question(page, 'Hur loggar jag ut?').click();
    await sees(answer(page));
    await sees(page.getByText('Senast: hur-loggar-jag-ut true'));
    await press(page, 'Hur loggar jag ut?');
    await seesNot(answer(page));
    await sees(page.getByText('Senast: hur-loggar-jag-ut false'));
  });

  test('what the page says of a widget reaches it, as an attribute, a property and a yes or no', async () => {
    const page = await visitFramework(demo, framework);
    await sees(loginHeading(page, 3));
    await press(page, 'Sänk rubrikerna');
    await sees(loginHeading(page, 4));
    const search = page.getByLabel('Sök bland frågorna');
    expect(await search.count()).toBe(0);
    await press(page, 'Byt sökfält');
    await search.fill('något helt annat');
    await sees(page.locator('a[href$="/kontakt/4"]', { hasText: 'Kontakta oss' }));
    await search.fill('');
    await press(page, 'Byt sökfält');
    await seesNot(search);
  });

  test('questions that come, change and go leave open what a citizen reads', async () => {
    const page = await visitFramework(demo, framework);
    await question(page, 'Hur loggar jag ut?').click();
    await sees(answer(page));
    await press(page, 'Lägg till en fråga');
    await sees(question(page, 'Vad är nytt?'));
    await sees(answer(page));
    await press(page, 'Skriv om en fråga');
    await sees(question(page, 'Vem ska skriva under?'));
    await question(page, 'Vem ska skriva under?').click();
    await sees(page.getByText('Båda vårdnadshavarna.'));
    await press(page, 'Ta bort en fråga');
    await seesNot(question(page, 'Vad är nytt?'));
    await sees(answer(page));
  });

  test('a citizen logs in, sees what the page shows to those who have, and the page hears of it', async () => {
    const page = await visitFramework(demo, framework);
    await sees(onAnotherDevice(page));
    await sees(page.getByText('Ring servicecenter om du inte kan logga in.'));
    await sees(page.locator('kommun-eid-login img[slot=logo-bankid]'));
    await seesNot(page.getByText('Välkommen in'));
    await logIn(page);
    await sees(page.getByText('Välkommen in, rubrikerna har nivå 3.'));
    await sees(page.getByText('Inloggningar: 1'));
    await press(page, 'Sänk rubrikerna');
    await sees(page.getByText('Välkommen in, rubrikerna har nivå 4.'));
  });

  test('widgets can be taken away while somebody logs in, and work when they come back', async () => {
    const page = await visitFramework(demo, framework);
    await onAnotherDevice(page).click();
    await sees(page.getByRole('img', { name: /^QR-kod/ }));
    await press(page, 'Ta bort');
    // Angular takes them away after the press has been answered.
    await expect.poll(() => page.locator('kommun-faq, kommun-eid-login, kommun-portal').count()).toBe(0);
    await press(page, 'Visa igen');
    await question(page, 'Hur loggar jag ut?').click();
    await sees(answer(page));
    await sees(onAnotherDevice(page));
  });
});
