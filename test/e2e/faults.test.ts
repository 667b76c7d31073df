import type { Locator, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { onAnotherDevice, qrCode } from './support/login.ts';
import { sees } from './support/sees.ts';

const demo = serveDemo();

interface Fault {
  what: string;
  answer: (route: Route) => Promise<void>;
  heading: string;
  /** What is also said. */
  fix?: string;
}

const refusal = (status: number, headers: Record<string, string> = {}) => (route: Route) =>
  route.fulfill({ status, headers, contentType: 'application/json', body: '{"error":"from a proxy that knows nothing of problems"}' });

const faults: Fault[] = [
  { what: 'a page in HTML', answer: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Logga in på nätverket</title>' }), heading: 'Något har gått fel hos oss' },
  { what: 'half an answer', answer: (route) => route.fulfill({ contentType: 'application/json', body: '{"municipality":{"name":"Älmh' }), heading: 'Något har gått fel hos oss' },
  { what: 'an answer of the wrong shape', answer: (route) => route.fulfill({ json: { authenticated: 'perhaps', id: 7, eidProviders: {} } }), heading: 'Något har gått fel hos oss' },
  { what: '401', answer: refusal(401), heading: 'Du är inte inloggad' },
  { what: '403', answer: refusal(403), heading: 'Det går inte att göra det här från den här sidan' },
  { what: '404', answer: refusal(404), heading: 'Det du söker finns inte längre' },
  { what: '409', answer: refusal(409), heading: 'Något annat hann före' },
  { what: '429 with a time to wait', answer: refusal(429, { 'Retry-After': '7' }), heading: 'Det blev för många försök', fix: 'Vänta 7 sekunder' },
  { what: '500', answer: refusal(500), heading: 'Något har gått fel hos oss' },
  { what: '503', answer: refusal(503), heading: 'Tjänsten är stängd en stund' },
  { what: 'no answer at all', answer: (route) => route.abort('connectionrefused'), heading: 'Vi når inte tjänsten just nu' },
];

const login = (page: Page) => page.locator('kommun-eid-login');
const inbox = (page: Page) => page.locator('kommun-case-inbox');
const tryAgain = (widget: Locator) => widget.getByRole('button', { name: 'Försök igen' });

async function seesSentence(widget: Locator, { heading, fix }: Fault): Promise<void> {
  await sees(widget.getByRole('heading', { name: heading }));
  if (fix) await sees(widget.getByText(fix));
}

describe('a backend that answers with a fault', () => {
  test.each(faults)('when the page opens: $what is a plain sentence, and a new try works', async (fault) => {
    const page = await demo.open('/kontakt/');
    await page.route('**/api/v1/**', fault.answer);
    await page.goto('/mina-sidor/');
    await page.getByLabel('Ditt meddelande').fill('Ett halvt meddelande');
    await seesSentence(inbox(page), fault);
    // A widget whose code comes late would find the backend well again, and tell the others before anybody presses.
    await page.waitForLoadState('networkidle');
    await page.unroute('**/api/v1/**');
    await tryAgain(inbox(page)).click();
    await sees(onAnotherDevice(page));
    expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('Ett halvt meddelande');
  });

  test.each(faults)('when a login starts: $what is a plain sentence, and a new try works', async (fault) => {
    const page = await demo.open('/mina-sidor/');
    await sees(onAnotherDevice(page));
    await page.getByLabel('Ditt meddelande').fill('Ett halvt meddelande');
    await page.route('**/api/v1/eid/**', fault.answer);
    await onAnotherDevice(page).click();
    await seesSentence(login(page), fault);
    await page.unroute('**/api/v1/eid/**');
    await tryAgain(login(page)).click();
    await sees(qrCode(page));
    expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('Ett halvt meddelande');
  });

  test('while a code waits to be scanned: a passing fault is bridged, and the login goes on', async () => {
    const page = await demo.open('/logga-in/');
    await onAnotherDevice(page).click();
    await sees(qrCode(page));
    await page.route('**/api/v1/eid/**', refusal(500));
    await sees(login(page).getByText('Kopplar upp igen'));
    await page.unroute('**/api/v1/eid/**');
    await sees(login(page).getByText('Väntar på att du läser av koden'));
  });

  test('while a code waits to be scanned: an order that is gone is a plain sentence', async () => {
    const page = await demo.open('/logga-in/');
    // An order that has never been known would be one whose cookie was not kept.
    const known = page.waitForResponse((answer) => answer.url().includes('/eid/orders/') && answer.ok());
    await onAnotherDevice(page).click();
    await sees(qrCode(page));
    await known;
    await page.route('**/api/v1/eid/**', (route) =>
      route.fulfill({ status: 404, contentType: 'application/problem+json', json: { type: 'urn:x', title: 'Gone', status: 404, code: 'order-not-found' } }));
    await sees(login(page).getByRole('heading', { name: 'Inloggningen gäller inte längre' }));
    await sees(tryAgain(login(page)));
  });
});

describe('a slow line', () => {
  test('shows that something is on its way, and then what came', async () => {
    const page = await demo.open('/kontakt/');
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => { arrive = resolve; });
    await page.route('**/api/v1/config', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto('/logga-in/');
    await sees(login(page).getByText('Hämtar inloggningen'));
    arrive();
    await sees(onAnotherDevice(page));
  });

  test('that never answers is a plain sentence after ten seconds', async () => {
    const page = await demo.open('/logga-in/');
    await sees(onAnotherDevice(page));
    await page.clock.install();
    await page.route('**/api/v1/eid/orders', () => {});
    const asked = page.waitForRequest('**/api/v1/eid/orders');
    await onAnotherDevice(page).click();
    await sees(login(page).getByRole('heading', { name: 'Startar inloggningen' }));
    await asked;
    await page.clock.fastForward(11_000);
    await sees(login(page).getByRole('heading', { name: 'Tjänsten svarar inte' }));
    await page.unroute('**/api/v1/eid/orders');
    await tryAgain(login(page)).click();
    await sees(qrCode(page));
  });

  test('that is gone altogether is told as a matter of the connection', async () => {
    const page = await demo.open('/logga-in/');
    await sees(onAnotherDevice(page));
    await page.context().setOffline(true);
    await onAnotherDevice(page).click();
    await sees(login(page).getByText(/internet/));
    await page.context().setOffline(false);
    await tryAgain(login(page)).click();
    await sees(qrCode(page));
  });
});

test('a page whose scripts for the login never arrive still shows what the editor wrote', async () => {
  const page = await demo.open('/kontakt/');
  await page.route('**/v1/login.element-*.js', (route) => route.abort());
  await page.goto('/logga-in/');
  await sees(login(page).getByText('Ring servicecenter'));
});
