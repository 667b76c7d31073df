import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { writeEditorData } from './editor-data.ts';
import { hashes, versionFolder } from './integrity.ts';

// dist/cdn is what a site loads by a script tag; dist/npm is what a developer imports. `--script-tag` makes the first alone, `--import` the other.
const forScriptTag: Step[] = [
  ['Clearing dist/cdn', () => rmSync('dist/cdn', { recursive: true, force: true })],
  ['Bundling for the script tag', () => build({ logLevel: 'warn' })],
  ['Copying the stylesheet', () => copyFileSync('src/kommun.css', 'dist/cdn/v1/kommun.css')],
  ['Keeping the version under its own address', () => cpSync('dist/cdn/v1', versionFolder, { recursive: true, filter: (path) => !path.includes('.vite') })],
  ['Hashing its files', () => console.table([...hashes()].map(([file, integrity]) => ({ file, integrity })))],
];
const forImport: Step[] = [
  ['Clearing dist/npm', () => rmSync('dist/npm', { recursive: true, force: true })],
  ['Emitting modules and types', () => run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')],
  ['Describing the tags for editors', () => writeEditorData('dist/npm')],
];

type Step = [name: string, work: () => unknown];

function run(...script: string[]): void {
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${script.join(' ')} ended with ${status}`);
}

const [only] = process.argv.slice(2);
const steps = [...(only === '--import' ? [] : forScriptTag), ...(only === '--script-tag' ? [] : forImport)];
for (const [index, [name, work]] of steps.entries()) {
  console.log(`[${index + 1}/${steps.length}] ${name}`);
  await work();
}
