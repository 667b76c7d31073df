import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { canInstallPackages, installPackages, isRoot, run } from './debian.ts';

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
  const installed = inPath(commands, env) ?? usualPlaces.find((file) => existsSync(file));
  if (installed) return { executablePath: installed, foundBy: 'installed on this machine' };
  const fetched = chromium.executablePath();
  return existsSync(fetched) ? { executablePath: fetched, foundBy: 'fetched by Playwright earlier' } : undefined;
}

/** The first of `names` that is a program in the PATH, as a whole path. */
export function inPath(names: readonly string[], env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** A browser that is here, or else one that is installed now: Debian's own package as root, else Playwright's. */
export function ensureBrowser(say: (line: string) => void = console.log): Browser {
  const here = findBrowser();
  if (here) return tell(here, say);
  say('No Chrome or Chromium on this machine: installing one.');
  if (canInstallPackages()) installPackages(['chromium', 'fonts-liberation'], say);
  if (!findBrowser()) installWithPlaywright(say);
  const installed = findBrowser();
  if (!installed) throw new Error('No browser could be installed. Install Chromium, or set CHROME_PATH to one.');
  return tell({ ...installed, foundBy: 'installed just now' }, say);
}

function tell(browser: Browser, say: (line: string) => void): Browser {
  say(`Browser: ${browser.executablePath} (${browser.foundBy})`);
  return browser;
}

function installWithPlaywright(say: (line: string) => void): void {
  say('Fetching Chromium with Playwright.');
  const command = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [command, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'], say);
}

if (process.argv[1] === import.meta.filename) ensureBrowser();
