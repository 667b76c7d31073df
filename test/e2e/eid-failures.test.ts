import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { failures } from '../../demo/phone/ways.ts';
import { serveDemo } from './support/demo.ts';
import { onAnotherDevice, onThisDevice, qrCode, scanWithPhone } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';
import { applied, scanned, toSign, toSignHere } from './support/signing.ts';

const demo = serveDemo();

interface Said {
  heading: string;
  why: string;
  /** Where a signature says something else than a login. */
  signature?: Partial<Omit<Said, 'signature'>>;
}

const checkFailed = 'Kontrollen av vem du är gick inte';
const unsuitable = { heading: 'Enheten eller appen klarar inte inloggningen', signature: { heading: 'Enheten eller appen klarar inte underskriften' } };

// What the widgets say for each way to fail that the phone offers.
const said: Record<string, Said> = {
  certificateErr: { heading: 'Din e-legitimation går inte att använda', why: 'Den är för gammal eller spärrad.' },
  expiredTransaction: { heading: 'Tiden gick ut', why: 'Appen BankID svarade inte.' },
  alreadyInProgress: {
    ...{ heading: 'En inloggning var redan påbörjad', why: 'Av säkerhetsskäl avbröts båda inloggningarna.' },
    signature: { heading: 'En inloggning eller underskrift var redan påbörjad', why: 'Av säkerhetsskäl avbröts båda.' },
  },
  cancelled: { heading: 'Inloggningen avbröts', why: 'Du är inte inloggad.', signature: { heading: 'Underskriften avbröts', why: 'Inget är underskrivet.' } },
  mrtdVerificationFailed: { heading: checkFailed, why: 'Id-handlingen gick inte att kontrollera.' },
  facialRecognitionFailed: { heading: checkFailed, why: 'Ansiktskontrollen gick inte.' },
  stepUpFailed: { heading: checkFailed, why: 'Det gick inte att bekräfta vem du är.' },
  nfcNotSupportedByDevice: { ...unsuitable, why: 'Enheten kan inte läsa av id-handlingens chip.' },
  multipleBankIdsOnDevice: { ...unsuitable, why: 'Du har flera BankID på enheten.' },
  notSupportedByUserApp: { ...unsuitable, why: 'Uppdatera appen och försök igen.' },
  transactionRiskBlocked: {
    ...{ heading: 'Inloggningen stoppades av säkerhetsskäl', why: 'Utfärdaren bedömde att inloggningen inte var säker.' },
    signature: { heading: 'Underskriften stoppades av säkerhetsskäl', why: 'Utfärdaren bedömde att underskriften inte var säker.' },
  },
  userDeclinedCall: {
    ...{ heading: 'Inloggningen avbröts', why: 'Du svarade i appen att du inte talar i telefon med oss.' },
    signature: { heading: 'Underskriften avbröts' },
  },
  failureThatNobodyKnows: { heading: 'Det gick inte att logga in', why: 'Något gick fel.', signature: { heading: 'Det gick inte att skriva under' } },
};
const ends = failures.filter(({ hint }) => hint in said);

const fail = async (phone: Page, words: string): Promise<void> => {
  await phone.getByText('Gör fel').click();
  await phone.getByRole('button', { name: words }).click();
};

/** What the widget says of it, and at least one way on. */
async function says(widget: Locator, { heading, why }: Said): Promise<void> {
  await sees(widget.getByRole('heading', { name: heading }));
  await sees(widget.getByText(why));
  await sees(widget.locator('.advice').locator('button, a'));
}

test('each of the ways to fail that the phone offers has its words', () => {
  expect(failures.map(({ hint }) => hint).toSorted()).toEqual([...Object.keys(said), 'startFailed'].toSorted());
});

describe('a login that fails', () => {
  test.each(ends)('after a scan says what happened and how to go on: $words', async ({ hint, words }) => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    await fail(await scanWithPhone(page), words);
    await says(page.locator('kommun-eid-login'), said[hint]!);
  });

  test.each(ends)('on the same device says so when the citizen is back: $words', async ({ hint, words }) => {
    const page = await demo.open('/logga-in/');
    await onThisDevice(page).click();
    await page.getByRole('link', { name: 'Öppna BankID' }).click();
    await fail(page, words);
    await page.getByRole('link', { name: 'Tillbaka till webbplatsen' }).click();
    await says(page.locator('kommun-eid-login'), said[hint]!);
  });
});

const panel = (page: Page) => page.locator('kommun-guardian-signature');
const otherWay = (page: Page) => panel(page).getByRole('button', { name: 'Skriv under på ett annat sätt' });

describe('a signature that fails', () => {
  test('after a scan says what happened and how to go on, in the words of a signature', { timeout: 180_000 }, async () => {
    const page = await applied(demo);
    for (const { hint, words } of ends) {
      await toSign(page).click();
      const phone = await scanned(page);
      await fail(phone, words);
      await says(panel(page), { ...said[hint]!, ...said[hint]!.signature });
      await phone.close();
      await otherWay(page).click();
    }
    await toSign(page).click();
    const phone = await scanned(page);
    await seesNot(qrCode(page));
    await fail(phone, 'Appen kom aldrig igång');
    await sees(qrCode(page));
  });

  test('on the same device says so when the citizen is back, and the next try is signed', { timeout: 180_000 }, async () => {
    const page = await applied(demo);
    for (const { hint, words } of ends) {
      await toSignHere(page).click();
      await page.getByRole('link', { name: 'Öppna BankID' }).click();
      await fail(page, words);
      await page.getByRole('link', { name: 'Tillbaka till webbplatsen' }).click();
      await says(panel(page), { ...said[hint]!, ...said[hint]!.signature });
      await otherWay(page).click();
    }
    await toSignHere(page).click();
    await page.getByRole('link', { name: 'Öppna BankID' }).click();
    await page.getByRole('button', { name: 'Skriv under' }).click();
    await sees(page.getByRole('heading', { name: 'Väntar på en underskrift till' }));
  });
});

// Last, since BankID is silent for a while after it.
test('a BankID that does not answer is a plain sentence, and a login under way lives through it', { timeout: 60_000 }, async () => {
  const waiting = await demo.open('/logga-in/');
  await onAnotherDevice(waiting).click();
  const phone = await scanWithPhone(waiting);
  await phone.getByText('Stör leverantören').click();
  await phone.getByRole('button', { name: 'Svara inte på 20 sekunder' }).click();
  await sees(phone.getByText('Leverantören svarar inte på 20 sekunder.'));
  const other = await demo.open('/logga-in/');
  await onAnotherDevice(other).click();
  await sees(other.getByRole('heading', { name: 'E-legitimationen svarar inte just nu' }));
  await phone.getByRole('button', { name: 'Legitimera' }).click();
  await sees(waiting.getByText('Inloggad som Karin Lindgren'), 40_000);
});
