import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../src/node/postgres/embedded-postgres.ts';
import type { EmbeddedPostgres } from '../src/node/postgres/embedded-postgres.ts';
import { migrate } from '../src/node/postgres/migrations.ts';
import { createPostgresStore } from '../src/node/postgres/postgres-store.ts';
import { recordingLog } from './test-app.ts';
import type { LogLine } from './test-app.ts';
import { storeConformance } from './store-conformance.ts';

let folder: string;
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kommun-test-'));
  postgres = await startEmbeddedPostgres(folder, recordingLog([]));
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

storeConformance('the store in PostgreSQL', async () => {
  await migrate(postgres.connection);
  return createPostgresStore(postgres.connection, recordingLog([]));
});

describe('the tables', () => {
  it('are made once, even when several servers start at the same time', async () => {
    await Promise.all([migrate(postgres.connection), migrate(postgres.connection), migrate(postgres.connection)]);
    const client = new pg.Client(postgres.connection);
    await client.connect();
    const { rows } = await client.query('select name from migrations order by id');
    await client.end();
    const files = (await readdir(fileURLToPath(new URL('../migrations', import.meta.url)))).sort();
    expect(rows.map(({ name }) => `${name}.sql`)).toEqual(files);
  });
});

describe('a lost connection', () => {
  it('is logged without ending the process, and the next call works again', async () => {
    const lines: LogLine[] = [];
    const store = createPostgresStore({ ...postgres.connection, application_name: 'to-be-cut' }, recordingLog(lines));
    await store.ping();
    const admin = new pg.Client(postgres.connection);
    await admin.connect();
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-cut'");
    await admin.end();
    await expect.poll(() => lines.map(({ event }) => event)).toContain('database-connection-lost');
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });
});
