import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { hostPage, libraryFile } from '../../hosts/host-page.ts';
import type { Demo } from './demo.ts';

const widgetsFolder = fileURLToPath(new URL('../../../dist/cdn/v1/', import.meta.url));

export interface HostVisit extends BrowserContextOptions {
  /** What the host's server says with the page: its policies. */
  headers?: Record<string, string>;
  /** Where on the page the visitor lands. */
  hash?: string;
}

/** Opens a page of `test/hosts`, with the loader and both widgets in it, on the demo's own address; in `visitor`'s browser where one is given. */
export async function visitHost(demo: Demo, name: string, { headers, hash = '', ...options }: HostVisit = {}, visitor?: BrowserContext): Promise<Page> {
  visitor ??= await demo.visitor(options);
  await serveHosts(visitor, demo.url, headers);
  const page = await visitor.newPage();
  await page.goto(`/hosts/${name}.html${hash}`);
  return page;
}

async function serveHosts(visitor: BrowserContext, origin: string, headers: Record<string, string> = {}): Promise<void> {
  await visitor.route('**/hosts/*.html', (route) =>
    route.fulfill({ body: hostPage(basename(new URL(route.request().url()).pathname), origin), contentType: 'text/html; charset=utf-8', headers }));
  // The same files under another address, saying that they are of another version.
  await visitor.route('**/hosts/other-version/*.js', (route) => {
    const file = basename(new URL(route.request().url()).pathname);
    return route.fulfill({ body: readFileSync(widgetsFolder + file, 'utf8').replaceAll('0.1.0', '0.0.9'), contentType: 'text/javascript' });
  });
  await visitor.route('**/hosts/moved/*.js', (route) => route.fulfill({ status: 302, headers: { location: `${origin}/v1/${basename(route.request().url())}` } }));
  await visitor.route('**/hosts/libraries/*.js', (route) => route.fulfill({ path: libraryFile(basename(new URL(route.request().url()).pathname)), contentType: 'text/javascript' }));
  await visitor.route('https://annan.example/**', (route) => route.abort());
}

/** What pages in `visitor`'s browser have refused by their content security policy since, as directive and address; for before a visit. */
export async function watchViolations(visitor: BrowserContext): Promise<readonly string[]> {
  const refused: string[] = [];
  await visitor.exposeFunction('tellViolation', (violation: string) => void refused.push(violation));
  await visitor.addInitScript(() => {
    const { tellViolation } = globalThis as unknown as { tellViolation: (violation: string) => void };
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => tellViolation(`${effectiveDirective} ${blockedURI}`));
  });
  return refused;
}
