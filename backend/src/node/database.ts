import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { migrate } from './postgres/migrations.ts';
import { createPostgresStore } from './postgres/postgres-store.ts';
import { accountForPostgres, makeFolderFor } from './postgres/run-as.ts';

/** The store on the PostgreSQL at `databaseUrl`, or on one that is started on `dataFolder`, with its tables up to date. */
export async function openDatabase(databaseUrl: string | undefined, dataFolder: string, log: Log): Promise<Store> {
  if (databaseUrl) return storeOn({ connectionString: databaseUrl }, log);
  await makeFolderFor(accountForPostgres(), dataFolder);
  const postgres = await startEmbeddedPostgres(join(dataFolder, 'postgres'), log);
  try {
    const store = await storeOn(postgres.connection, log);
    return { ...store, close: () => store.close().finally(postgres.stop) };
  } catch (failure) {
    await postgres.stop();
    throw failure;
  }
}

async function storeOn(connection: PoolConfig, log: Log): Promise<Store> {
  await migrate(connection);
  return createPostgresStore(connection, log);
}
