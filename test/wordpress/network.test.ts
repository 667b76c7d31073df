import { expect, inject, test } from 'vitest';
import { onAnotherDevice } from '../e2e/support/login.ts';
import { sees } from '../e2e/support/sees.ts';
import { useWordPress } from './wordpress-browser.ts';

const wordpress = useWordPress();
const settings = 'options-general.php?page=kommun-widgets';

test('the administrator of a network activates the plugin for it and says where the script is, and those of a site write with it alone', async () => {
  const network = inject('network');
  const page = await wordpress.admin('administrator', 'network/plugins.php', network);
  await page.getByRole('link', { name: /^Network Activate/ }).and(page.locator('[href*="kommun-widgets"]')).click();
  await sees(page.getByText('Plugin activated.'));
  await page.goto(`${network}/wp-admin/${settings}`);
  expect(await page.getByLabel('Skriptets adress').inputValue()).toBe(`${inject('backend')}/v1/kommun.js`);

  const ofSite = await wordpress.admin('site-administrator', settings, network);
  await sees(ofSite.getByText('not allowed to access this page'));
  const visitor = await wordpress.visit(await wordpress.publish('site-administrator', '<kommun-eid-login heading-level="3" onclick="alert(1)">Ring oss.</kommun-eid-login>', network));
  await sees(onAnotherDevice(visitor));
  expect(await visitor.locator('kommun-eid-login').evaluate((login) => login.getAttributeNames().join())).toBe('heading-level');
});
