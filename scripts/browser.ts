import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A Chromium that can be driven, and in words how it was come by. */
export interface Browser {
  executablePath: string;
  foundBy: string;
}

const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'microsoft-edge'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const isRoot = process.getuid?.() === 0;

/** What Chromium must be started with; as root it refuses to run inside its own sandbox. */
export const launchArguments: string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that is already here: `CHROME_PATH`, an installed Chrome or Chromium, or one that Playwright fetched. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): Browser | undefined {
  const chosen = env['CHROME_PATH'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, where there is no file.`);
    return { executablePath: chosen, foundBy: 'named by CHROME_PATH' };
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const inPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const installed = [...inPath, ...usualPlaces].find((file) => existsSync(file));
  if (installed) return { executablePath: installed, foundBy: 'installed on this machine' };
  const fetched = chromium.executablePath();
  return existsSync(fetched) ? { executablePath: fetched, foundBy: 'fetched by Playwright earlier' } : undefined;
}

/** A browser that is here, or else one that is installed now: Debian's own package as root, else Playwright's. */
export function ensureBrowser(say: (line: string) => void = console.log): Browser {
  const here = findBrowser();
  if (here) return tell(here, say);
  say('No Chrome or Chromium on this machine: installing one.');
  if (isRoot && isDebian()) installDebianPackage(say);
  if (!findBrowser()) installWithPlaywright(say);
  const installed = findBrowser();
  if (!installed) throw new Error('No browser could be installed. Install Chromium, or set CHROME_PATH to one.');
  return tell({ ...installed, foundBy: 'installed just now' }, say);
}

function tell(browser: Browser, say: (line: string) => void): Browser {
  say(`Browser: ${browser.executablePath} (${browser.foundBy})`);
  return browser;
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installDebianPackage(say: (line: string) => void): void {
  say('Installing the Debian package chromium with apt-get.');
  run('apt-get', ['update', '-qq'], say);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], say);
}

function installWithPlaywright(say: (line: string) => void): void {
  say('Fetching Chromium with Playwright.');
  const command = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [command, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'], say);
}

function run(command: string, options: string[], say: (line: string) => void): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error, stdout, stderr } = spawnSync(command, options, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) say(`${command} ${options.join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
}

if (process.argv[1] === import.meta.filename) ensureBrowser();
