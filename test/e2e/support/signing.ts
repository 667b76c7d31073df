import type { Locator, Page } from 'playwright-core';
import type { Demo } from './demo.ts';
import { onAnotherDevice, qrCode } from './login.ts';
import { sees } from './sees.ts';

/** What a guardian meets, by the words that are on the screen. */
export const toSign = (page: Page): Locator => page.getByRole('button', { name: 'Skriv under med BankID på en annan enhet' });
export const toSignHere = (page: Page): Locator => page.getByRole('button', { name: 'Skriv under med BankID på den här enheten' });
export const headed = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true });

/** A phone that has scanned the code that `page` shows, and asks its owner. */
export async function scanned(page: Page): Promise<Page> {
  await sees(qrCode(page));
  const phone = await page.context().newPage();
  await phone.goto('/telefon/');
  await phone.getByRole('button', { name: 'Skanna QR-koden' }).click();
  await sees(phone.getByLabel('Vem är du?'));
  return phone;
}

/** Lets the person's own phone scan the code that `page` shows, and approve what is asked. */
async function approve(page: Page, person: string): Promise<void> {
  const phone = await scanned(page);
  await phone.getByLabel('Vem är du?').selectOption(person);
  await phone.locator('button.primary').click();
  await sees(phone.locator('[data-outcome=approved]'));
  await phone.close();
}

export async function logIn(page: Page, person: string): Promise<void> {
  await onAnotherDevice(page).click();
  await approve(page, person);
}

export async function sign(page: Page, person: string): Promise<void> {
  await toSign(page).click();
  await approve(page, person);
}

/** A page where Karin has applied for school transport for Noel, and reads what she is to sign. */
export async function applied(demo: Demo): Promise<Page> {
  const page = await demo.open('/skolskjuts/');
  await logIn(page, 'karin');
  await page.getByRole('radio', { name: /^Noel/ }).check();
  await page.getByLabel('Vägen till skolan är lång').check();
  await page.getByLabel('Från vilken dag?').fill('2027-01-11');
  await page.getByRole('button', { name: 'Gå vidare till underskrift' }).click();
  await sees(headed(page, 'Läs och skriv under'));
  return page;
}
