import { firstBroken } from '../signing/audit-chain.ts';
import { openDatabase } from './database.ts';
import { pinoLog } from './pino-log.ts';
import { optionsFrom } from './run-until-signal.ts';
import { defaultDataFolder } from './server.ts';

// `npm run audit`: whether every row of the signing's audit is as it was written, and none is missing in between.
try {
  const { databaseUrl, dataFolder = defaultDataFolder } = optionsFrom(process.env);
  const { store } = await openDatabase(databaseUrl, dataFolder, { ...pinoLog(process.stderr), info: () => {} });
  try {
    const rows = await store.signing.audit();
    const broken = await firstBroken(rows);
    if (broken !== undefined) throw new Error(`The audit is broken at row ${broken}.`);
    const last = rows.at(-1);
    console.log(`The audit is whole: ${rows.length} rows${last ? `, the last with the hash ${last.hash}` : ''}.`);
  } finally {
    await store.close();
  }
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : 'The audit could not be read.');
  process.exitCode = 1;
}
