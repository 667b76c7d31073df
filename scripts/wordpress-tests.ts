import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readVitestCounts } from './vitest-counts.ts';

// `npm run test:wordpress`: the plugin in a WordPress of its own, from Debian's packages, which it installs where they are missing.
const report = 'dist/test-counts/wordpress.json';
mkdirSync('dist/test-counts', { recursive: true });
rmSync(report, { force: true });
const options = ['run', '--project', 'wordpress', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...options], { stdio: 'inherit' });
const { passed, failed } = existsSync(report) ? readVitestCounts(report) : { passed: 0, failed: 1 };
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
