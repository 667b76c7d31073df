import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { version } from '../src/version.ts';
import { builtFiles, latestFolder } from './build-manifest.ts';
import { writeEditorData } from './editor-data.ts';
import { hashes, versionFolder } from './integrity.ts';

// dist/cdn is what a site loads by a script tag; dist/npm is what a developer imports. `--script-tag` makes the first alone, `--import` the other.
const forScriptTag: Step[] = [
  ['Bundling for the script tag', () => build({ logLevel: 'warn' })],
  ['Copying the stylesheet', () => copyFileSync('src/kommun.css', `${latestFolder}/kommun.css`)],
  ['Keeping the version under its own address', keepVersion],
  ['Hashing its files', () => console.table([...hashes()].map(([file, integrity]) => ({ file, integrity })))],
];
const forImport: Step[] = [
  ['Clearing dist/npm', () => rmSync('dist/npm', { recursive: true, force: true })],
  ['Emitting modules and types', () => run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')],
  ['Describing the tags for editors', () => writeEditorData('dist/npm')],
];

type Step = [name: string, work: () => unknown];

/** Sites that have pinned an earlier version go on with its folder; this version's is made anew. */
function keepVersion(): void {
  const before = existsSync(versionFolder) ? hashes() : new Map<string, string>();
  rmSync(versionFolder, { recursive: true, force: true });
  mkdirSync(versionFolder, { recursive: true });
  for (const file of builtFiles()) copyFileSync(`${latestFolder}/${file}`, versionFolder + file);
  const after = hashes();
  if ([...before].some(([file, hash]) => after.get(file) !== hash))
    console.warn(`WARNING: dist/cdn/${version} held other files and was written over. If ${version} has been released, the sites that pin it will refuse them: raise the version instead.`);
}

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
