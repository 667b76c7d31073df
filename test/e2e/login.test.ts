import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { loggedIn, logIn, onAnotherDevice, onThisDevice, qrCode, scanWithPhone } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

describe('logging in', () => {
  test('with a QR code and the phone in another tab', async () => {
    const page = await demo.open('/logga-in/');
    await logIn(page);
    await sees(page.getByRole('heading', { name: 'Du är inloggad' }));
    await page.reload();
    await sees(loggedIn(page));
  });

  test('hides the code as soon as it has been scanned', async () => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    await scanWithPhone(page);
    await sees(page.getByText('Skriv din säkerhetskod i appen BankID'));
    await seesNot(qrCode(page));
  });

  test('offers a phone its own app first, and a computer the code for a phone', async () => {
    const first = async (options: BrowserContextOptions) => {
      const visitor = await demo.visitor(options);
      if (options.hasTouch) await visitor.addInitScript(() => Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 }));
      const page = await visitor.newPage();
      await page.goto('/logga-in/');
      await sees(onThisDevice(page));
      return page.locator('kommun-eid-login button[data-choice]').first().getAttribute('data-choice');
    };
    expect(await first({ hasTouch: true, isMobile: true })).toBe('bankid/same');
    expect(await first({})).toBe('bankid/other');
  });

  test('with the app on the same device, and comes back to the same page', async () => {
    const page = await demo.open('/logga-in/?fran=start#problem');
    await onThisDevice(page).click();
    await page.getByRole('link', { name: 'Öppna BankID' }).click();
    await page.getByRole('button', { name: 'Legitimera' }).click();
    await sees(loggedIn(page));
    expect(page.url()).toBe(`${demo.url}/logga-in/?fran=start#problem`);
  });

  test('comes to nothing when the owner cancels in the app on the same device', async () => {
    const page = await demo.open('/logga-in/');
    await onThisDevice(page).click();
    await page.getByRole('link', { name: 'Öppna BankID' }).click();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await sees(page.getByRole('heading', { name: 'Inloggningen avbröts' }));
  });

  test('leads on to the page that sent the citizen here', async () => {
    const page = await demo.open('/logga-in/?kommun-next=/mina-sidor/');
    await onAnotherDevice(page).click();
    const phone = await scanWithPhone(page);
    await phone.getByRole('button', { name: 'Legitimera' }).click();
    await page.waitForURL('**/mina-sidor/');
    await sees(loggedIn(page));
  });

  test('leads to no other site, whatever the address says', async () => {
    const page = await demo.open('/logga-in/?kommun-next=https://annan.example/');
    await logIn(page);
    expect(new URL(page.url()).origin).toBe(new URL(demo.url).origin);
    expect(await page.getByRole('link', { name: 'Gå vidare' }).getAttribute('href')).toBe(`${demo.url}/mina-sidor/`);
  });

  test('works with the keyboard alone, and so does logging out', async () => {
    const page = await demo.open('/logga-in/');
    await sees(onAnotherDevice(page));
    await tabTo(page, onAnotherDevice(page));
    await page.keyboard.press('Enter');
    await sees(qrCode(page));
    await expect.poll(() => isFocused(page.getByRole('heading', { name: 'Läs av QR-koden' }))).toBe(true);
    const phone = await page.context().newPage();
    await phone.goto('/telefon/');
    await tabTo(phone, phone.getByRole('button', { name: 'Skanna QR-koden' }));
    await phone.keyboard.press('Enter');
    await sees(phone.getByRole('button', { name: 'Legitimera' }));
    await tabTo(phone, phone.getByRole('button', { name: 'Legitimera' }));
    await phone.keyboard.press('Enter');
    await sees(loggedIn(page));
    await page.bringToFront();
    await tabTo(page, page.getByRole('button', { name: 'Logga ut' }));
    await page.keyboard.press('Enter');
    await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
    await expect.poll(() => isFocused(page.getByRole('heading', { name: 'Du har loggat ut' }))).toBe(true);
  });

  test('can be cancelled on the page, and the phone then learns that it is over', async () => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    const phone = await scanWithPhone(page);
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await sees(onAnotherDevice(page));
    await expect.poll(() => isFocused(onAnotherDevice(page))).toBe(true);
    await phone.getByRole('button', { name: 'Legitimera' }).click();
    await sees(phone.getByRole('heading', { name: 'Det gick inte' }));
    await seesNot(loggedIn(page));
  });

  test('goes on when the page is loaded anew while the phone asks', async () => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    const phone = await scanWithPhone(page);
    await sees(page.getByText('Skriv din säkerhetskod i appen BankID'));
    await page.reload();
    await sees(page.getByText('Skriv din säkerhetskod i appen BankID'));
    await phone.getByRole('button', { name: 'Legitimera' }).click();
    await sees(loggedIn(page));
  });

  test('is finished by nobody who opens the page later, when it was left while the phone asked', async () => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    const phone = await scanWithPhone(page);
    await sees(page.getByText('Skriv din säkerhetskod i appen BankID'));
    await page.goto('about:blank');
    await phone.getByRole('button', { name: 'Legitimera' }).click();
    await sees(phone.getByRole('heading', { name: 'Du har legitimerat dig' }));
    await page.goto('/logga-in/');
    await sees(onAnotherDevice(page));
    await page.reload();
    await sees(onAnotherDevice(page));
    await seesNot(loggedIn(page));
  });

  test('is cancelled when the citizen leaves the page before the code was scanned', async () => {
    const page = await demo.open('/logga-in/');
    const started = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/eid/orders'));
    await onAnotherDevice(page).click();
    const order = (await (await started).json()) as { id: string };
    await sees(qrCode(page));
    await page.goto('/kontakt/');
    const asked = () => page.request.get(`/api/v1/eid/orders/${order.id}`).then((answer) => answer.json() as Promise<{ state: string }>);
    await expect.poll(async () => (await asked()).state).toBe('cancelled');
  });
});

