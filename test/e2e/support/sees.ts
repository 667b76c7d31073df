import type { Locator } from 'playwright-core';

/** Waits until a visitor can see it; `timeout` in milliseconds for what takes longer than the rest. */
export const sees = (what: Locator, timeout?: number): Promise<void> => what.first().waitFor({ state: 'visible', ...(timeout !== undefined && { timeout }) });

/** Waits until a visitor cannot see it. */
export const seesNot = (what: Locator): Promise<void> => what.first().waitFor({ state: 'hidden' });
