import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { logIn, onAnotherDevice, qrCode } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

/** The page where Karin, who is logged in, applies for school transport. */
async function atTheForm(): Promise<Page> {
  const page = await demo.open('/skolskjuts/');
  await logIn(page);
  await sees(child(page, 'Alva'));
  return page;
}

const child = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const goOn = (page: Page) => page.getByRole('button', { name: 'Gå vidare till underskrift' }).click();

async function fillIn(page: Page): Promise<void> {
  await child(page, 'Noel').check();
  await page.getByLabel('Vägen till skolan är lång').check();
  await page.getByLabel('Från vilken dag?').fill('2027-01-11');
}

/** The page where Karin, who has just applied for Noel, changes what she wrote. */
async function atTheChange(): Promise<Page> {
  const page = await atTheForm();
  await fillIn(page);
  await page.getByLabel('Är det något mer').fill('Bor hos mig varannan vecka.');
  await goOn(page);
  await page.waitForURL(/\/underskrift\//);
  await page.getByRole('link', { name: 'Ändra' }).click();
  await sees(about(page));
  return page;
}

const about = (page: Page) => page.getByText(/^Ansökan .+ gäller Noel\.$/);
const more = (page: Page) => page.getByLabel('Är det något mer');
const logOutThere = (page: Page) => page.getByRole('button', { name: 'Logga ut' }).click();

async function logOutElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto('/logga-in/');
  await logOutThere(other);
  await sees(other.getByRole('heading', { name: 'Du har loggat ut' }));
}

async function expectEmpty(page: Page): Promise<void> {
  await seesNot(about(page));
  expect(await more(page).inputValue()).toBe('');
  expect(await page.getByLabel('Från vilken dag?').inputValue()).toBe('');
  expect(await page.locator('input[name=reason]:checked').count()).toBe(0);
}

