import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { loggedIn, logIn, onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

// The shortest session there is, with the warning a few seconds into it.
const demo = serveDemo({ session: { idleMinutes: 1, warnBeforeSeconds: 55 } });

const warning = (page: Page) => page.getByRole('dialog', { name: 'Vill du vara kvar?' });
const sessionEnd = async (page: Page): Promise<number> => Date.parse(((await (await page.request.get('/api/v1/session')).json()) as { idleExpiresAt: string }).idleExpiresAt);

test('warns before time runs out, and one press puts the end off', async () => {
  const page = await demo.open('/mina-sidor/');
  await logIn(page);
  const before = await sessionEnd(page);
  await sees(warning(page));
  await page.getByRole('button', { name: 'Fortsätt vara inloggad' }).click();
  await seesNot(warning(page));
  await sees(loggedIn(page));
  expect(await sessionEnd(page)).toBeGreaterThan(before);
});

test('the warning is answered by keyboard: the focus is on staying, and Escape stays too', async () => {
  const page = await demo.open('/mina-sidor/');
  await logIn(page);
  const before = await sessionEnd(page);
  await sees(warning(page));
  await expect.poll(() => page.getByRole('button', { name: 'Fortsätt vara inloggad' }).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
  await page.keyboard.press('Escape');
  await seesNot(warning(page));
  await expect.poll(() => sessionEnd(page)).toBeGreaterThan(before);
});

test('the warning lets the citizen log out at once', async () => {
  const page = await demo.open('/mina-sidor/');
  await logIn(page);
  await sees(warning(page));
  await warning(page).getByRole('button', { name: 'Logga ut nu' }).click();
  await sees(page.getByRole('heading', { name: 'Du har loggat ut' }));
});

test('a session that runs out while a form is half filled loses nothing of it', async () => {
  const page = await demo.open('/kontakt/');
  await page.clock.install();
  await page.goto('/mina-sidor/');
  await logIn(page);
  await page.getByLabel('Ditt meddelande').fill('Ett halvt meddelande');
  await sees(warning(page));
  // What the backend says when time has run out.
  await page.context().clearCookies();
  await page.clock.fastForward(61_000);
  await sees(page.getByRole('heading', { name: 'Du har loggats ut' }));
  await sees(onAnotherDevice(page));
  expect(await page.getByLabel('Ditt meddelande').inputValue()).toBe('Ett halvt meddelande');
});
