import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinnedTags } from '../../scripts/integrity.ts';

const hostsFolder = fileURLToPath(new URL('./', import.meta.url));
const widgetsFolder = fileURLToPath(new URL('../../dist/cdn/v1/', import.meta.url));

/** What older and other sites are built with, by the address that host pages give it. */
const libraries: Readonly<Record<string, string>> = { 'jquery.js': 'jquery/dist/jquery.js', 'prototype.js': 'prototype-js-core/prototype.js', 'zone.js': 'zone.js' };

/** Where the library that a host page calls `name` lies. */
export const libraryFile = (name: string): string => fileURLToPath(import.meta.resolve(libraries[name] ?? name));

/** A file of the widgets as another version has it: the same, and says that it is older. */
export const olderFile = (name: string): string => readFileSync(widgetsFolder + name, 'utf8').replaceAll('0.1.0', '0.0.9');

/** The pages of `test/hosts`, each with a hazard of its own. */
export const hostPages = (): string[] => readdirSync(hostsFolder).filter((file) => file.endsWith('.html')).map((file) => file.replace('.html', ''));

const read = (name: string) => readFileSync(hostsFolder + name, 'utf8').trim();

/** A page of `test/hosts`, with the loader and both widgets in it, where the widgets and the backend are at `origin`. */
export function hostPage(file: string, origin: string): string {
  return read(file)
    .replaceAll('<!-- widgets -->', () => read('parts/widgets.html'))
    .replaceAll('<!-- loader -->', () => read('parts/loader.html'))
    .replace('<!-- pinned -->', () => pinnedTags(origin))
    .replaceAll('https://widgets.kommunen.se', origin);
}
