import { chromeLauncher, startTestRunner } from '@web/test-runner';
import { browserTestsIn } from '../web-test-runner.config.ts';
import { ensureBrowser, launchArguments } from './browser.ts';

const { executablePath } = ensureBrowser();
const browser = chromeLauncher({ launchOptions: { executablePath, args: launchArguments }, concurrency: 1 });

// The runner reads no TypeScript configuration by itself, so it is handed over here. Its own flags still work.
await startTestRunner({ config: browserTestsIn(browser), readFileConfig: false });
