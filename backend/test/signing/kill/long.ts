// The long form of kill.test.ts: `npm run test:kill`, or with another number of cases `npm run test:kill -- 20`.
import { killRun } from './kill-run.ts';

const cases = Number(process.argv[2] ?? 60);
const { violations, unfinished, kills, acknowledged } = await killRun({ cases, seconds: 60 + cases * 10, killEvery: 1500, killAfter: { acknowledged: 0.15, signed: 0.15, sent: 0.15 } });

console.log(`${cases} cases, ${kills} kills, ${acknowledged} signatures acknowledged, ${unfinished} cases not carried to their end.`);
console.log(violations.length === 0 ? 'Nothing that must not happen has happened.' : violations.join('\n'));
process.exitCode = violations.length + unfinished > 0 ? 1 : 0;
