import { expect, test } from 'vitest';
import { countReport } from '../../scripts/vitest-counts.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((outcome) => ({ status: outcome })) });

test('passed and failed tests are summed over all files', () => {
  expect(countReport({ testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] })).toEqual({ passed: 3, failed: 1 });
});

test('a skipped test counts as failed, since it proves nothing', () => {
  expect(countReport({ testResults: [file('passed', 'passed', 'skipped', 'todo')] })).toEqual({ passed: 1, failed: 2 });
});

test('a file that broke outside its tests counts as failed', () => {
  expect(countReport({ testResults: [file('failed'), file('failed', 'passed')] })).toEqual({ passed: 1, failed: 2 });
});

test('a file without tests counts as failed', () => {
  expect(countReport({ testResults: [file('passed')] })).toEqual({ passed: 0, failed: 1 });
});
