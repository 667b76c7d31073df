import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { migrate } from './postgres/migrations.ts';
import { createPostgresStore } from './postgres/postgres-store.ts';
import { accountForPostgres, makeFolderFor } from './postgres/run-as.ts';

/** A store, and the database that it is in. */
export interface Database {
  store: Store;
  connection: PoolConfig;
}

/** The store on the PostgreSQL at `databaseUrl`, or on one that is started on `dataFolder`, with its tables up to date. */
export async function openDatabase(databaseUrl: string | undefined, dataFolder: string, log: Log): Promise<Database> {
  if (databaseUrl) return storeOn({ connectionString: databaseUrl }, log);
  await makeFolderFor(accountForPostgres(), dataFolder);
  const postgres = await startEmbeddedPostgres(join(dataFolder, 'postgres'), log);
  try {
    const { store, connection } = await storeOn(postgres.connection, log);
    return { store: { ...store, close: () => store.close().finally(postgres.stop) }, connection };
  } catch (failure) {
    await postgres.stop();
    throw failure;
  }
}

async function storeOn(connection: PoolConfig, log: Log): Promise<Database> {
  await migrate(connection);
  return { store: createPostgresStore(connection, log), connection };
}
