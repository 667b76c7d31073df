import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinnedTags } from '../../scripts/integrity.ts';

const hostsFolder = fileURLToPath(new URL('./', import.meta.url));

/** What older and other sites are built with, by the address that host pages give it. */
const libraries: Readonly<Record<string, string>> = { 'jquery.js': 'jquery/dist/jquery.js', 'prototype.js': 'prototype-js-core/prototype.js', 'zone.js': 'zone.js' };

/** Where the library that a host page calls `name` lies. */
export const libraryFile = (name: string): string => fileURLToPath(import.meta.resolve(libraries[name] ?? name));

/** A page of `test/hosts`, with the loader and both widgets in it, as the site at `origin` serves it. */
export function hostPage(file: string, origin: string): string {
  const read = (name: string) => readFileSync(hostsFolder + name, 'utf8').trim();
  const page = read(file).replaceAll('<!-- widgets -->', () => read('widgets.html')).replaceAll('<!-- loader -->', () => read('loader.html')).replace('<!-- pinned -->', () => pinnedTags(origin));
  // Where the page has a base of its own, an editor has to write whole addresses.
  return page.includes('<base ') ? page.replaceAll(/(src|href)="\/v1/g, `$1="${origin}/v1`) : page;
}
