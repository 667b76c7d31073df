import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts from vitest's JSON report. A skipped test counts as failed, and so does a file that broke outside its tests. */
export function readVitestCounts(file: string): Counts {
  return countReport(JSON.parse(readFileSync(file, 'utf8')) as Report);
}

export function countReport({ testResults }: Report): Counts {
  const sum: Counts = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of testResults) {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.length - passed;
    sum.passed += passed;
    sum.failed += failed || (status === 'failed' || passed === 0 ? 1 : 0);
  }
  return sum;
}
