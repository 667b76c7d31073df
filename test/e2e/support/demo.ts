import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { RunningServer } from '../../../backend/src/node/server.ts';
import { siteBuild, widgetsBuild } from '../../../demo/node/build.ts';
import { startDemo, type DemoOptions } from '../../../demo/server.ts';
import { ensureBrowser, launchArguments } from '../../../scripts/browser.ts';

/** The demo as a visitor meets it: its address, and browsers to visit it with. */
export interface Demo {
  readonly url: string;
  /** A browser of its own, as another person's computer: no cookies, no open pages. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page in a browser of its own, opened at `path`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

// A page in a sandbox has no origin, and Chromium counts it as outside: it may not reach a server on this computer.
const allowOpaqueOrigins = '--disable-features=LocalNetworkAccessChecks';

export interface ServeOptions extends DemoOptions {
  /** Lets the browser keep whole pages for its Back button, as browsers do; its driver turns that off. */
  keepsPages?: boolean;
  /** Lets no site have cookies on the pages of another, but for those that each site it is on has of its own. */
  blocksForeignCookies?: boolean;
}

/** Serves the demo from memory while the tests of the file run. After each test no page may have thrown anything. */
export function serveDemo({ keepsPages = false, blocksForeignCookies = false, ...options }: ServeOptions = {}): Demo {
  let server: RunningServer;
  let browser: Browser;
  const visitors = new Set<BrowserContext>();
  const thrown: string[] = [];

  beforeAll(async () => {
    for (const build of [widgetsBuild, siteBuild]) if (build.isStale()) await build.run();
    server = await startDemo({ port: 0, store: 'memory', quiet: true, ...options });
    browser = await chromium.launch({ executablePath: ensureBrowser(() => {}).executablePath, args: [...launchArguments, allowOpaqueOrigins, ...(blocksForeignCookies ? ['--test-third-party-cookie-phaseout'] : [])], ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(async () => {
    for (const visitor of visitors) await visitor.close();
    visitors.clear();
    expect(thrown.splice(0), 'what the page threw').toEqual([]);
  });

  const demo: Demo = {
    get url() {
      return server.url;
    },
    async visitor(contextOptions = {}) {
      const context = await browser.newContext({ baseURL: server.url, locale: 'sv-SE', ...contextOptions });
      context.setDefaultTimeout(10_000);
      context.on('weberror', (error) => thrown.push(String(error.error())));
      visitors.add(context);
      return context;
    },
    async open(path, contextOptions) {
      const page = await (await demo.visitor(contextOptions)).newPage();
      await page.goto(path);
      return page;
    },
  };
  return demo;
}
