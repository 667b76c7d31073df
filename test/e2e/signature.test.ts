import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { sees, seesNot } from './support/sees.ts';
import { applied, headed, logIn, scanned, sign, toSign } from './support/signing.ts';

const demo = serveDemo();

const panel = (page: Page): Locator => page.locator('kommun-guardian-signature');

/** A page where Erik has logged in to sign. */
async function asErik(): Promise<Page> {
  const page = await demo.open('/underskrift/');
  await logIn(page, 'erik');
  await sees(headed(page, 'Läs och skriv under'));
  return page;
}

// Whatever is left waiting would wait for the next test too, so those that leave something come last.
test('two guardians sign on a computer each, and each sees what the other does without a reload', { timeout: 60_000 }, async () => {
  const karin = await applied(demo);
  await sees(panel(karin).getByText('Lång väg till skolan'));
  await sign(karin, 'karin');
  await sees(headed(karin, 'Väntar på en underskrift till'));
  await sees(panel(karin).getByText('Ingen e-postadress är angiven.'));

  const erik = await asErik();
  await sees(panel(erik).getByText('Karin Lindgren har skrivit under. Nu är det din tur.'));
  await sees(panel(karin).getByText('Har öppnat ansökan'), 15_000);
  await sign(erik, 'erik');
  await sees(headed(erik, 'Alla har skrivit under'));
  await sees(headed(karin, 'Alla har skrivit under'), 15_000);
  await sees(panel(karin).getByText('2 av 2 har skrivit under'));
});

test('whoever declines says why, and the other reads it', { timeout: 60_000 }, async () => {
  const karin = await applied(demo);
  await sign(karin, 'karin');
  await sees(headed(karin, 'Väntar på en underskrift till'));
  const erik = await asErik();
  await erik.getByRole('button', { name: 'Jag vill inte skriva under' }).click();
  await erik.getByLabel('Varför? (frivilligt)').fill('Jag kör Noel själv.');
  await erik.getByRole('button', { name: 'Skriv inte under' }).click();
  await sees(headed(erik, 'Ansökan skickas inte in'));
  await sees(panel(karin).getByText('Jag kör Noel själv.'), 15_000);
});

test('the other guardian signs on the same device after a login of their own, and the first is not taken for them', { timeout: 60_000 }, async () => {
  const page = await applied(demo);
  await sign(page, 'karin');
  await page.getByRole('button', { name: 'Skriv under nu på den här enheten' }).click();
  await page.getByRole('button', { name: 'Logga ut och lämna över' }).click();
  await sees(headed(page, 'Nu ska den andra vårdnadshavaren logga in'));
  await seesNot(panel(page).getByText('Noel'));
  expect(page.url()).not.toContain('kommun-case');
  await logIn(page, 'erik');
  await sees(panel(page).getByText('Karin Lindgren har skrivit under. Nu är det din tur.'));
  await sign(page, 'erik');
  await sees(headed(page, 'Alla har skrivit under'));
});

test('an address that is stated is shown masked, also to whoever stated it', async () => {
  const karin = await applied(demo);
  await panel(karin).getByRole('button', { name: 'Ange e-postadress' }).last().click();
  await panel(karin).getByLabel('E-postadress till den andra vårdnadshavaren').fill('erik.sandberg@exempel.se');
  await panel(karin).getByRole('button', { name: 'Spara och skicka' }).click();
  await sees(panel(karin).getByText('Adressen är sparad och mejlet är på väg.'));
  expect(await panel(karin).textContent()).not.toContain('erik.sandberg');
  await karin.reload();
  await sees(panel(karin).getByText(/Mejl till e•+/));
});

test("somebody else's e-ID signs nothing: the phone says so, and whose it is can still sign", async () => {
  const page = await applied(demo);
  await toSign(page).click();
  const phone = await scanned(page);
  await phone.getByLabel('Vem är du?').selectOption('erik');
  await sees(phone.getByText('Begäran gäller någon annan.'));
  await phone.locator('button.primary').click();
  await sees(phone.getByText('Begäran gäller någon annan.'));
  await phone.getByLabel('Vem är du?').selectOption('karin');
  await phone.locator('button.primary').click();
  await sees(headed(page, 'Väntar på en underskrift till'));
});

test('a change finds the application again, and is said to void what is signed', async () => {
  const page = await applied(demo);
  await sign(page, 'karin');
  await sees(panel(page).getByText('Om du ändrar ansökan gäller inte underskrifterna längre.'));
  await page.getByRole('link', { name: 'Ändra ansökan' }).click();
  await page.waitForURL(/\/skolskjuts\/\?kommun-case=[\w-]+$/);
  await sees(headed(page, 'Ändra ansökan om skolskjuts'));
});

