import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webAppFiles } from '../../cms/sitevision/package.ts';
import { widgetsBuild } from '../../demo/node/build.ts';
import { bringUpToDate, launchBrowser } from '../e2e/demo-browser.ts';
import { answerOf, type Saved } from '../unit/sitevision-server.ts';
import { openSite, type Site } from './site.ts';

let browser: Browser;
let site: Site;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  await bringUpToDate(widgetsBuild);
  files = await webAppFiles('1.2.3');
  browser = await launchBrowser();
  site = await openSite(browser);
}, 120_000);

afterAll(() => browser?.close());

test('a module works under a policy that runs nothing without the page\'s nonce, and leaves its link where no code runs', async () => {
  const ofSite: Saved = { host: 'https://kommunen.test' };
  const head = answerOf(files.get('hooks.js')!, { site: ofSite, context: { getNonce: () => 'n0nce' } });
  const body = answerOf(files.get('index.js')!, { site: ofSite, module: { 'widget': 'kommun-faq', 'faq-heading-level': '3', 'faq-search': true, 'text': 'Alla frågor', 'page': '/fragor/' } });
  const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-n0nce'; style-src 'self'; connect-src 'self'">`;
  const { withCode, withoutCode } = await site.published([body], policy + head);
  await withCode.getByRole('heading', { level: 3 }).getByRole('button', { name: 'Vad är en e-tjänst?' }).click();
  await withCode.getByText('Ett ärende som du sköter själv.').waitFor();
  await withCode.getByLabel('Sök bland frågorna').waitFor();
  expect(await withoutCode.getByRole('link', { name: 'Alla frågor' }).getAttribute('href')).toBe('/fragor/');
});

describe('the dialogue of a module', () => {
  let dialogue: Page;

  beforeAll(async () => {
    dialogue = await browser.newPage({ locale: 'sv-SE' });
    await dialogue.setContent(`<!doctype html><html lang="sv"><title>Egenskaper</title><main><h2>Egenskaper</h2>${files.get('config/index.html')}</main>`);
    // As in Sitevision, which fills in what was saved by a function of its own.
    await dialogue.evaluate(`window._setValues = ({ widget }) => { document.querySelector('[name=widget]').value = widget; }`);
    await dialogue.addScriptTag({ content: files.get('config/config.js')! });
  });

  const panels = () => dialogue.getByRole('heading', { level: 3 }).allInnerTexts();

  test('asks for the settings of the widget that is chosen, and of no other', async () => {
    expect(await panels()).toEqual(['Widget', 'Frågor och svar']);
    await dialogue.getByLabel('Vad ska visas?').selectOption('Mina ärenden');
    expect(await panels()).toEqual(['Widget', 'Mina ärenden']);
    await dialogue.getByLabel('Kort lista').check();
  });

  test('opens with the settings of the widget that was saved', async () => {
    await dialogue.evaluate(`window.setValues({ widget: 'kommun-eid-login' })`);
    expect(await panels()).toEqual(['Widget', 'Inloggning']);
  });

  test('can be used by everybody', async () => {
    await dialogue.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    const faults = await dialogue.evaluate<string[]>(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id }) => id))`);
    expect(faults).toEqual([]);
  });
});
