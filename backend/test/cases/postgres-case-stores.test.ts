import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../src/node/postgres/embedded-postgres.ts';
import type { EmbeddedPostgres } from '../../src/node/postgres/embedded-postgres.ts';
import { migrate } from '../../src/node/postgres/migrations.ts';
import { createPostgresStore } from '../../src/node/postgres/postgres-store.ts';
import { recordingLog } from '../test-app.ts';
import { caseStoreConformance } from './case-store-conformance.ts';
import { documentBy, eventBy, noon, someCase } from './some-case.ts';

let folder: string;
let postgres: EmbeddedPostgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kommun-test-'));
  postgres = await startEmbeddedPostgres(folder, recordingLog([]));
  await migrate(postgres.connection);
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = async () => createPostgresStore(postgres.connection, recordingLog([]));
caseStoreConformance('cases in PostgreSQL', open);

describe('cases in PostgreSQL', () => {
  it('are stored whole or not at all', async () => {
    const store = await open();
    const one = someCase(['me'], {}, { events: [eventBy(undefined, noon)], documents: [documentBy(undefined, noon)] });
    const twice = someCase(['me'], {}, { documents: one.documents });
    await store.cases.insert([one]);
    await expect(store.cases.insert([twice])).rejects.toThrow(/duplicate key/);
    expect(await store.cases.find(twice.case.id)).toBeUndefined();
    expect(await store.cases.pageOf('me', 9)).toHaveLength(1);
    await store.close();
  });

  it('are listed for a person by an index, not by reading everybody\'s', async () => {
    const client = new pg.Client(postgres.connection);
    await client.connect();
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      "explain select * from case_parts where person_key = 'me' and case_id < '01' order by case_id desc limit 10",
    );
    await client.end();
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('case_parts_pkey');
    expect(plan).not.toContain('Sort');
  });
});
