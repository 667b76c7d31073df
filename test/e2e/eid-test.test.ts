import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { onAnotherDevice, scanWithPhone } from './support/login.ts';
import { sees } from './support/sees.ts';

const demo = serveDemo();

test('testing an e-ID says that it works, and logs nobody in', async () => {
  const page = await demo.open('/logga-in/#testa');
  await page.getByRole('button', { name: 'Testa BankID på en annan enhet' }).click();
  const phone = await scanWithPhone(page);
  await phone.getByRole('button', { name: 'Legitimera' }).click();
  await sees(page.getByRole('heading', { name: 'Din e-legitimation fungerar' }));
  await sees(onAnotherDevice(page));
  expect(await page.evaluate(async () => (await fetch('/api/v1/session')).json())).toEqual({ authenticated: false });
});
