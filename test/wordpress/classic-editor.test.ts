import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { onAnotherDevice } from '../e2e/support/login.ts';
import { sees } from '../e2e/support/sees.ts';
import { useWordPress } from './wordpress-browser.ts';

const wordpress = useWordPress();
const writers = [
  { who: 'an administrator', role: 'administrator', site: () => inject('site') },
  { who: 'an editor of a site where nobody may write any HTML', role: 'editor', site: () => inject('filteredSite') },
] as const;

const visual = (page: Page) => page.frameLocator('#content_ifr').locator('body');

describe.each(writers)('in the classic editor, what $who writes as text stays through the Visual tab', ({ role, site }) => {
  /** What visitors see of `written`, once `seen` of it has shown in the Visual tab, which it is published from. */
  async function published(written: string, seen: string): Promise<Page> {
    const page = await wordpress.admin(role, 'post-new.php?classic-editor', site());
    await page.getByLabel('Add title').fill('En sida');
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.locator('#content').fill(written);
    for (const tab of ['Visual', 'Text', 'Visual']) await page.getByRole('button', { name: tab, exact: true }).click();
    await sees(visual(page).getByText(seen));
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.waitForURL(/[?&]post=/);
    return wordpress.visit(`${site()}/?p=${new URL(page.url()).searchParams.get('post')}`);
  }

  test('a code', async () => {
    const page = await published('Före.\n\n[kommun-eid-login heading-level="3" next=/mina-sidor/]\n\nEfter.', 'Före.');
    await sees(onAnotherDevice(page));
    expect(await page.locator('kommun-eid-login[heading-level="3"]').getAttribute('next')).toBe('/mina-sidor/');
  });

  test('a link', async () => {
    const page = await published('<a href="/logga-in/#kommun-eid-login?heading-level=3">Logga in</a>', 'Logga in');
    await sees(onAnotherDevice(page));
    expect(await page.locator('kommun-eid-login[heading-level="3"]').count()).toBe(1);
  });

  test('an empty tag, which the Visual tab shows as a code', async () => {
    const page = await published('Före.\n\n<kommun-eid-login heading-level="3"></kommun-eid-login>\n\nEfter.', '[kommun-eid-login heading-level="3"]');
    await sees(onAnotherDevice(page));
    expect(await page.locator('kommun-eid-login[heading-level="3"]').count()).toBe(1);
  });

  test('a tag around questions, and what follows outside of it', async () => {
    const page = await published('<kommun-faq exclusive>\n<h3>Hur loggar jag ut?</h3>\nTryck på Logga ut.\n<h3>Vem skriver under?</h3>\nBåda vårdnadshavarna.\n</kommun-faq>\n\nEfter.', 'Hur loggar jag ut?');
    await sees(page.locator('kommun-faq[exclusive]').getByRole('button', { name: 'Hur loggar jag ut?' }));
    await sees(page.getByText('Efter.'));
    expect(await page.locator('kommun-faq').getByText('Efter.').count()).toBe(0);
  });
});