describe('applying for school transport', () => {
  test('begins with a login right there, and keeps what was filled in before it', async () => {
    const page = await demo.open('/skolskjuts/');
    await page.getByLabel('Är det något mer').fill('Bor hos mig varannan vecka.');
    await page.getByLabel('Vägen till skolan är farlig').check();
    await logIn(page);
    await sees(child(page, 'Alva'));
    expect(await page.getByLabel('Är det något mer').inputValue()).toBe('Bor hos mig varannan vecka.');
    expect(await page.getByLabel('Vägen till skolan är farlig').isChecked()).toBe(true);
  });

  test('offers the children at a school of the municipality, and tells why another can be missing', async () => {
    const page = await atTheForm();
    expect(await page.locator('kommun-child-picker').getByRole('radio').count()).toBe(2);
    await sees(page.getByText('Noel Lindgren, född 2017'));
    expect(await page.getByText('Iris').count()).toBe(0);
    await page.getByText('Saknas ett barn i listan?').click();
    await sees(page.getByText('Barnet går inte i en skola som kommunen driver.'));
  });

  test('says at each question and first of all what is missing, and leads there', async () => {
    const page = await atTheForm();
    await goOn(page);
    await sees(page.getByRole('heading', { name: 'Rätta till det här' }));
    expect(await page.locator('[data-faults] li').allTextContents()).toEqual([
      'Vilket barn gäller ansökan? Välj ett barn.',
      'Varför behöver barnet skolskjuts? Svara på den här frågan.',
      'Från vilken dag? Svara på den här frågan.',
    ]);
    await page.getByRole('link', { name: /Välj ett barn/ }).click();
    expect(await child(page, 'Alva').evaluate((radio) => (radio.getRootNode() as ShadowRoot).activeElement === radio)).toBe(true);
    await fillIn(page);
    await seesNot(page.locator('kommun-child-picker').getByText('Välj ett barn.'));
  });

  test('makes one case with an id that is no secret, and leads on to the signatures', async () => {
    const page = await atTheForm();
    await fillIn(page);
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/applications'));
    await goOn(page);
    const body = (await sent).postDataJSON() as { child: string; answers: unknown };
    expect(body.answers).toEqual({ reason: 'distance', from: '2027-01-11', other: '' });
    expect(body.child).not.toMatch(/\d{8}/);
    await page.waitForURL(/\/underskrift\/\?kommun-case=[\w-]+$/);
    await sees(page.locator('kommun-guardian-signature').getByText('Noel').first());
  });

  test('can be changed while signatures are awaited, with what was filled in before', async () => {
    const page = await atTheForm();
    await fillIn(page);
    await goOn(page);
    await page.waitForURL(/\/underskrift\//);
    const id = new URL(page.url()).searchParams.get('kommun-case') ?? '';
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.waitForURL(`**/skolskjuts/?kommun-case=${encodeURIComponent(id)}`);
    await sees(page.getByText(/^Ansökan .+ gäller Noel\.$/));
    expect(await page.getByLabel('Från vilken dag?').inputValue()).toBe('2027-01-11');
    await page.getByLabel('Från vilken dag?').fill('2027-02-01');
    await page.getByRole('button', { name: 'Spara ändringen' }).click();
    await page.waitForURL(/\/underskrift\//);
    await page.goto(`/skolskjuts/?kommun-case=${encodeURIComponent(id)}`);
    await sees(page.getByText(/^Ansökan .+ gäller Noel\.$/));
    expect(await page.getByLabel('Från vilken dag?').inputValue()).toBe('2027-02-01');
    await seesNot(page.getByText('En ändring kräver nya underskrifter'));
  });

  test('shows nothing of an application that is being changed to whoever comes after a logout, by Back either', async () => {
    const page = await atTheChange();
    await logOutThere(page);
    await sees(onAnotherDevice(page));
    await expectEmpty(page);
    await page.goto('/kontakt/');
    await page.goBack();
    await sees(onAnotherDevice(page));
    await expectEmpty(page);
  });

  test('keeps a change under way for the same person, when the session has ended and they log in again', async () => {
    const page = await atTheChange();
    await more(page).fill('Bor hos mig varje vecka.');
    await logOutElsewhere(page);
    await sees(onAnotherDevice(page));
    await expectEmpty(page);
    await logIn(page);
    await sees(about(page));
    expect(await about(page).count()).toBe(1);
    expect(await more(page).inputValue()).toBe('Bor hos mig varje vecka.');
  });

  test('leads to a paper form where a guardian cannot sign with an e-ID', async () => {
    const page = await demo.open('/skolskjuts/');
    await onAnotherDevice(page).click();
    await sees(qrCode(page));
    const phone = await page.context().newPage();
    await phone.goto('/telefon/');
    await phone.getByRole('button', { name: 'Skanna QR-koden' }).click();
    await phone.getByLabel('Vem är du?').selectOption('oskar');
    await phone.locator('button.primary').click();
    await child(page, 'Lo').check();
    await page.getByLabel('Vägen till skolan är lång').check();
    await page.getByLabel('Från vilken dag?').fill('2027-01-11');
    await goOn(page);
    await page.locator('[data-faults]').getByRole('link', { name: 'Använd en blankett i stället' }).click();
    await sees(page.getByRole('heading', { name: 'Blanketter på papper' }));
  });

  test('keeps the chosen child when one goes on to another page and comes back', async () => {
    const page = await atTheForm();
    await child(page, 'Noel').check();
    await page.getByRole('link', { name: 'Kontakt', exact: true }).click();
    await page.waitForURL(/\/kontakt\//);
    await page.goBack();
    await sees(child(page, 'Noel'));
    await expect.poll(() => child(page, 'Noel').isChecked()).toBe(true);
  });

  test('says before a change is saved that signatures become void, and saves it only when that is meant', async () => {
    const page = await atTheForm();
    await fillIn(page);
    await goOn(page);
    await page.waitForURL(/\/underskrift\//);
    const id = new URL(page.url()).searchParams.get('kommun-case') ?? '';
    const saved: unknown[] = [];
    await page.route('**/application', async (route) => {
      if (route.request().method() === 'PUT') saved.push((route.request().postDataJSON() as { voidSignatures: boolean }).voidSignatures);
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), signatures: 1 } });
    });
    await page.goto(`/skolskjuts/?kommun-case=${encodeURIComponent(id)}`);
    await sees(page.getByRole('heading', { name: 'En ändring kräver nya underskrifter' }));
    await page.getByLabel('Från vilken dag?').fill('2027-02-01');
    await page.getByRole('button', { name: 'Spara ändringen' }).click();
    await sees(page.getByText('Kryssa i att alla får skriva under igen'));
    expect(saved).toEqual([]);
    await page.getByLabel('Jag vill ändra').check();
    await page.getByRole('button', { name: 'Spara ändringen' }).click();
    await page.waitForURL(/\/underskrift\//);
    expect(saved).toEqual([true]);
  });

  test('says what it means when the population register is silent, and the third time whom to call', async () => {
    const page = await demo.open('/skolskjuts/');
    await page.getByLabel('Är det något mer').fill('Bor hos mig varannan vecka.');
    const silent = page.getByLabel('Folkbokföringen', { exact: true });
    await silent.check();
    await sees(page.getByText('Folkbokföringen svarar inte.'));
    try {
      await logIn(page);
      await sees(page.getByRole('heading', { name: 'Vi når inte folkbokföringen just nu' }));
      for (const time of [2, 3]) {
        const answered = page.waitForResponse((response) => response.url().includes('/children'));
        await page.getByRole('button', { name: 'Försök igen' }).click();
        expect(((await (await answered).json()) as { attempt: number }).attempt).toBe(time);
      }
      await sees(page.locator('kommun-child-picker').getByRole('link', { name: 'Ring 0476-550 00' }));
      expect(await page.getByLabel('Är det något mer').inputValue()).toBe('Bor hos mig varannan vecka.');
      expect(await child(page, 'Alva').count()).toBe(0);
    } finally {
      await silent.uncheck();
      await sees(page.getByText('Folkbokföringen svarar igen.'));
    }
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await sees(child(page, 'Alva'));
  });

  test('shows no list at all when the register of the schools is silent', async () => {
    const page = await demo.open('/skolskjuts/');
    const silent = page.getByLabel('Skolornas register');
    await silent.check();
    await sees(page.getByText('Skolornas register svarar inte.'));
    try {
      await logIn(page);
      await sees(page.getByRole('heading', { name: 'Vi når inte skolornas register just nu' }));
      expect(await page.getByText('Iris').or(page.getByText('Alva')).count()).toBe(0);
    } finally {
      await silent.uncheck();
      await sees(page.getByText('Skolornas register svarar igen.'));
    }
  });

  test('loses nothing when the service cannot be reached, and makes one case when it is sent again', async () => {
    const page = await atTheForm();
    await fillIn(page);
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/applications')) keys.push(request.headers()['idempotency-key']);
    });
    await page.context().setOffline(true);
    await goOn(page);
    await sees(page.getByText('Vi når inte tjänsten.'));
    expect(await child(page, 'Noel').isChecked()).toBe(true);
    await page.context().setOffline(false);
    await goOn(page);
    await page.waitForURL(/\/underskrift\//);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('keeps the choice when the session ends elsewhere and the same person logs in again', async () => {
    const page = await atTheForm();
    await child(page, 'Noel').check();
    const other = await page.context().newPage();
    await other.goto('/logga-in/');
    await other.getByRole('button', { name: 'Logga ut' }).click();
    await sees(page.getByText('När du loggar in igen finns ditt val kvar.'));
    expect(await page.getByText('Noel').count()).toBe(0);
    await logIn(page);
    await sees(child(page, 'Noel'));
    expect(await child(page, 'Noel').isChecked()).toBe(true);
  });
});
