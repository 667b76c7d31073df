import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import type { ClientConfig } from 'pg';

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Brings the database's tables up to date. Servers that start at the same time wait for one another. */
export async function migrate(connection: ClientConfig): Promise<void> {
  await runner({
    databaseUrl: connection,
    dir: folder,
    direction: 'up',
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    log: () => {},
  });
  await migrateJobQueue(connection);
}

/** The tables of the job queue, which are its own. */
async function migrateJobQueue(connection: ClientConfig): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 });
  // A connection that breaks while it is used rejects what it was used for; that is enough.
  for (const event of ['error', 'connect'] as const) pool.on(event, () => {});
  try {
    await runMigrations({ pgPool: pool, logger: silent });
  } finally {
    await pool.end();
  }
}

const silent = new Logger(() => () => {});
