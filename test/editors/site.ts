import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Route } from 'playwright-core';
import { build } from 'vite';

/** A municipality's site: where its editors write, and what its visitors see. */
export interface Site {
  /** The page with all editors in it. */
  editors(): Promise<Page>;
  /** Publishes a page with each of `contents` in a part of its own, and the loader in its head, or whatever `head` says. */
  published(contents: readonly string[], head?: string): Promise<Published>;
}

/** One page, before two visitors: one has the widgets, and the other reads what is left where no code runs. */
export interface Published {
  withCode: Page;
  withoutCode: Page;
}

const widgets = fileURLToPath(new URL('../../dist/cdn/v1/', import.meta.url));
const questions = { items: [{ id: 'e-tjanst', question: 'Vad är en e-tjänst?', answer: [{ kind: 'paragraph', content: ['Ett ärende som du sköter själv.'] }] }] };
const loader = '<script type="module" src="/v1/kommun.js" data-api="/api/v1"></script>';
const html = (body: string) => ({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="sv"><title>Kommunen</title>${body}` });
const script = (body: string) => ({ contentType: 'text/javascript; charset=utf-8', body });

/** Serves it all from files, without a server. */
export async function openSite(browser: Browser): Promise<Site> {
  const editors = await bundled(fileURLToPath(new URL('page/editors.ts', import.meta.url)));
  const pages = new Map<string, string>();
  const serve = (route: Route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/redigera/') return route.fulfill(html('<script type="module" src="/editors.js"></script>'));
    if (pathname === '/editors.js') return route.fulfill(script(editors));
    if (pathname.startsWith('/v1/')) return route.fulfill(script(readFileSync(widgets + basename(pathname), 'utf8')));
    if (pathname === '/api/v1/faq') return route.fulfill({ json: questions });
    return pages.has(pathname) ? route.fulfill(html(pages.get(pathname)!)) : route.fulfill({ status: 404 });
  };
  const visitor = async (javaScriptEnabled: boolean) => {
    // All parts are in sight at once, since a widget is fetched when one comes near it.
    const context = await browser.newContext({ baseURL: 'https://kommunen.test', locale: 'sv-SE', viewport: { width: 1280, height: 4000 }, javaScriptEnabled });
    context.setDefaultTimeout(5000);
    await context.route('https://kommunen.test/**', serve);
    return async (path: string) => {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    };
  };
  const [withCode, withoutCode] = [await visitor(true), await visitor(false)];
  return {
    async editors() {
      const page = await withCode('/redigera/');
      await page.waitForFunction('globalThis.editors');
      return page;
    },
    async published(contents, head = loader) {
      const path = `/sida-${pages.size}/`;
      pages.set(path, `${head}<main>${contents.map((content) => `<section>${content}</section>`).join('')}</main>`);
      return { withCode: await withCode(path), withoutCode: await withoutCode(path) };
    },
  };
}

/** The code of `entry` and all that it imports, as one file. */
async function bundled(entry: string): Promise<string> {
  const built = await build({ configFile: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' }, build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'editors' } } });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : [])).filter((file) => file.type === 'chunk');
  return chunks[0]!.code;
}
