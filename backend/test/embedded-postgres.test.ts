import { spawn } from 'node:child_process';
import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from '../../src/contract/schema.ts';
import { startEmbeddedPostgres } from '../src/node/postgres/embedded-postgres.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { recordingLog } from './test-app.ts';
import type { LogLine } from './test-app.ts';

const asRoot = process.getuid?.() === 0;
const starter = fileURLToPath(new URL('embedded-postgres-starter.ts', import.meta.url));

async function start(folder: string) {
  const lines: LogLine[] = [];
  const postgres = await startEmbeddedPostgres(folder, recordingLog(lines));
  onTestFinished(postgres.stop);
  return { ...postgres, events: () => lines.map(({ event }) => event) };
}

async function ask(connection: ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = async (folder: string) => Number((await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Another process that starts the database in `folder` and stays; answers its id when the database is up. */
async function startInAnotherProcess(folder: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', starter, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the other process ended')));
  });
  return child;
}

describe('the PostgreSQL that comes with npm', () => {
  it('starts with no set-up, keeps its data, and leaves no process behind', async () => {
    const folder = await temporaryFolder();
    const first = await start(folder);
    await ask(first.connection, 'create table kept as select 7 as figure');
    const pid = await postmasterOf(folder);
    await first.stop();
    expect(isAlive(pid)).toBe(false);

    const second = await start(folder);
    expect(await ask(second.connection, 'select figure from kept')).toEqual([{ figure: 7 }]);
    expect(first.events()).toEqual(['database-created', 'database-started', 'database-stopped']);
    expect(second.events()).toEqual(['database-started']);
  });

  it('answers on this machine only, and only to who knows the password', async () => {
    const folder = await temporaryFolder();
    const { connection } = await start(folder);
    expect(await ask(connection, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(ask({ ...connection, password: 'a guess' }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('recovers what was committed after the database was killed', async () => {
    const folder = await temporaryFolder();
    const first = await start(folder);
    await ask(first.connection, 'create table kept as select 7 as figure');
    process.kill(await postmasterOf(folder), 'SIGKILL');
    await expect.poll(first.events).toContain('database-ended-by-itself');
    const second = await start(folder);
    expect(await ask(second.connection, 'select figure from kept')).toEqual([{ figure: 7 }]);
  });

  it('ends the one that was left running when its server was killed, and goes on with its data', async () => {
    const folder = await temporaryFolder();
    const other = await startInAnotherProcess(folder);
    const left = await postmasterOf(folder);
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    expect(isAlive(left)).toBe(true);

    const mine = await start(folder);
    expect(mine.events()).toEqual(['database-was-left-running', 'database-started']);
    expect(isAlive(left)).toBe(false);
    expect(await ask(mine.connection, 'select figure from kept')).toEqual([{ figure: 7 }]);
  });

  it('refuses plainly while another server runs on the same data, and leaves that one alone', async () => {
    const folder = await temporaryFolder();
    const other = await startInAnotherProcess(folder);
    await expect(start(folder)).rejects.toThrow(`in use by process ${other.pid}`);
    expect(isAlive(await postmasterOf(folder))).toBe(true);
    other.kill('SIGTERM');
    await new Promise((resolve) => other.once('exit', resolve));
  });

  it('is not fooled by a lock file whose number now belongs to another program', async () => {
    const folder = await temporaryFolder();
    const first = await start(folder);
    const lockFile = join(folder, 'cluster/postmaster.pid');
    const lock = await readFile(lockFile, 'utf8');
    await first.stop();
    await writeFile(lockFile, lock.replace(/^\d+/, String(process.pid)));
    const second = await start(folder);
    expect(second.events()).toEqual(['database-started']);
  });

  it('starts over when the first start was cut off half way', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'password'), 'a password that was kept', { mode: 0o600 });
    const { connection } = await start(folder);
    expect(await ask(connection, 'select 7 as figure')).toEqual([{ figure: 7 }]);
  });

  it('works in a folder that only its own account may enter, root’s among them', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o700);
    const { connection } = await start(join(folder, 'postgres'));
    const [{ path }] = z.tuple([z.object({ path: z.string() })]).parse(await ask(connection, "select current_setting('data_directory') as path"));
    if (asRoot) onTestFinished(() => rm(dirname(path), { recursive: true }));
    // Root hands PostgreSQL to an account that cannot come in here.
    expect(path.startsWith(asRoot ? '/var/lib/kommun-widgets/' : folder)).toBe(true);
  });
});
