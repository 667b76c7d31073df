import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, type TestRunnerConfig } from '@web/test-runner';
import { countReporter } from './scripts/browser-reporter.ts';
import { ensureBrowser, launchArguments } from './scripts/browser.ts';

const browser = ensureBrowser();

/** The widgets in a real Chromium, one page at a time so that each has the focus. */
const config: TestRunnerConfig = {
  files: 'test/browser/**/*.test.ts',
  nodeResolve: true,
  browsers: [chromeLauncher({ launchOptions: { executablePath: browser.executablePath, args: launchArguments }, concurrency: 1 })],
  concurrentBrowsers: 1,
  concurrency: 1,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022' })],
  testFramework: { config: { ui: 'bdd', timeout: 5000 } },
  reporters: [countReporter({ file: process.env['TEST_COUNTS'] })],
};

export default config;
