import type { Locator } from 'playwright-core';

/** Waits until a visitor can see it. */
export const sees = (what: Locator): Promise<void> => what.first().waitFor({ state: 'visible' });

/** Waits until a visitor cannot see it. */
export const seesNot = (what: Locator): Promise<void> => what.first().waitFor({ state: 'hidden' });
