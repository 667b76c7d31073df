import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { importMapSource } from '../../scripts/integrity.ts';
import { serveDemo } from './support/demo.ts';
import { answer, question } from './support/host-widgets.ts';
import { visitHost, type HostVisit } from './support/hosts.ts';
import { onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();
const sorry = (page: Page) => page.getByText('Det här går inte att visa just nu. Ring 0476-550 00.');

/** Opens a host page, with `meddle` in the way of every file whose name matches. */
async function visit(host: string, file: RegExp, meddle: (route: Route) => Promise<void>, options: HostVisit = {}): Promise<Page> {
  const visitor = await demo.visitor(options);
  await visitor.route(file, meddle);
  return visitHost(demo, host, options, visitor);
}

const lost = (route: Route) => route.abort();

/** The file with a fault in it: what draws the widget throws. */
async function broken(route: Route): Promise<void> {
  const answered = await route.fetch();
  await route.fulfill({ response: answered, body: (await answered.text()).replace('render(){', 'render(){throw new Error("fel i widgeten");') });
}

/** The file with something added that works, and does what nobody asked for. */
async function changed(route: Route): Promise<void> {
  const answered = await route.fetch();
  await route.fulfill({ response: answered, body: `${await answered.text()}\nglobalThis.changed = true;` });
}

describe('a widget that fails', () => {
  test('says in its own place whom to call when its code cannot be fetched, and the others go on', async () => {
    const page = await visit('with-phone', /login\.element-/, lost);
    await sees(sorry(page));
    await seesNot(answer(page));
    await question(page).click();
    await sees(answer(page));
    expect(await sorry(page).count()).toBe(1);
  });

  test('is what it is for once its code can be fetched after all', async () => {
    let isDown = true;
    const page = await visit('with-phone', /login\.element-/, (route) => (isDown ? route.abort() : route.continue()));
    await sees(sorry(page));
    isDown = false;
    await page.evaluate('dispatchEvent(new Event("online"))');
    await sees(onAnotherDevice(page));
    await seesNot(sorry(page));
  });

  test('leaves what the editor wrote in its place, where there is something', async () => {
    const page = await visit('plain', /login\.element-/, lost);
    await page.waitForEvent('console', (message) => message.text().includes('kunde inte hämtas'));
    await sees(page.getByText('Ring servicecenter på 0476-550 00.'));
    await seesNot(page.getByText('Det här går inte att visa'));
  });

  test('says in its own place whom to call when it cannot draw itself, and the others go on', async () => {
    const page = await visit('with-phone', /login\.element-/, broken);
    await sees(sorry(page));
    await question(page).click();
    await sees(answer(page));
  });

  test('keeps the link that it stands for when it cannot draw itself', async () => {
    const page = await visit('anchors', /login\.element-/, broken);
    await sees(page.getByText('Det här går inte att visa just nu.'));
    await sees(page.getByRole('link', { name: 'Logga in' }));
  });

  test('shows every answer when it is the list of questions that cannot draw itself', async () => {
    const page = await visit('with-phone', /faq\.element-/, broken);
    await sees(sorry(page));
    await sees(page.getByRole('heading', { name: 'Hur loggar jag ut?' }));
    await sees(answer(page));
    expect(await question(page).count()).toBe(0);
    await sees(onAnotherDevice(page));
  });
});

describe('a page that wants one version and not a byte of another', () => {
  /** The files of the version, what says how each of them must be, and nothing else. */
  const strict = () => ({
    headers: {
      'Content-Security-Policy': [
        "default-src 'none'", `script-src ${demo.url}/0.1.0/ ${importMapSource(demo.url)}`, `style-src ${demo.url}/0.1.0/`, "connect-src 'self'",
        "require-trusted-types-for 'script'", 'trusted-types lit-html',
      ].join('; '),
    },
  });

  test('gets it, under a policy that lets nothing else run', async () => {
    const fetched: string[] = [];
    const page = await visit('pinned', /\.js$/, async (route) => {
      fetched.push(new URL(route.request().url()).pathname);
      await route.continue();
    }, strict());
    await question(page).click();
    await sees(answer(page));
    await onAnotherDevice(page).click();
    await sees(page.getByRole('img', { name: /^QR-kod/ }));
    expect(fetched.filter((path) => !path.startsWith('/0.1.0/'))).toEqual([]);
  });

  test('gets nothing of a file that has been changed, and what is whole goes on', async () => {
    const page = await visit('pinned', /login\.element-/, changed, strict());
    await expect.poll(async () => (await page.consoleMessages()).some((message) => message.text().includes('kunde inte hämtas'))).toBe(true);
    await question(page).click();
    await sees(answer(page));
    await sees(page.getByText('Ring servicecenter på 0476-550 00.'));
    expect(await page.evaluate('globalThis.changed')).toBe(undefined);
    expect(await onAnotherDevice(page).count()).toBe(0);
  });

  test('keeps the version for good in the browser', async () => {
    const { headers } = await fetch(`${demo.url}/0.1.0/kommun.js`);
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await fetch(`${demo.url}/v1/kommun.js`)).headers.get('Cache-Control')).toBe('public, max-age=300');
  });
});
