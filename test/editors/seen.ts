import type { Locator, Page } from 'playwright-core';
import type { Outcome } from './measured.ts';
import type { Shape } from './shapes.ts';
import type { Published } from './site.ts';

/** What every published page has last, so that one knows when the loader has been through all of it. */
export const last = '<p><a href="/fragor/#kommun-faq?heading-level=3&search">Frågor och svar</a></p>';

const part = (page: Page, index: number): Locator => page.locator('section').nth(index);

/** Waits until all that becomes a widget has become one. */
export async function settled({ withCode }: Published): Promise<void> {
  await withCode.locator('section').last().getByRole('heading', { level: 3 }).waitFor();
}

/** What visitors meet in the part at `index`, where `shape` was written. */
export async function seen({ withCode, withoutCode }: Published, index: number, { leadsTo }: Shape): Promise<Outcome> {
  const words = (await part(withoutCode, index).innerText()).trim();
  if (await part(withCode, index).locator('kommun-faq').count() > 0) {
    await worksAsAskedFor(part(withCode, index));
    if (leadsTo !== undefined) await leads(part(withoutCode, index), leadsTo);
    return '✔';
  }
  if (words === '') return '–';
  return /[<[]kommun-/.test(words) ? 'kod' : 'text';
}

/** Waits for the questions, at the level and with the field for searching that were asked for. */
async function worksAsAskedFor(place: Locator): Promise<void> {
  await place.getByRole('heading', { level: 3 }).getByRole('button').first().waitFor();
  await place.getByLabel('Sök bland frågorna').waitFor();
}

async function leads(place: Locator, to: string): Promise<void> {
  const link = place.getByRole('link', { name: 'Frågor och svar', exact: true });
  await link.waitFor();
  const address = new URL((await link.getAttribute('href'))!, place.page().url());
  if (address.pathname !== to) throw new Error(`The link leads to ${address.pathname}.`);
}
