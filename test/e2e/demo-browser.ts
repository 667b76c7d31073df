import { chromium, type Browser } from 'playwright-core';
import type { Build } from '../../demo/node/build.ts';
import { findBrowser, launchArguments } from '../../scripts/browser.ts';

/** A Chromium of this machine, which keeps whole pages for its Back button as browsers do; its driver turns that off. */
export function launchBrowser(): Promise<Browser> {
  const browser = findBrowser();
  if (!browser) throw new Error('No Chrome or Chromium: run `npm test`, or set CHROME_PATH.');
  return chromium.launch({ executablePath: browser.executablePath, args: launchArguments, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
}

/** Builds what has changed since it was built last. */
export async function bringUpToDate(...builds: Build[]): Promise<void> {
  for (const build of builds) if (build.isStale()) await build.run();
}
