import { startTestRunner } from '@web/test-runner';
import { browserTestsIn } from '../web-test-runner.config.ts';
import { engines, startEngine, type RunningEngine } from './engines.ts';

// `npm run test:engines`: the browser tests in the engines that are not Chromium, one engine after another.
// `-- firefox` or `-- webkit` runs one of them. The runner's own flags work too, after the names.
const given = process.argv.slice(2);
const firstFlag = given.findIndex((part) => part.startsWith('--'));
const asked = firstFlag < 0 ? given : given.slice(0, firstFlag);
const flags = given.slice(asked.length);
const unknown = asked.filter((name) => !(name in engines));
if (unknown.length) throw new Error(`No engine is named ${unknown.join(', ')}. There are: ${Object.keys(engines).join(', ')}.`);

let running: RunningEngine | undefined;
process.on('exit', () => running?.end());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

for (const [name, engine] of Object.entries(engines)) {
  if (asked.length && !asked.includes(name)) continue;
  try {
    running = await startEngine(engine);
    console.log(running.version);
    const runner = await startTestRunner({ config: browserTestsIn(running.browser), argv: flags, readFileConfig: false, autoExitProcess: false });
    const passed = await new Promise<boolean>((resolve) => (runner ? runner.on('stopped', resolve) : resolve(false)));
    if (!passed) process.exitCode = 1;
  } catch (failure) {
    console.error((failure as Error).message);
    process.exitCode = 1;
  }
  running?.end();
}
process.exit();
