import { describe, expect, inject, test } from 'vitest';
import { onAnotherDevice } from '../e2e/support/login.ts';
import { sees } from '../e2e/support/sees.ts';
import { begin, choose, preview, publish, seesAllOf, setting, write } from './block-editor.ts';
import { useWordPress } from './wordpress-browser.ts';

const wordpress = useWordPress();
const writers = [
  { who: 'an administrator', role: 'administrator', site: () => inject('site') },
  { who: 'an editor of a site where nobody may write any HTML', role: 'editor', site: () => inject('filteredSite') },
] as const;

describe.each(writers)('in the block editor, $who', ({ role, site }) => {
  test('sees the widget change with its settings, and visitors see it as it was published', async () => {
    const page = await wordpress.admin(role, 'post-new.php', site());
    await begin(page, 'Inloggning');
    await sees(preview(page, 'Inloggning').getByRole('button', { name: 'Använd BankID på en annan enhet' }));
    await seesAllOf(page, 'Inloggning');
    const steps = await page.evaluate(() => history.length);
    await setting(page, 'Rubriknivå').selectOption('Rubrik 4');
    await sees(preview(page, 'Inloggning').getByRole('heading', { level: 4, name: 'Logga in' }));
    await setting(page, 'Be om ny inloggning').check();
    await setting(page, 'Sida efter inloggningen').fill('/mina-sidor/?a=1&b=2');
    await setting(page, 'Länkens text').fill('Logga in & ut');
    await sees(preview(page, 'Inloggning').getByRole('heading', { level: 4, name: 'Logga in' }));
    expect(await page.evaluate(() => history.length), 'steps that Back takes').toBe(steps);
    const address = await publish(page);

    const visitor = await wordpress.visit(address);
    await sees(onAnotherDevice(visitor));
    expect(await visitor.locator('kommun-eid-login').evaluate((login) => ['heading-level', 'next', 'again'].map((name) => login.getAttribute(name)))).toEqual(['4', '/mina-sidor/?a=1&b=2', '']);
    const without = await wordpress.visit(address, { javaScriptEnabled: false });
    await sees(without.getByRole('link', { name: 'Logga in & ut' }));

    await page.reload();
    await page.getByRole('document', { name: 'Block: Inloggning' }).focus();
    expect(await setting(page, 'Länkens text').inputValue()).toBe('Logga in & ut');
    expect(await setting(page, 'Sida efter inloggningen').inputValue()).toBe('/mina-sidor/?a=1&b=2');
    expect(await page.getByText('unexpected or invalid content').count()).toBe(0);
  });

  test('writes questions as any text, and sees them as visitors do', async () => {
    const page = await wordpress.admin(role, 'post-new.php', site());
    await begin(page, 'Frågor och svar');
    await write(page, 'Heading', 'Hur loggar jag ut?');
    await write(page, 'Paragraph', 'Tryck på Logga ut.');
    await page.getByRole('button', { name: 'Lägg till en fråga' }).click();
    await page.keyboard.type('Vem skriver under?');
    await write(page, 'Paragraph', 'Båda vårdnadshavarna.');
    await choose(page, 'Frågor och svar');
    await page.getByRole('button', { name: 'Förhandsvisa' }).click();
    await sees(preview(page, 'Frågor och svar').getByRole('button', { name: 'Hur loggar jag ut?' }));
    const visitor = await wordpress.visit(await publish(page));
    await visitor.getByRole('button', { name: 'Hur loggar jag ut?' }).click();
    await sees(visitor.getByText('Tryck på Logga ut.'));
    await visitor.getByRole('button', { name: 'Vem skriver under?' }).click();
    await sees(visitor.getByText('Båda vårdnadshavarna.'));
  });
});

test('an editor is told what the widget needs, and that it takes nothing from another site', async () => {
  const page = await wordpress.admin('editor', 'post-new.php');
  await begin(page, 'Val av barn');
  await sees(page.getByText('Fyll i det här bland inställningarna: E-tjänst, Fältets namn.'));
  await page.reload();
  await begin(page, 'Inloggning');
  await setting(page, 'Sida efter inloggningen').fill('https://annan.example/');
  await sees(page.getByText('Adressen används inte. Den är felskriven, eller leder till en annan webbplats.'));
  await setting(page, 'Sida efter inloggningen').fill('mailto:kommunen@annan.example');
  await sees(page.getByText('Adressen används inte. Den är felskriven, eller leder till en annan webbplats.'));
  await setting(page, 'Sida efter inloggningen').fill('mina-sidor/');
  await sees(page.getByText('Den som har loggat in erbjuds att gå vidare dit.'));
});

test('an editor is told what one setting needs of another, and where the backend has its questions', async () => {
  const page = await wordpress.admin('editor', 'post-new.php');
  await begin(page, 'Mina ärenden');
  await setting(page, 'Kort lista').check();
  await sees(page.getByText('Fyll i det här bland inställningarna: Sida med alla ärenden.'));
  await page.reload();
  await begin(page, 'Frågor och svar');
  await write(page, 'Heading', 'Hur loggar jag ut?');
  await choose(page, 'Frågor och svar');
  expect(await setting(page, 'Hämta frågorna från en adress').getAttribute('placeholder')).toBe(`${inject('backend')}/api/v1/faq`);
});

test('a visitor is told who the preview is for', async () => {
  const page = await wordpress.visit(`${inject('site')}/?kommun-widgets-preview=kommun-eid-login`);
  await sees(page.getByText('Förhandsvisningen är bara för dig som skriver på webbplatsen.'));
  expect(await page.locator('kommun-eid-login').count()).toBe(0);
});

test('an editor is told when the widgets cannot be fetched', async () => {
  const page = await wordpress.admin('editor', 'post-new.php');
  await page.route(`${inject('backend')}/**`, (route) => route.abort());
  await page.reload();
  await begin(page, 'Inloggning');
  await sees(page.getByText('Förhandsvisningen kan inte hämtas just nu.'));
});
