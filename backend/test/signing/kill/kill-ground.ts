import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../src/node/postgres/embedded-postgres.ts';
import { migrate } from '../../../src/node/postgres/migrations.ts';
import { createPostgresStore } from '../../../src/node/postgres/postgres-store.ts';
import { createKeyedNames } from '../../../src/secrets/keyed-names.ts';
import { secureRandom } from '../../../src/secrets/random.ts';
import { createSeal } from '../../../src/secrets/seal.ts';
import { createSessions } from '../../../src/session/sessions.ts';
import { recordingLog, testApp } from '../../test-app.ts';
import { identityOf } from '../persons.ts';
import { bundledProcess } from './bundle.ts';
import { fastClock } from './kill-setting.ts';

/** What a run stands on, and looks at what is left through: never killed itself. */
export type Ground = Awaited<ReturnType<typeof layGround>>;

/** A PostgreSQL with its tables, the keys that all processes share, and a way to be logged in. */
export async function layGround() {
  const folder = await mkdtemp(join(tmpdir(), 'kommun-kill-'));
  const log = recordingLog([]);
  const postgres = await startEmbeddedPostgres(folder, log);
  const { connection } = postgres;
  await migrate(connection);
  const store = createPostgresStore(connection, log);
  const database = new pg.Client(connection);
  await database.connect();
  const bundle = await bundledProcess();
  const since = Date.now();
  const key = randomBytes(32);
  const [seal, keyedNames] = [await createSeal(Uint8Array.from(key), secureRandom), await createKeyedNames(Uint8Array.from(key))];
  const { deps } = await testApp({ deps: { store, seal, keyedNames } });
  const sessions = createSessions({ ...deps, clock: fastClock(since) });
  return {
    store,
    database,
    seal,
    keyedNames,
    since,
    process: bundle.file,
    setting: { connection, key: key.toString('hex'), since },
    /** The secret of a browser in which that person is logged in. */
    logIn: async (person: string): Promise<string> => (await sessions.create(identityOf(person))).token,
    async clear(): Promise<void> {
      await database.end();
      await store.close();
      await postgres.stop();
      await bundle.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
