import type { FrameLocator, Locator, Page } from 'playwright-core';
import { onAnotherDevice, qrCode } from './login.ts';
import { sees, seesNot } from './sees.ts';

/** What stands on the pages of `test/hosts`, by the words that are on the screen. */
export const question = (page: Page | FrameLocator): Locator => page.getByRole('button', { name: 'Hur loggar jag ut?', exact: true });
export const answer = (page: Page | FrameLocator): Locator => page.getByText('Stäng sedan webbläsaren');

export async function readsAnAnswer(page: Page | FrameLocator): Promise<void> {
  await sees(question(page));
  await seesNot(answer(page));
  await question(page).click();
  await sees(answer(page));
}

export async function startsALogin(page: Page): Promise<void> {
  const login = page.locator('kommun-eid-login').first();
  await onAnotherDevice(login).click();
  await sees(qrCode(login));
  await login.getByRole('button', { name: 'Avbryt' }).click();
  await sees(onAnotherDevice(login));
}
