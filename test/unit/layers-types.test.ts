import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

/** What the type checker says of `code` under the settings of `project`. */
async function complaints(project: string, code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'code.ts'), `${code}\nexport {};\n`);
  // The file has no project around it in which to look for packages.
  const own = { extends: resolve(project), compilerOptions: { tsBuildInfoFile: null, typeRoots: [resolve('node_modules/@types')] }, include: ['code.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(own));
  const run = promisify(execFile)(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]);
  return (await run.catch((failed: { stdout: string }) => failed)).stdout;
}

test.each(['document.title;', 'fetch("/");', 'localStorage.clear();', 'process.exit();'])('the contract and the machines cannot say %s', async (code) => {
  expect(await complaints('tsconfig.pure.json', code)).toContain('Cannot find name');
});

test('the contract and the machines can calculate', async () => {
  expect(await complaints('tsconfig.pure.json', 'new Date().toISOString();')).toBe('');
});

test.each(['document.title;', 'localStorage.clear();'])('the backend cannot say %s', async (code) => {
  expect(await complaints('tsconfig.backend.json', code)).toContain('Cannot find name');
});

test('what browsers load cannot reach into Node', async () => {
  expect(await complaints('tsconfig.browser.json', 'process.exit();')).toContain('Cannot find name');
});

test.each([
  ['an item of a list that may not be there', 'const list: string[] = []; list[0].length;'],
  ['an optional property set to undefined', 'const thing: { name?: string } = { name: undefined }; thing;'],
  ['syntax that must be compiled away', 'enum Colour { Red } Colour.Red;'],
])('the type checker refuses %s', async (_what, code) => {
  expect(await complaints('tsconfig.browser.json', code)).toContain('error TS');
});
