import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureBrowser, launchArguments } from '../scripts/browser.ts';

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

/** Serves `pages` by path, and the built widgets under `/v1/`. */
export async function serve(pages: Record<string, string>): Promise<{ origin: string; close(): void }> {
  const server: Server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const page = pages[pathname];
    const body = page ?? (await readFile(join('dist/cdn', pathname)).catch(() => undefined));
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': types[extname(pathname)] ?? 'text/html; charset=utf-8' });
    response.end(body);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://localhost:${address.port}`, close: () => server.close() };
}

export async function openBrowser(): Promise<Browser> {
  const { executablePath } = ensureBrowser(() => {});
  return chromium.launch({ executablePath, args: launchArguments });
}

/** A page of its own cache and cookies, its processor slowed `slowdown` times. */
export async function freshPage(browser: Browser, slowdown: number): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const devtools = await page.context().newCDPSession(page);
  // What the TypeScript runner puts around named functions, which does not travel with them into a page.
  await page.addInitScript('globalThis.__name = (value) => value');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

/** The value in the middle, which a passing hiccup does not move. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The mean of the half in the middle: finer than the median where a clock goes in steps, and as deaf to a hiccup. */
export function middleMean(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor(sorted.length / 4), Math.ceil((sorted.length * 3) / 4));
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * Runs every variant `rounds` times over, in turn, so that a slow minute hits all alike, and each turn in another order,
 * so that none has always the same one before it. Shows how far it has come.
 */
export async function interleaved<T, Variant extends string = string>(variants: readonly Variant[], rounds: number, run: (variant: Variant) => Promise<T>): Promise<Map<Variant, T[]>> {
  const results = new Map<Variant, T[]>(variants.map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of shuffled(variants)) results.get(variant)!.push(await run(variant));
    process.stderr.write(`\r  ${progress((round + 1) / rounds)} ${round + 1}/${rounds}`);
  }
  process.stderr.write('\n');
  return results;
}

function shuffled<T>(values: readonly T[]): T[] {
  return values.map((value) => [Math.random(), value] as const).sort(([a], [b]) => a - b).map(([, value]) => value);
}

function progress(part: number): string {
  const width = 24;
  const done = Math.round(part * width);
  return `${'█'.repeat(done)}${'░'.repeat(width - done)}`;
}
