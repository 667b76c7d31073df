import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtFolders } from './site-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A thing to build: what it is made from, the last file that its build writes, and how. */
export interface Build {
  name: string;
  isStale(): boolean;
  run(): Promise<void>;
}

/** A build by a command of Node, stale when any of `sources` (from the root) is newer than `result`. */
export const build = (name: string, sources: string[], result: string, command: string[]): Build => ({
  name,
  isStale: () => !existsSync(result) || newest(sources.map((source) => join(root, source))) > statSync(result).mtimeMs,
  run: () => run(command),
});

const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'demo/vite.config.ts', '--logLevel', 'warn'];

/** The widgets as a site loads them. */
export const widgetsBuild = build('Building the widgets', ['src', 'vite.config.ts', 'scripts/build.ts'], join(builtFolders.widgets, 'v1/kommun.css'), [
  '--import=tsx',
  'scripts/build.ts',
  '--script-tag',
]);

const siteSources = ['demo', 'backend/src', 'src/contract', 'src/anchors', 'cms', 'custom-elements.json'];

/** The demo municipality's pages, for a server. */
export const siteBuild = build('Building the pages', siteSources, join(builtFolders.pages, 'index.html'), vite);

/** The same pages with the backend inside, for any static host. */
export const staticBuild = build('Building the static pages', siteSources, join(builtFolders.static, 'index.html'), [
  ...vite,
  '--mode',
  'static',
]);

/** When the latest change was made, in milliseconds since 1970; 0 where there is nothing. */
function newest(paths: string[]): number {
  const changed = (path: string): number => {
    const found = statSync(path);
    return found.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : found.mtimeMs;
  };
  return Math.max(0, ...paths.map(changed));
}

/** In a process of its own: a build sets NODE_ENV for the whole process, and a server started after it would be in production. */
function run(command: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => output.push(piece));
    child.stderr.on('data', (piece: Buffer) => output.push(piece));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${Buffer.concat(output).toString().trim()}\nThe build ended with code ${code}.`))));
  });
}
