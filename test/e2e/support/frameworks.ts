import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from '../../../demo/node/build.ts';
import type { Demo } from './demo.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../../dist/${name}`, import.meta.url));
const hosts = folder('hosts');

/** The package as developers import it. */
export const packageBuild = build('Building the package', ['src', 'scripts', 'tsconfig.build.json'], folder('npm/web-types.json'), ['--import=tsx', 'scripts/build.ts', '--import']);

/** A page of each framework, made from the package. */
export const hostsBuild = build('Building the frameworks\' pages', ['src', 'test/hosts/frameworks'], join(hosts, 'angular/index.html'), [
  'node_modules/vite/bin/vite.js', 'build', '--config', 'test/hosts/frameworks/vite.config.ts', '--logLevel', 'warn',
]);

/** Opens the page that is built with `framework`, on the demo's own address. */
export async function visitFramework(demo: Demo, framework: string): Promise<Page> {
  const visitor = await demo.visitor();
  await visitor.route('**/hosts/frameworks/**', (route) => {
    const file = join(hosts, new URL(route.request().url()).pathname.replace('/hosts/frameworks/', ''));
    return existsSync(file) ? route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? 'text/plain' }) : route.fulfill({ status: 404 });
  });
  const page = await visitor.newPage();
  await page.goto(`/hosts/frameworks/${framework}/index.html`);
  return page;
}

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
