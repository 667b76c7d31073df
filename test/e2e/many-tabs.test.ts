import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { defaultQuotas } from '../../backend/src/http/rate-limit.ts';
import { serveDemo } from './support/demo.ts';
import { loggedIn, onAnotherDevice, qrCode, scanWithPhone } from './support/login.ts';
import { sees } from './support/sees.ts';

const demo = serveDemo({ quotas: { pollsPerBrowser: defaultQuotas.pollsPerBrowser } });

test('a login that six tabs follow is slowed down by the backend, and succeeds in all of them', { timeout: 60_000 }, async () => {
  const page = await demo.open('/logga-in/');
  const refused: string[] = [];
  page.context().on('response', (response) => { if (response.status() === 429) refused.push(response.url()); });
  await onAnotherDevice(page).click();
  await sees(qrCode(page));
  const tabs = [page];
  while (tabs.length < 6) tabs.push(await copyOf(page));
  await Promise.all(tabs.map((tab) => sees(qrCode(tab))));
  await expect.poll(() => refused.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(tabs.length);
  const phone = await scanWithPhone(page);
  await phone.getByRole('button', { name: 'Legitimera' }).click();
  // Each may be told to wait for a window of the limit, and once more in the next one.
  await Promise.all(tabs.map((tab) => sees(loggedIn(tab), 20_000)));
});

/** What "Duplicate tab" makes: the same page, with the storage of the tab as it is now. */
async function copyOf(page: Page): Promise<Page> {
  const storage = await page.evaluate(() => Object.entries(sessionStorage));
  const copy = await page.context().newPage();
  await copy.addInitScript((entries) => {
    if (!sessionStorage.length) for (const [key, value] of entries) sessionStorage.setItem(key, value);
  }, storage);
  await copy.goto(page.url());
  return copy;
}
