import { esbuildPlugin } from '@web/dev-server-esbuild';
import type { BrowserLauncher, TestRunnerConfig } from '@web/test-runner';
import { servedHosts } from './test/hosts/served-hosts.ts';
import { countReporter } from './scripts/browser-reporter.ts';

/** The widgets in a real `browser`, one page at a time so that each has the focus. */
export const browserTestsIn = (browser: BrowserLauncher): TestRunnerConfig => ({
  files: 'test/browser/**/*.test.ts',
  nodeResolve: true,
  browsers: [browser],
  concurrentBrowsers: 1,
  concurrency: 1,
  middleware: [servedHosts],
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022' })],
  testFramework: { config: { ui: 'bdd', timeout: 5000 } },
  reporters: [countReporter({ file: process.env['TEST_COUNTS'] })],
});
