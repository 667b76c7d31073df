import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from '../src/version.ts';

// What a site writes that wants one version and not a byte of another: `npm run --silent pinned -- https://widgets.kommunen.se "0476-550 00"`.

/** Where the build puts this version for good. */
export const versionFolder = fileURLToPath(new URL(`../dist/cdn/${version}/`, import.meta.url));

/** The SHA-384 of each file of this version, as `integrity` says it. */
export function hashes(folder = versionFolder): Map<string, string> {
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name)).toSorted();
  return new Map(files.map((name) => [name, digest('sha384', readFileSync(folder + name))]));
}

const digest = (kind: 'sha256' | 'sha384', content: string | Buffer) => `${kind}-${createHash(kind).update(content).digest('base64')}`;

/** Says of each file that the first one fetches what it must be: they are named nowhere else on the page. */
function importMap(host: string): string {
  const scripts = [...hashes()].filter(([name]) => name.endsWith('.js'));
  return JSON.stringify({ integrity: Object.fromEntries(scripts.map(([name, hash]) => [address(host, name), hash])) });
}

const address = (host: string, name: string) => `${host}/${version}/${name}`;

/** What stands in the head of a site's template: the code of this version from `host`, every file of it checked before it runs. `phone` is whom citizens call when it cannot be. */
export function pinnedTags(host: string, phone = '…'): string {
  const files = hashes();
  return [
    `<link rel="stylesheet" href="${address(host, 'kommun.css')}" integrity="${files.get('kommun.css')}" crossorigin>`,
    `<script type="importmap">${importMap(host)}</script>`,
    `<script type="module" src="${address(host, 'kommun.js')}" integrity="${files.get('kommun.js')}" crossorigin data-api="${host}/api/v1" data-phone="${phone}"></script>`,
  ].join('\n');
}

/** What `script-src` of a content security policy must name beside `host`: without it the browser drops the import map, and checks no file but the first. */
export const importMapSource = (host: string): string => `'${digest('sha256', importMap(host))}'`;

if (process.argv[1] === import.meta.filename) {
  const [host, phone] = process.argv.slice(2);
  if (!host || !/^https?:\/\/[^/]+$/.test(host)) throw new Error('Say where the widgets are, and whom to call: npm run --silent pinned -- https://widgets.kommunen.se "0476-550 00"');
  console.log('<!-- First in the head: a browser takes an import map only before the first module, and may take only one. -->');
  console.log(pinnedTags(host, phone));
  console.log(`<!-- With a content security policy, or the files above are not all checked: script-src ${host} ${importMapSource(host)} -->`);
}