describe('a login that fails', () => {
  test('begins anew by itself when the app never got going, with a new code', async () => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    const phone = await scanWithPhone(page);
    await seesNot(qrCode(page));
    await phone.getByText('Gör fel').click();
    await phone.getByRole('button', { name: 'Appen kom aldrig igång' }).click();
    await sees(qrCode(page));
  });

  test('says so when the owner cancels, and a new try shows a new code', async () => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    const phone = await scanWithPhone(page);
    await phone.getByRole('button', { name: 'Avbryt' }).click();
    await sees(page.getByRole('heading', { name: 'Inloggningen avbröts' }));
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await sees(qrCode(page));
  });
});

describe('logging out', () => {
  test('advises to close the browser, and shows in the other tab at once', async () => {
    const page = await demo.open('/logga-in/');
    await logIn(page);
    const other = await page.context().newPage();
    await other.goto('/mina-sidor/');
    await sees(loggedIn(other));
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await sees(page.getByText('Stäng också webbläsaren'));
    await sees(other.getByRole('heading', { name: 'Du har loggats ut' }));
    await seesNot(loggedIn(other));
  });

  test('leaves no name behind for the Back button', async () => {
    const page = await demo.open('/logga-in/');
    await logIn(page);
    await page.goto('/mina-sidor/');
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
    await page.goBack();
    await sees(onAnotherDevice(page));
    await seesNot(loggedIn(page));
  });

  test('elsewhere is noticed when the citizen comes back, and what was written is still there', async () => {
    const page = await demo.open('/mina-sidor/');
    await logIn(page);
    await page.getByLabel('Ditt meddelande').fill('Ett halvt meddelande');
    await page.context().clearCookies();
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await sees(onAnotherDevice(page));
    await seesNot(loggedIn(page));
    expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('Ett halvt meddelande');
  });
});

const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => (node.getRootNode() as Document | ShadowRoot).activeElement === node);

/** Presses Tab until `target` has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${target}`);
}
