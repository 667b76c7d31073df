import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
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
}
