import type { Locator, Page } from 'playwright-core';
import { sees } from './sees.ts';

/** What a citizen meets in the login, by the words that are on the screen. */
export const onAnotherDevice = (page: Page | Locator): Locator => page.getByRole('button', { name: 'Använd BankID på en annan enhet', exact: true });
export const onThisDevice = (page: Page): Locator => page.getByRole('button', { name: 'Använd BankID på den här enheten', exact: true });
export const qrCode = (page: Page | Locator): Locator => page.getByRole('img', { name: /^QR-kod/ });
export const loggedIn = (page: Page): Locator => page.getByText('Inloggad som Karin Lindgren');

/** Opens the pretended phone in a tab of its own and lets it scan the code that `page` shows. */
export async function scanWithPhone(page: Page): Promise<Page> {
  await sees(qrCode(page));
  const phone = await page.context().newPage();
  await phone.goto('/telefon/');
  await phone.getByRole('button', { name: 'Skanna QR-koden' }).click();
  await sees(phone.getByRole('button', { name: 'Legitimera' }));
  return phone;
}

/** Logs in with a QR code and the phone, and closes the phone's tab. */
export async function logIn(page: Page): Promise<void> {
  await onAnotherDevice(page).click();
  const phone = await scanWithPhone(page);
  await phone.getByRole('button', { name: 'Legitimera' }).click();
  await sees(loggedIn(page));
  await phone.close();
}

/** Logs in by the link that starts the phone's app: the drawn phone sees no screen but those of the demo's own pages. */
export async function logInByLink(page: Page): Promise<void> {
  await onThisDevice(page).click();
  const start = await page.getByRole('link', { name: 'Öppna BankID' }).getAttribute('href');
  const phone = await page.context().newPage();
  await phone.goto(start ?? '');
  await phone.getByRole('button', { name: 'Legitimera' }).click();
  await sees(loggedIn(page));
  await phone.close();
}
