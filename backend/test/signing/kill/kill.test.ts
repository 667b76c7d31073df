import { describe, expect, it } from 'vitest';
import { killRun } from './kill-run.ts';

describe('two backends that are killed while guardians sign', () => {
  it('lose no signature that was acknowledged, and hand no case over twice or half signed', { timeout: 240_000 }, async () => {
    const report = await killRun({ cases: 8, seconds: 150, killEvery: 2000, killAfter: { acknowledged: 0.15, signed: 0.15, sent: 0.15 } });
    expect(report).toMatchObject({ violations: [], unfinished: 0 });
    expect(report.kills).toBeGreaterThan(3);
    expect(report.acknowledged).toBeGreaterThan(10);
  });

  it('are caught when they acknowledge before they have written', { timeout: 240_000 }, async () => {
    const { violations, acknowledged } = await killRun({ cases: 2, seconds: 15, killAfter: { acknowledged: 1, signed: 0, sent: 0 }, isHasty: true });
    expect(acknowledged).toBeGreaterThan(0);
    expect(violations).toEqual(expect.arrayContaining([expect.stringMatching(/^I2: .* is not there/)]));
  });
});
