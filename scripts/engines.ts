import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserLauncher } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { inPath } from './browser.ts';
import { canInstallPackages, installPackages } from './debian.ts';
import { WebDriverLauncher } from './webdriver-launcher.ts';

/** An engine that is running, or that the launcher starts when it is first needed. */
export interface RunningEngine {
  version: string;
  browser: BrowserLauncher;
  /** Ends what was started beside the browser. */
  end(): void;
}

interface Engine {
  name: string;
  /** What it takes: for each program the names that it goes by. */
  programs: string[][];
  /** Debian's packages with these programs. */
  packages: string[];
  start(programs: string[]): Promise<RunningEngine>;
}

/** The engines that the widgets are tested in by hand, besides the Chromium of every test run. */
export const engines = {
  firefox: { name: 'Firefox', programs: [['firefox-esr', 'firefox']], packages: ['firefox-esr'], start: startFirefox },
  webkit: { name: 'WebKitGTK', programs: [['Xvfb'], ['WebKitWebDriver']], packages: ['webkit2gtk-driver', 'xvfb'], start: startWebKit },
} as const satisfies Record<string, Engine>;

/** Starts `engine`, which is installed first where it is missing and can be: on Debian, as root. */
export async function startEngine({ name, programs, packages, start }: Engine, say: (line: string) => void = console.log): Promise<RunningEngine> {
  const missing = () => programs.filter((names) => !inPath(names)).map(([first]) => first);
  if (missing().length && canInstallPackages()) installPackages(packages, say);
  if (missing().length) throw new Error(`${name} cannot be started: ${missing().join(' and ')} is not in the PATH. On Debian: apt-get install ${packages.join(' ')}`);
  return start(programs.map((names) => inPath(names)!));
}

async function startFirefox([executablePath = '']: string[]): Promise<RunningEngine> {
  const version = execFileSync(executablePath, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const browser = chromeLauncher({ puppeteer: puppeteerCore, launchOptions: { browser: 'firefox', executablePath, headless: true }, concurrency: 1 });
  return { version, browser, end: () => {} };
}

/** WebKitGTK has no headless mode, so it gets a screen of its own that nobody sees. */
async function startWebKit([screenProgram = '', driverProgram = '']: string[]): Promise<RunningEngine> {
  const screen = spawn(screenProgram, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [display] = await Promise.race([once(screen.stdout, 'data'), once(screen, 'exit').then(() => [])]) as [Buffer?];
  if (!display) throw new Error('Xvfb ended before it had a screen.');
  const port = await freePort();
  const driver = spawn(driverProgram, [`--port=${port}`], { env: { ...process.env, DISPLAY: `:${String(display).trim()}` }, stdio: 'ignore' });
  const end = () => [driver, screen].forEach((child) => child.kill());
  try {
    const server = `http://127.0.0.1:${port}`;
    await answers(`${server}/status`, driver);
    const browser = await WebDriverLauncher.open('WebKitGTK', server);
    return { version: browser.version, browser, end };
  } catch (failure) {
    end();
    throw failure;
  }
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  while (!await fetch(address).then(({ ok }) => ok, () => false)) {
    if (server.exitCode !== null) throw new Error(`The server of ${address} ended at once.`);
    await sleep(50);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
