import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { widgetsBuild } from '../../demo/node/build.ts';
import { editorWidgets } from '../../cms/editor-widgets.ts';
import { bringUpToDate, launchBrowser } from '../e2e/demo-browser.ts';
import { measured, type Outcome } from './measured.ts';
import { saved } from './saved.ts';
import { last, seen, settled } from './seen.ts';
import { readPage, settingsOf } from './settings.ts';
import { harmful, shapes } from './shapes.ts';
import { openSite, type Published, type Site } from './site.ts';
import { tableOf } from './table.ts';

let browser: Browser;
let site: Site;
let editors: Page;
const found = new Map<string, string[]>(measured.map(({ name, outcomes }) => [name, outcomes.map((outcome) => (outcome === 'finns inte' ? outcome : '?'))]));

beforeAll(async () => {
  await bringUpToDate(widgetsBuild);
  browser = await launchBrowser();
  site = await openSite(browser);
  editors = await site.editors();
}, 120_000);

afterAll(async () => {
  console.log(tableOf([...found]));
  await browser?.close();
});

const meets: Readonly<Record<Outcome, string>> = { '✔': 'uses the widget', text: 'reads the words alone', kod: 'reads code', '–': 'sees nothing', 'finns inte': '' };

describe.each(measured.map((through) => [through.name, through] as const))('what comes out of %s', (name, through) => {
  const given = shapes.map((shape, column) => ({ shape, column, expected: through.outcomes[column]! })).filter(({ expected }) => expected !== 'finns inte');
  const contents: string[] = [];
  let page: Published;

  beforeAll(async () => {
    for (const { shape } of given) contents.push(await saved(editors, through, shape.written));
    page = await site.published([...contents, last]);
    await settled(page);
  });

  test.each(given.map(({ shape, expected }, part) => [meets[expected], shape.said, part] as const))('is a page whose visitor %s where there was %s', async (_meets, _said, part) => {
    const { shape, column, expected } = given[part]!;
    const outcome = await seen(page, part, shape);
    found.get(name)![column] = outcome;
    expect(outcome, contents[part]).toBe(expected);
  });
});

const withSettings = measured.filter(({ settingsIn }) => settingsIn).map((through) => [through.name, through] as const);

test.each(withSettings.filter(([, { letsCodeIn }]) => !letsCodeIn))('the settings for %s let no page choose a backend, and no code in', async (_name, through) => {
  const left = await saved(editors, through, harmful);
  expect(left).toContain('Svar.');
  expect(left).not.toMatch(/api|ond\.example|onclick|onmouseover/);
});

test.each(withSettings.filter(([, { letsCodeIn }]) => letsCodeIn))('the settings for %s let in what is harmful, and their page says so', async (_name, through) => {
  expect(await saved(editors, through, harmful)).toMatch(/onclick/);
  expect(readPage(through.settingsIn!)).toContain('`onclick` och skript');
});

test.each(withSettings.filter(([, { outcomes }]) => outcomes.at(-1) === '✔'))('the settings for %s name every widget and every setting', (_name, { settingsIn, choice }) => {
  const settings = settingsOf(settingsIn!, choice);
  for (const { short, settings: own } of editorWidgets()) {
    expect(settings).toContain(short);
    for (const { name } of own) expect(settings).toContain(name);
  }
});

test('a link comes through everything', () => {
  for (const { name, outcomes } of measured) expect(outcomes.filter((outcome, column) => shapes[column]!.isLink && outcome !== '✔' && outcome !== 'finns inte'), name).toEqual([]);
});

test('a web manager reads of what was measured', () => {
  expect(readPage('README.md'), 'put the table that is printed below into cms/README.md').toContain(tableOf(measured.map(({ name, outcomes }) => [name, outcomes])));
});
