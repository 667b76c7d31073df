import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Package } from 'custom-elements-manifest/schema.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { frameworkElements } from '../../scripts/framework-elements.ts';

const folder = 'test/types/';
const told = new Map<string, number[]>();

/** Where the lines of `file` are that say of themselves that they are wrong. */
const wrongIn = (file: string): number[] =>
  readFileSync(folder + file, 'utf8').split('\n').flatMap((line, index) => (line.endsWith('// wrong') ? [index + 1] : []));

beforeAll(async () => {
  const run = promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder, '--pretty', 'false']);
  const { stdout } = await run.catch((failure: { stdout: string }) => failure);
  for (const [, file = '', line] of stdout.matchAll(/^(.+?)\((\d+),\d+\): error/gm)) told.set(file, [...(told.get(file) ?? []), Number(line)]);
});

test('the types that frameworks take are the ones that the manifest makes', () => {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Package;
  expect(readFileSync('src/frameworks/elements.ts', 'utf8'), 'run npm run manifest').toBe(frameworkElements(manifest));
});

describe('a developer', () => {
  const files = readdirSync(folder).filter((file) => /\.tsx?$/.test(file));

  test.each(files)('is told of what is wrong in %s and of nothing that is right', (file) => {
    expect(wrongIn(file).length).toBeGreaterThan(3);
    expect(told.get(folder + file)).toEqual(wrongIn(file));
  });

  test('is told of nothing in the pages that the widgets are tried in', () => {
    expect([...told.keys()].toSorted()).toEqual(files.map((file) => folder + file));
  });
});
