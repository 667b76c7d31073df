import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from '../src/version.ts';

// What a site writes that wants one version and not a byte of another: `npm run --silent pinned -- https://widgets.kommunen.se`.

/** Where the build puts this version for good. */
export const versionFolder = fileURLToPath(new URL(`../dist/cdn/${version}/`, import.meta.url));

/** The SHA-384 of each file of this version, as `integrity` says it. */
export function hashes(folder = versionFolder): Map<string, string> {
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name)).toSorted();
  return new Map(files.map((name) => [name, `sha384-${createHash('sha384').update(readFileSync(folder + name)).digest('base64')}`]));
}

/** What stands in the head of a site's template: the code of this version from `host`, every file of it checked before it runs. */
export function pinnedTags(host: string, api = `${host}/api/v1`): string {
  const files = hashes();
  const address = (name: string) => `${host}/${version}/${name}`;
  const integrity = Object.fromEntries([...files].filter(([name]) => name.endsWith('.js')).map(([name, hash]) => [address(name), hash]));
  return [
    `<link rel="stylesheet" href="${address('kommun.css')}" integrity="${files.get('kommun.css')}" crossorigin>`,
    // The files that the first one fetches are named nowhere else on the page.
    `<script type="importmap">${JSON.stringify({ integrity })}</script>`,
    `<script type="module" src="${address('kommun.js')}" integrity="${files.get('kommun.js')}" crossorigin data-api="${api}"></script>`,
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const [host] = process.argv.slice(2);
  if (!host || !/^https?:\/\/[^/]+$/.test(host)) throw new Error('Say where the widgets are: npm run --silent pinned -- https://widgets.kommunen.se');
  console.log(pinnedTags(host));
}
