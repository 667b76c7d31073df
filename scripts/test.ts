import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { readVitestCounts, type Counts } from './vitest-counts.ts';

/** One part of `npm test`. A stage without counts of its own is a single check, passed when its command succeeds. */
interface Stage {
  name: string;
  command: string[];
  counts?: (file: string) => Counts;
  /** Prepares what other stages need and proves nothing by itself. */
  preparation?: true;
  /** Stages that must have succeeded first. */
  needs?: string[];
}

const longestStage = 30 * 60_000;
const countsFolder = join('dist', 'test-counts');

const stages: Stage[] = [
  { name: 'types', command: ['tsc', '--build'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'unit', command: vitest('unit'), counts: readVitestCounts },
  { name: 'backend', command: vitest('backend'), counts: readVitestCounts },
  { name: 'build', command: ['npm', 'run', 'build', '--silent'], preparation: true },
  { name: 'browser', command: ['tsx', 'scripts/browser-tests.ts'], counts: (file) => JSON.parse(readFileSync(file, 'utf8')) as Counts },
  { name: 'editors', command: vitest('editors'), counts: readVitestCounts, needs: ['build'] },
  { name: 'e2e', command: vitest('e2e'), counts: readVitestCounts, needs: ['build'] },
];

function vitest(project: string): string[] {
  const report = join(countsFolder, `${project}.json`);
  return ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
}

/** Runs one stage to its end; its output is kept for when something failed. */
async function run({ command, name }: Stage): Promise<{ ok: boolean; output: string }> {
  const [program = '', ...options] = command;
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };
  const env = { ...process.env, ...colours, TEST_COUNTS: countsFile(name), PATH: `${join(process.cwd(), 'node_modules', '.bin')}${delimiter}${process.env['PATH']}` };
  const child = spawn(program, options, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: longestStage });
  const output: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => output.push(piece));
  child.stderr.on('data', (piece: Buffer) => output.push(piece));
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => (output.push(Buffer.from(error.message)), resolve(false)));
    child.on('close', (code) => resolve(code === 0));
  });
  return { ok, output: Buffer.concat(output).toString() };
}

const countsFile = (name: string): string => join(countsFolder, `${name}.json`);

/** What a finished stage adds to the sum. One that crashed, or that found no test at all, has failed. */
function outcome({ name, counts, preparation }: Stage, ok: boolean): Counts {
  if (preparation) return { passed: 0, failed: ok ? 0 : 1 };
  if (!counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const counted = existsSync(countsFile(name)) ? counts(countsFile(name)) : { passed: 0, failed: 0 };
  const nothingRan = counted.passed + counted.failed === 0;
  const failedUnseen = !ok && counted.failed === 0;
  return { passed: counted.passed, failed: counted.failed + (nothingRan || failedUnseen ? 1 : 0) };
}

async function runAll(chosen: Stage[]): Promise<Counts> {
  const sum: Counts = { passed: 0, failed: 0 };
  const failed = new Set<string>();
  for (const stage of chosen) {
    process.stdout.write(`${stage.name.padEnd(8)} `);
    const start = performance.now();
    const missing = stage.needs?.find((name) => failed.has(name));
    const { ok, output } = missing ? { ok: false, output: `Not run, since ${missing} failed.` } : await run(stage);
    const counted = outcome(stage, ok);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${counted.failed ? '✗' : '✓'} ${stage.preparation ? 'done' : `${counted.passed} passed, ${counted.failed} failed`}  (${seconds} s)`);
    if (counted.failed) {
      failed.add(stage.name);
      console.log(`\n${output.trim() || 'It ran no test.'}\n`);
    }
    sum.passed += counted.passed;
    sum.failed += counted.failed;
  }
  return sum;
}

// `npm test -- unit e2e` runs those stages only.
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length) throw new Error(`No stage is named ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`);
const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

rmSync(countsFolder, { recursive: true, force: true });
mkdirSync(countsFolder, { recursive: true });
try {
  if (chosen.some(({ name }) => ['browser', 'editors', 'e2e'].includes(name))) ensureBrowser();
} catch (error) {
  console.log((error as Error).message);
}
const { passed, failed } = await runAll(chosen);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
