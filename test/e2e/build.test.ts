import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { widgetsBuild } from '../../demo/node/build.ts';
import { builtFiles } from '../../scripts/build-manifest.ts';
import { hashes, versionFolder } from '../../scripts/integrity.ts';
import { bringUpToDate } from './demo-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const inCdn = (path: string) => `${root}dist/cdn/${path}`;
const earlierVersion = inCdn('0.0.1/');
const earlierChunk = inCdn('v1/order.part-EARLIER1.js');
let said = '';

beforeAll(async () => {
  await bringUpToDate(widgetsBuild);
  mkdirSync(earlierVersion, { recursive: true });
  writeFileSync(`${earlierVersion}kommun.js`, '');
  writeFileSync(earlierChunk, '');
  appendFileSync(`${versionFolder}kommun.js`, '// As it was released.');
  said = spawnSync(process.execPath, ['--import=tsx', 'scripts/build.ts', '--script-tag'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, encoding: 'utf8' }).stderr;
}, 180_000);
afterAll(() => {
  rmSync(earlierVersion, { recursive: true, force: true });
  rmSync(earlierChunk, { force: true });
});

test('a site that has pinned an earlier version still gets it after the next build', () => {
  expect(existsSync(`${earlierVersion}kommun.js`)).toBe(true);
});

test('a page that was open before a deployment still gets the code that it has yet to fetch', () => {
  expect(existsSync(earlierChunk)).toBe(true);
});

test('a version has the files of its own build and nothing older', () => {
  expect([...hashes().keys()]).toEqual(builtFiles().toSorted());
});

test('whoever builds a version again with other files is told that sites may have pinned it', () => {
  expect(said).toContain('dist/cdn/0.1.0 held other files');
});

test('the loader is at most 2.5 kB, compressed', () => {
  expect(brotliCompressSync(readFileSync(inCdn('v1/kommun.js'))).length).toBeLessThanOrEqual(2500);
});
