import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startEmbeddedPostgres } from '../../src/node/postgres/embedded-postgres.ts';
import type { EmbeddedPostgres } from '../../src/node/postgres/embedded-postgres.ts';
import { workOffJobs } from '../../src/node/postgres/jobs.ts';
import { migrate } from '../../src/node/postgres/migrations.ts';
import { createPostgresStore } from '../../src/node/postgres/postgres-store.ts';
import { smtpMail } from '../../src/node/smtp-mail.ts';
import type { Store } from '../../src/store/store.ts';
import { lineToDatabase } from '../line-to-database.ts';
import { recordingLog } from '../test-app.ts';
import { addresses, erik, mailWorld } from './mail-world.ts';
import type { MailWorld } from './mail-world.ts';
import { mailServer } from './smtp-server.ts';

let folder: string;
let postgres: EmbeddedPostgres;
let store: Store;
let client: pg.Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kommun-test-'));
  postgres = await startEmbeddedPostgres(folder, recordingLog([]));
  await migrate(postgres.connection);
  store = createPostgresStore(postgres.connection, recordingLog([]));
  client = new pg.Client(postgres.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await store.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const soon = { timeout: 15_000 };

async function arrange() {
  const server = await mailServer();
  const world = await mailWorld(smtpMail({ url: server.url, from: 'no-reply@kommun.test' }, 'Provköping'), { store });
  return { server, ...world };
}

/** A server's work, until the test is over. */
async function atWork({ outbox, deps }: MailWorld, { nightly = async () => {}, address }: { nightly?: () => Promise<void>; address?: { host: string; port: number } } = {}): Promise<() => Promise<void>> {
  let stopping: Promise<void> | undefined;
  const stop = await workOffJobs({ ...postgres.connection, ...address }, { outbox, queued: () => deps.store.signing.queued(), nightly }, deps.log);
  const once = () => (stopping ??= stop());
  onTestFinished(once);
  return once;
}

describe('a server on PostgreSQL', () => {
  it('delivers a mail that was queued while it ran, and one that lay there before', async () => {
    const world = await arrange();
    const before = await world.queue('invitation', erik);
    await atWork(world);
    const during = await world.queue('complete', erik);
    for (const { id } of [before, during]) await vi.waitFor(async () => expect(await world.stateOf(id)).toBe('delivered'), soon);
    expect(world.server.received.map(({ to }) => to)).toEqual([[addresses[erik]], [addresses[erik]]]);
  });

  it('says that a mail is undeliverable when the other side answers 550 to its address', async () => {
    const world = await arrange();
    world.server.answer.recipient = 550;
    const { id } = await world.queue('invitation', erik);
    await atWork(world);
    await vi.waitFor(async () => expect(await world.stateOf(id)).toBe('undeliverable'), soon);
    expect(world.server.received).toEqual([]);
  });

  it('tries again after a refusal that will pass, by itself, with the same mail', async () => {
    const world = await arrange();
    world.server.answer.message = 451;
    const { id } = await world.queue('invitation', erik);
    await atWork(world);
    await vi.waitFor(() => expect(world.log).toMatchObject([{ event: 'outbox-delayed' }]), soon);
    expect(await world.stateOf(id)).toBe('queued');
    world.server.answer.message = 250;
    await vi.waitFor(async () => expect(await world.stateOf(id)).toBe('delivered'), soon);
    expect(world.server.received.map(({ mail }) => mail.messageId)).toEqual([`<${id}@kommun.test>`]);
    const { rows } = await client.query<{ errors: string | null }>('select string_agg(last_error, $1) as errors from graphile_worker.jobs', [' ']);
    expect(rows[0]?.errors ?? '').not.toContain(addresses[erik]);
  });

  it('delivers what waited for a mail server that was away when the work begins again', async () => {
    const world = await arrange();
    await world.server.stop();
    const { id } = await world.queue('invitation', erik);
    const stop = await atWork(world);
    await vi.waitFor(() => expect(world.log).toMatchObject([{ event: 'outbox-delayed' }]), soon);
    await stop();
    const again = await mailServer(world.server.port);
    await atWork(world);
    await vi.waitFor(async () => expect(await world.stateOf(id)).toBe('delivered'), soon);
    expect(again.received).toHaveLength(1);
  });

  it('takes over, when it starts, what a server that was killed had in its hands, and what was tried too often', async () => {
    const world = await arrange();
    const [held, dead] = [await world.queue('invitation', erik), await world.queue('submission')];
    await client.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed' where key = $1", [held.id]);
    await client.query('update graphile_worker._private_jobs set attempts = max_attempts where key = $1', [dead.id]);
    await atWork(world);
    for (const { id } of [held, dead]) await vi.waitFor(async () => expect(await world.stateOf(id)).toBe('delivered'), soon);
  });

  it('goes on by itself when the database has been away', async () => {
    const world = await arrange();
    const line = await lineToDatabase();
    line.leadTo(postgres.connection.port);
    await atWork(world, { address: { host: '127.0.0.1', port: line.port } });
    line.leadTo(undefined);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()');
    await vi.waitFor(() => store.ping(), soon);
    await vi.waitFor(() => expect(world.log).toContainEqual(expect.objectContaining({ event: 'database-connection-lost' })), soon);
    const { id } = await world.queue('invitation', erik);
    line.leadTo(postgres.connection.port);
    await vi.waitFor(async () => expect(await world.stateOf(id)).toBe('delivered'), soon);
  });

  it('does what is to be done each night, again when it fails, and has it planned', async () => {
    const world = await arrange();
    const nightly = vi.fn<() => Promise<void>>(async () => {}).mockRejectedValueOnce(new Error('about somebody'));
    await atWork(world, { nightly });
    await client.query("select graphile_worker.add_job('nightly')");
    await vi.waitFor(() => expect(nightly).toHaveBeenCalledTimes(2), soon);
    const { rows } = await client.query('select identifier from graphile_worker._private_known_crontabs');
    expect(rows).toEqual([{ identifier: 'nightly' }]);
  });

  it('finishes the mail that it is sending before it stops', async () => {
    const world = await arrange();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const sending = vi.fn<() => Promise<void>>(() => held);
    const slow = await mailWorld({ send: sending }, { store });
    const { id } = await slow.queue('invitation', erik);
    const stop = await atWork(slow);
    await vi.waitFor(() => expect(sending).toHaveBeenCalled(), soon);
    const stopped = stop();
    release();
    await stopped;
    expect(await slow.stateOf(id)).toBe('delivered');
    expect(await world.deps.store.signing.queued()).not.toContain(id);
  });
});