test('a wrong address is told at once and corrected, and the other guardian signs through the link in the mail', { timeout: 90_000 }, async () => {
  const karin = await applied(demo);
  const erikIn = panel(karin).getByRole('listitem').filter({ hasText: 'Erik Sandberg' });
  await erikIn.getByRole('button', { name: 'Ange e-postadress' }).click();
  await karin.getByLabel('E-postadress till den andra vårdnadshavaren').fill('fel@finns-inte.example');
  await karin.getByRole('button', { name: 'Spara och skicka' }).click();
  await sees(erikIn.getByText('Mejlet kom inte fram'), 20_000);
  // The correction is in place already.
  await karin.getByLabel('E-postadress till den andra vårdnadshavaren').fill('lankad@exempel.se');
  await karin.getByRole('button', { name: 'Spara och skicka' }).click();
  await sees(erikIn.getByText('Har fått mejlet'), 20_000);
  await sign(karin, 'karin');
  await sees(headed(karin, 'Väntar på en underskrift till'));

  const link = await linkMailedTo('lankad@exempel.se');
  const stranger = await demo.open(link);
  await sees(headed(stranger, 'Du har blivit ombedd att skriva under'));
  expect(stranger.url()).not.toContain('#');
  for (const name of ['Karin', 'Erik', 'Noel']) expect(await stranger.locator('main').getByText(name).count(), name).toBe(0);
  await logIn(stranger, 'maria');
  await sees(headed(stranger, 'Inbjudan gäller en annan person'));
  for (const name of ['Karin', 'Erik', 'Noel']) expect(await panel(stranger).getByText(name).count(), name).toBe(0);

  const erik = await demo.open(link);
  await logIn(erik, 'erik');
  await sign(erik, 'erik');
  await sees(headed(erik, 'Alla har skrivit under'));
  const receipt = erik.waitForEvent('download');
  await erik.getByRole('link', { name: 'Ladda ner kvitto' }).click();
  expect((await receipt).suggestedFilename()).toMatch(/\.pdf$/);
});

test('without any mail the other guardian finds the case under Mina ärenden, and signs it from there', { timeout: 90_000 }, async () => {
  const karin = await applied(demo);
  const reference = await panel(karin).getByText(/^\d{4}-[A-Z0-9]{6}$/).first().innerText();
  await sign(karin, 'karin');
  await sees(headed(karin, 'Väntar på en underskrift till'));
  const erik = await demo.open('/mina-sidor/');
  await logIn(erik, 'erik');
  const row = erik.locator('kommun-case-inbox article').filter({ hasText: reference });
  await row.getByRole('link', { name: /^Skriv under/ }).click();
  await sees(panel(erik).getByText('Karin Lindgren har skrivit under. Nu är det din tur.'));
  await sign(erik, 'erik');
  await sees(headed(erik, 'Alla har skrivit under'));
  await sees(headed(karin, 'Alla har skrivit under'), 15_000);
});

test('a link that is old or wrong says that the case is under Mina ärenden', async () => {
  const page = await demo.open(`/underskrift/#${'A'.repeat(43)}`);
  await sees(headed(page, 'Länken gäller inte längre'));
  expect(await page.getByRole('link', { name: 'Till Mina ärenden' }).first().getAttribute('href')).toContain('/mina-sidor/');
});

test('the signature of a guardian who has custody alone is enough, and it says why', { timeout: 60_000 }, async () => {
  const page = await demo.open('/skolskjuts/');
  await logIn(page, 'maria');
  await page.getByRole('radio', { name: /^Tage/ }).check();
  await page.getByLabel('Vägen till skolan är lång').check();
  await page.getByLabel('Från vilken dag?').fill('2027-01-11');
  await page.getByRole('button', { name: 'Gå vidare till underskrift' }).click();
  await sees(panel(page).getByText('Du är ensam vårdnadshavare enligt folkbokföringen. Därför räcker din underskrift.'));
  await sign(page, 'maria');
  await sees(headed(page, 'Ansökan är underskriven'));
});

/** Where the link leads in the latest mail to `address`. */
async function linkMailedTo(address: string): Promise<string> {
  const mailbox = await demo.open('/mejl/');
  await mailbox.getByRole('navigation', { name: 'Mejl', exact: true }).getByRole('link').filter({ hasText: address }).first().click();
  const href = await mailbox.frameLocator('iframe').getByRole('link', { name: 'Läs och skriv under' }).getAttribute('href');
  return href ?? '';
}
