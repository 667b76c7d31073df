import type { Locator, Page } from 'playwright-core';
import { sees } from './sees.ts';

/** The e-ID that the citizen leaves the page for, and its page, by the words that are on the screen. */
export const withFreja = (page: Page): Locator => page.getByRole('button', { name: 'Logga in med Freja eID+' });
export const ownPage = (page: Page): Locator => page.getByRole('heading', { name: 'Legitimera dig' });

/** Leaves `page` for the e-ID's own page, in the same tab. */
export async function toOwnPage(page: Page): Promise<void> {
  await withFreja(page).click();
  await sees(ownPage(page));
}

/** Identifies oneself at the e-ID's own page, which leads back. */
export const approveThere = (page: Page): Promise<void> => page.getByRole('button', { name: 'Legitimera', exact: true }).click();
