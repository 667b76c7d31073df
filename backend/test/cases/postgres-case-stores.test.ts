import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmbeddedPostgres } from '../../src/node/postgres/embedded-postgres.ts';
import type { EmbeddedPostgres } from '../../src/node/postgres/embedded-postgres.ts';
import { migrate } from '../../src/node/postgres/migrations.ts';
import { createPostgresStore } from '../../src/node/postgres/postgres-store.ts';
import { recordingLog } from '../test-app.ts';
import { caseStoreConformance } from './case-store-conformance.ts';
import { documentBy, eventBy, later, newCaseId, noon, someCase } from './some-case.ts';

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

  it('are found among everybody\'s without reading those of others', async () => {
    const client = new pg.Client(postgres.connection);
    await client.connect();
    await client.query(rowsOfOthers);
    const store = await open();
    const mine = Array.from({ length: 1000 }, (_, index) => someCase(['reader'], { id: newCaseId(later(index)) }));
    await store.cases.insert(mine);
    await client.query('analyze');

    const asked = vi.spyOn(pg.Pool.prototype, 'query');
    const caseId = mine[0]?.case.id ?? '';
    const place = { personKey: 'reader', source: 'own', caseId };
    await store.cases.pageOf('reader', 1000);
    await store.cases.pageOf('reader', 1000, caseId);
    await store.cases.part(caseId, 'reader');
    await store.cases.find(caseId);
    await store.cases.bytesOf(caseId, 'document');
    await store.cases.endPart(caseId, 'reader');
    await store.readMarks.of('reader');
    await store.readMarks.find(place);
    await store.drafts.find(place);
    await store.uploads.find('upload');
    await store.uploads.bytesOf('upload');
    await store.uploads.append('upload', 0, new Uint8Array(1), undefined);
    await store.once.begin({ personKey: 'reader', key: 'key', fingerprint: '', begunAt: noon }, noon);
    for (const deleteOld of [store.drafts.deleteSavedBefore, store.uploads.deleteCreatedBefore, store.once.deleteBegunBefore]) await deleteOld(longAgo);

    const plans = [];
    for (const [sql, values] of asked.mock.calls as unknown as [string, unknown[]][]) {
      const { rows } = await client.query(`explain (format json) ${sql}`, values);
      plans.push({ sql, whole: tablesReadWhole(rows[0]['QUERY PLAN']) });
    }
    asked.mockRestore();
    await store.close();
    await client.end();
    expect(plans.length).toBeGreaterThan(15);
    expect(plans.filter(({ whole }) => whole.length > 0)).toEqual([]);
  });
});

const longAgo = new Date('2020-01-01T00:00:00Z');

/** Twenty thousand rows in each table, none of them the reader's. */
const rowsOfOthers = `
  insert into cases select 'case ' || n, now(), jsonb_build_object('title', repeat('x', 300)) from generate_series(1, 20000) n;
  insert into case_parts select 'case ' || n, 'person ' || n % 1000, 'applicant' from generate_series(1, 20000) n;
  insert into case_events select 'event ' || n, 'case ' || n, now(), null, 'x' from generate_series(1, 20000) n;
  insert into case_messages select 'message ' || n, 'case ' || n, now(), null, null, 'x', '{}', null from generate_series(1, 20000) n;
  insert into case_documents select 'document ' || n, 'case ' || n, now(), null, 'system', 'x', 'x', 'x', 1, null, '' from generate_series(1, 20000) n;
  insert into case_read_marks select 'person ' || n % 1000, 'own', 'case ' || n, now() from generate_series(1, 20000) n;
  insert into case_drafts select 'person ' || n % 1000, 'own', 'case ' || n, 'x', '{}', now() from generate_series(1, 20000) n;
  insert into uploads select 'upload ' || n, 'person ' || n % 1000, 'x', 1, 1, null, now() from generate_series(1, 20000) n;
  insert into upload_pieces select 'upload ' || n, 0, '' from generate_series(1, 20000) n;
  insert into once_calls select 'person ' || n % 1000, 'key ' || n, 'x', now(), null from generate_series(1, 20000) n;`;

/** The tables that a plan reads from end to end. */
function tablesReadWhole(plan: unknown): string[] {
  if (!(plan instanceof Object)) return [];
  const own = 'Node Type' in plan && plan['Node Type'] === 'Seq Scan' && 'Relation Name' in plan ? [String(plan['Relation Name'])] : [];
  return [...own, ...Object.values(plan).flatMap(tablesReadWhole)];
}
