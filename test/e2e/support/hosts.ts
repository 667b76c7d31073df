import { basename } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { hostPage, libraryFile, olderFile } from '../../hosts/host-page.ts';
import { headers as ownHeaders } from '../../hosts/hosts.ts';
import type { Demo } from './demo.ts';

export interface HostVisit extends BrowserContextOptions {
  /** What the host's server says with the page, beside what the page is always served with. */
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
  await visitor.route(/\/hosts\/[\w-]+\.html(\?|$)/, (route) =>
    route.fulfill({ body: hostPage(fileOf(route), origin), contentType: 'text/html; charset=utf-8', headers: { ...ownHeaders[basename(fileOf(route), '.html')], ...headers } }));
  await visitor.route('**/hosts/other-version/*.js', (route) => route.fulfill({ body: olderFile(fileOf(route)), contentType: 'text/javascript' }));
  await visitor.route('**/hosts/moved/*.js', (route) => route.fulfill({ status: 302, headers: { location: `${origin}/v1/${fileOf(route)}` } }));
  await visitor.route('**/hosts/libraries/*.js', (route) => route.fulfill({ path: libraryFile(fileOf(route)), contentType: 'text/javascript' }));
  await visitor.route('https://annan.example/**', (route) => route.abort());
}

const fileOf = (route: Route): string => basename(new URL(route.request().url()).pathname);

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
