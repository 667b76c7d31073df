import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { answer, readsAnAnswer, startsALogin } from './support/host-widgets.ts';
import { visitHost, watchViolations } from './support/hosts.ts';
import { onAnotherDevice, qrCode } from './support/login.ts';
import { growOld } from './support/old-browser.ts';
import { sees } from './support/sees.ts';

const demo = serveDemo();

const strictPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

test('under a strict policy with Trusted Types everything works and nothing is reported', async () => {
  const visitor = await demo.visitor();
  const violations = await watchViolations(visitor);
  const page = await visitHost(demo, 'plain', { headers: { 'Content-Security-Policy': strictPolicy } }, visitor);
  await readsAnAnswer(page);
  await page.getByLabel('Sök bland frågorna').fill('blankett');
  await sees(page.getByText('1 av 4 frågor'));
  await startsALogin(page);
  await onAnotherDevice(page).click();
  await page.getByRole('button', { name: 'Förstora koden' }).click();
  await sees(page.getByRole('dialog'));
  expect(violations).toEqual([]);
});

test('a page that runs only what it has marked lets the widgets fetch the rest of themselves', async () => {
  const visitor = await demo.visitor();
  const violations = await watchViolations(visitor);
  const page = await visitHost(demo, 'nonce', {}, visitor);
  await readsAnAnswer(page);
  await startsALogin(page);
  expect(violations).toEqual([]);
});

test('where a page allows no policy at all, what the editor wrote stays readable', async () => {
  const page = await visitHost(demo, 'plain', { headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" } });
  await page.waitForEvent('console', (message) => message.text().includes('kunde inte hämtas'));
  await sees(answer(page));
  await sees(page.getByText('Ring servicecenter'));
});

test('in a sandbox without an origin the answers can be read, and the login is offered in a tab of its own', async () => {
  const page = await visitHost(demo, 'sandbox');
  const frame = page.frameLocator('iframe');
  await readsAnAnswer(frame);
  await sees(frame.getByRole('heading', { name: 'Öppna sidan i en egen flik' }));
  await sees(frame.getByText('Ring servicecenter'));
});

test('a browser that keeps no cookies reads the answers, and is told why it cannot log in', async () => {
  const visitor = await demo.visitor();
  await visitor.route('**/api/v1/**', async (route) => {
    const response = await route.fetch();
    const { 'set-cookie': _kept, ...headers } = response.headers();
    await visitor.clearCookies();
    await route.fulfill({ response, headers });
  });
  const page = await visitHost(demo, 'cookies-blocked', {}, visitor);
  await readsAnAnswer(page);
  await onAnotherDevice(page).click();
  await sees(page.getByRole('heading', { name: 'Webbläsaren sparar inga kakor' }));
});

test('a page whose register of elements fails goes on, and what the editor wrote stays', async () => {
  const page = await visitHost(demo, 'single-page-app');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => { customElements.define = () => { throw new Error('not here'); }; });
  const told = page.waitForEvent('console', (message) => message.text().includes('kunde inte hämtas'));
  await page.reload();
  await told;
  await sees(answer(page));
  expect(errors).toEqual([]);
});

test('an older browser reads what the editor wrote, and logs in by a QR code that is black on white', async () => {
  const page = await visitHost(demo, 'plain');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(growOld);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('kommun-faq:defined'));
  await sees(page.getByRole('heading', { name: 'Hur loggar jag ut?' }));
  await sees(answer(page));
  await onAnotherDevice(page).click();
  const code = qrCode(page);
  await sees(code);
  expect(await code.evaluate((picture) => getComputedStyle(picture).backgroundColor)).toBe('rgb(255, 255, 255)');
  expect(errors).toEqual([]);
});

test('without JavaScript everything that the editor wrote can be read', async () => {
  const page = await visitHost(demo, 'plain', { javaScriptEnabled: false });
  await sees(page.getByRole('heading', { name: 'Hur loggar jag ut?' }));
  await sees(answer(page));
  await sees(page.getByText('Ring servicecenter'));
});
