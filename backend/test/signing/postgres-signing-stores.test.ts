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
import { signingStoreConformance } from './signing-store-conformance.ts';

let folder: string;
let postgres: EmbeddedPostgres;
let client: pg.Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kommun-test-'));
  postgres = await startEmbeddedPostgres(folder, recordingLog([]));
  await migrate(postgres.connection);
  client = new pg.Client(postgres.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

signingStoreConformance('signing in PostgreSQL', async () => createPostgresStore(postgres.connection, recordingLog([])));

describe('the tables of signing', () => {
  it('refuse every change to what somebody has signed, and to the audit', async () => {
    for (const statement of [
      "update signing_evidence set document_hash = 'other'",
      'delete from signing_evidence',
      "update signing_audit set outcome = 'other'",
      'delete from signing_audit',
      "begin; set local kommun.retention = 'signing_audit'; delete from signing_audit",
      'truncate signing_audit',
      'truncate signing_evidence',
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/append-only/);
      await client.query('rollback');
    }
    expect((await client.query('select 1 from signing_audit')).rowCount).toBeGreaterThan(0);
  });

  it('hold one submission for each signing, whoever tries to write a second', async () => {
    const { rows } = await client.query<{ id: string }>('select id from signings limit 1');
    const submission = (id: string) =>
      client.query("insert into signing_outbox (id, signing_id, kind, state, queued_at) values ($1, $2, 'submission', 'queued', now())", [id, rows[0]?.id]);
    await submission('first');
    await expect(submission('second')).rejects.toThrow(/one_submission/);
  });

  it('have a job for each entry of the outbox, made with it', async () => {
    const { rows } = await client.query<{ id: string; jobs: number }>(
      `select entry.id, count(job.id)::integer as jobs from signing_outbox entry
       left join graphile_worker.jobs job on job.key = entry.id where entry.id not in ('first', 'second') group by entry.id`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ jobs }) => jobs === 1)).toBe(true);
  });
});
