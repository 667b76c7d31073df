import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';

interface Outcome {
  passed: number;
  /** What went wrong, ready to print. */
  failures: string[];
}

/** Prints a line for each test file and every failure in full; writes `{ passed, failed }` to `file` when one is given. */
export function countReporter({ file }: { file: string | undefined }): Reporter {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) {
        const { passed, failures } = outcomeOf(session);
        logger.log(`${failures.length ? '✗' : '✓'} ${relative(process.cwd(), testFile)}  ${passed} passed, ${failures.length} failed`);
        for (const failure of failures) logger.log(`\n${failure}\n`);
      }
    },
    onTestRunFinished({ sessions }) {
      const outcomes = sessions.map(outcomeOf);
      const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
      const failed = outcomes.reduce((sum, outcome) => sum + outcome.failures.length, 0);
      if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
      else console.log(`${passed} passed, ${failed} failed`);
    },
  };
}

/** A skipped test counts as failed: it proves nothing, and must be mended or removed. */
function outcomeOf({ errors, testResults, request404s, logs }: TestSession): Outcome {
  const outcome: Outcome = { passed: 0, failures: [] };
  for (const { name, message, stack } of errors) outcome.failures.push(`${name ?? 'Error'}: ${stack ?? message}`);
  if (errors.length) outcome.failures.push(...request404s.map((address) => `Not found: ${address}`));
  if (testResults) collect(testResults, [], outcome);
  if (outcome.failures.length && logs.length) {
    outcome.failures[outcome.failures.length - 1] += `\n  The page's console:\n${logs.map((line) => `    ${line.join(' ')}`).join('\n')}`;
  }
  return outcome;
}

function collect(suite: TestSuiteResult, path: string[], outcome: Outcome): void {
  for (const test of suite.tests) {
    const title = [...path, test.name].join(' › ');
    if (test.skipped) outcome.failures.push(`  ${title}\n    is skipped`);
    else if (test.passed) outcome.passed += 1;
    else outcome.failures.push(`  ${title}\n    ${test.error?.message ?? 'failed'}\n${expectation(test.error)}${test.error?.stack ?? ''}`);
  }
  for (const inner of suite.suites) collect(inner, [...path, inner.name].filter(Boolean), outcome);
}

function expectation(error: { expected?: string; actual?: string } | undefined): string {
  return error?.expected === undefined ? '' : `    expected: ${error.expected}\n    actual:   ${error.actual}\n`;
}
