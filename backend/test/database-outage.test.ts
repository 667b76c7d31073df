import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientConfig, PoolConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { eidOrderSchema } from '../../src/contract/eid-order.ts';
import { clientHeader } from '../../src/contract/paths.ts';
import { appTransactionSchema, simulatorPaths } from '../src/eid/simulated/simulated-app.contract.ts';
import { startEmbeddedPostgres } from '../src/node/postgres/embedded-postgres.ts';
import type { EmbeddedPostgres } from '../src/node/postgres/embedded-postgres.ts';
import { inTransaction } from '../src/node/postgres/in-transaction.ts';
import { migrate } from '../src/node/postgres/migrations.ts';
import { openPool } from '../src/node/postgres/pool.ts';
import { createPostgresStore } from '../src/node/postgres/postgres-store.ts';
import { startServer } from '../src/node/server.ts';
import { apiBase } from '../src/openapi/operations.ts';
import { StoreOutage } from '../src/store/store.ts';
import { createBrowser } from './browser.ts';
import { lineToDatabase } from './line-to-database.ts';
import { readAnswer } from './read-answer.ts';
import { recordingLog } from './test-app.ts';

const municipalityFile = fileURLToPath(new URL('../municipality.json', import.meta.url));

let folder: string;
let postgres: EmbeddedPostgres;
const startDatabase = async () => void (postgres = await startEmbeddedPostgres(folder, recordingLog([])));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kommun-test-'));
  await startDatabase();
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The database at the far end of a line that the test can break. */
async function lined() {
  const line = await lineToDatabase();
  line.leadTo(postgres.connection.port);
  const connection: ClientConfig = { ...postgres.connection, host: '127.0.0.1', port: line.port };
  return { line, connection };
}

describe('a store', () => {
  async function storeOnLine(changes: PoolConfig = {}) {
    const { line, connection } = await lined();
    await migrate(connection);
    const store = createPostgresStore({ ...connection, ...changes }, recordingLog([]));
    onTestFinished(() => store.close());
    return { line, store };
  }

  it('whose database says nothing any more gives up, whether or not it was connected', async () => {
    const { line, store } = await storeOnLine({ query_timeout: 100, connectionTimeoutMillis: 100 });
    await store.ping();
    line.hold();
    await expect(store.sessions.find('over a connection that it has')).rejects.toThrow(StoreOutage);
    await expect(store.sessions.find('over a new one')).rejects.toThrow(StoreOutage);
  });

  it('tells a fault of its own from an outage', async () => {
    const { store } = await storeOnLine();
    await expect(store.faqFeedback.count('question', true, 'no day')).rejects.not.toThrow(StoreOutage);
  });
});

describe('a transaction whose connection breaks', () => {
  it('fails, and the process lives on', async () => {
    const pool = openPool(postgres.connection, recordingLog([]));
    onTestFinished(() => pool.end());
    const broken = inTransaction(pool, async (client) => {
      const ended = new Promise<void>((resolve) => client.on('end', resolve));
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await ended;
      await client.query('select 1');
    });
    await expect(broken).rejects.toThrow('not queryable');
    expect(await inTransaction(pool, async () => 'next')).toBe('next');
  });
});

describe('a server whose database is away for a while', () => {
  it('says so with a time to come back, and afterwards serves on, with everybody still logged in', async () => {
    const { line, connection } = await lined();
    const databaseUrl = `postgres://${connection.user}:${connection.password}@127.0.0.1:${line.port}/${connection.database}`;
    const server = await startServer({ municipalityFile, port: 0, databaseUrl, dataFolder: folder, env: {}, log: recordingLog([]) });
    onTestFinished(server.close);
    const page = createBrowser(fetch, server.url + apiBase);
    const isReady = async () => (await fetch(new URL('/readyz', server.url))).ok;
    const startOrder = () => page.post('eid/orders', { purpose: 'login', provider: 'mobile-eid', device: 'other' });
    const { id, qr } = await readAnswer(eidOrderSchema, startOrder());
    await approve(server.url, qr);
    const order = () => readAnswer(eidOrderSchema, page.get(`eid/orders/${id}`));
    await expect.poll(async () => (await order()).state, { timeout: 10_000 }).toBe('complete');
    await page.post('session', { orderId: id });

    await postgres.stop();
    line.leadTo(undefined);
    expect(await isReady()).toBe(false);
    const calls = [() => page.get('session'), () => page.post('session/extend'), () => page.get(`eid/orders/${id}`), startOrder, () => page.get('cases')];
    for (const call of calls) {
      const answer = await call();
      expect(answer.status).toBe(503);
      expect(answer.headers.get('Retry-After')).toBe('5');
      expect(await answer.json()).toMatchObject({ code: 'maintenance', retryAfter: 5 });
    }
    expect((await page.get('config')).status).toBe(200);

    await startDatabase();
    line.leadTo(postgres.connection.port);
    expect(await isReady()).toBe(true);
    expect(await (await page.get('session')).json()).toMatchObject({ person: { displayName: 'Karin Lindgren' } });
    expect((await startOrder()).status).toBe(201);
  });
});

/** The owner of the app scans the code and approves. */
async function approve(host: string, qr: string | undefined): Promise<void> {
  const headers = { Origin: host, [clientHeader.name]: clientHeader.value, 'Content-Type': 'application/json' };
  const phone = (path: string, body: object) => fetch(new URL(path, host), { method: 'POST', headers, body: JSON.stringify(body) });
  const { transaction } = await readAnswer(appTransactionSchema, phone(simulatorPaths.scan, { content: qr }));
  expect((await phone(simulatorPaths.transaction(transaction), { act: 'approve', person: 'karin' })).status).toBe(200);
}
