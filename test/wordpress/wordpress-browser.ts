import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { ensureBrowser, launchArguments } from '../../scripts/browser.ts';

export type Role = 'administrator' | 'site-administrator' | 'editor' | 'author';

/** WordPress as those who write in it and those who read it meet it, each in a browser of their own. */
export interface WordPressBrowser {
  /** A page of wp-admin, opened by somebody who has logged in there. */
  admin(role: Role, path: string, site?: string): Promise<Page>;
  /** A page of the site, opened by somebody who has not. */
  visit(address: string, options?: { javaScriptEnabled: boolean }): Promise<Page>;
  /** Saves a page's content as the editor of WordPress does, with the rights of `role`, and answers where it is read. */
  publish(role: Role, content: string, site?: string): Promise<string>;
  /** Saves anything that WordPress keeps under `kind`, such as `posts`, with the rights of `role`. */
  save(role: Role, kind: string, data: Record<string, string>, site?: string): Promise<Saved>;
}

interface Saved {
  id: number;
  link: string;
}

/** What WordPress itself has PHP complain of: code older than PHP 8.1, a login form that nothing was written in yet, and that it comes to no update. */
const ofWordPress = [
  /PHP Deprecated: .*\/wp-includes\/(Requests\/|ms-functions\.php)/,
  /PHP Deprecated: .* Passing null to .*\/wp-includes\/(pluggable|formatting)\.php/,
  /PHP Warning: .*WordPress\.org.*\/wp-includes\/update\.php/,
];

// The page in the frame of the preview has no origin, and Chromium would keep it from servers on this computer.
const allowOpaqueOrigins = '--disable-features=LocalNetworkAccessChecks';

/** For the tests of a file. While they run PHP may have nothing to complain of. */
export function useWordPress(): WordPressBrowser {
  let browser: Browser;
  let before = 0;
  const complaints = () => (existsSync(inject('phpLog')) ? readFileSync(inject('phpLog'), 'utf8').split('\n').filter(Boolean) : []);
  const contexts = new Set<BrowserContext>();
  beforeAll(async () => {
    before = complaints().length;
    browser = await chromium.launch({ executablePath: ensureBrowser(() => {}).executablePath, args: [...launchArguments, allowOpaqueOrigins] });
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    contexts.clear();
  });
  afterAll(async () => {
    await browser?.close();
    expect(complaints().slice(before).filter((line) => !ofWordPress.some((known) => known.test(line))), 'what PHP complained of').toEqual([]);
  });

  async function open(address: string, options = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(15_000);
    contexts.add(context);
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  async function admin(role: Role, path: string, site = inject('site')): Promise<Page> {
    const page = await open(`${site}/wp-login.php?redirect_to=${encodeURIComponent(`${site}/wp-admin/${path}`)}`);
    await page.locator('#user_login').fill(role);
    await page.locator('#user_pass').fill(role);
    await page.locator('#wp-submit').click();
    await page.waitForURL(/\/wp-admin\//);
    return page;
  }

  async function save(role: Role, kind: string, data: Record<string, string>, site = inject('site')): Promise<Saved> {
    const page = await admin(role, 'admin-ajax.php?action=rest-nonce', site);
    const nonce = (await page.locator('body').textContent()) ?? '';
    const answer = await page.request.post(`${site}/?rest_route=/wp/v2/${kind}`, { headers: { 'x-wp-nonce': nonce }, data: { title: 'En sida', status: 'publish', ...data } });
    return (await answer.json()) as Saved;
  }

  const publish = async (role: Role, content: string, site?: string) => (await save(role, 'posts', { content }, site)).link;

  return { admin, publish, save, visit: open };
}
