import { systemClock } from '../clock.ts';
import { retain, retentionText } from '../retention/retention.ts';
import { openDatabase } from './database.ts';
import { readMunicipalityFile } from './municipality-file.ts';
import { pinoLog } from './pino-log.ts';
import { optionsFrom } from './run-until-signal.ts';
import { defaultDataFolder } from './server.ts';

// `npm run retention`: what the server does every night, now; with `-- --dry-run` it only says what that would be.
const given = process.argv.slice(2);
try {
  const unknown = given.find((argument) => argument !== '--dry-run');
  if (unknown !== undefined) throw new Error(`${unknown} is not known. There is --dry-run, and nothing else.`);
  const mode = { dryRun: given.length > 0 };
  const { municipalityFile, databaseUrl, dataFolder = defaultDataFolder } = optionsFrom(process.env);
  const municipality = readMunicipalityFile(municipalityFile);
  const log = { ...pinoLog(process.stderr), info: () => {} };
  const { store } = await openDatabase(databaseUrl, dataFolder, log);
  try {
    console.log(retentionText(await retain({ store, clock: systemClock, municipality, log }, mode), mode));
  } finally {
    await store.close();
  }
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : 'Retention could not be done.');
  process.exitCode = 1;
}
