import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import type { PostgresBinaries } from './binaries.ts';
import { superuser } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { RunAs } from './run-as.ts';

const slowestStart = 60_000;
const slowestStop = 10_000;

/** A PostgreSQL server process of ours. */
export interface Postmaster {
  connection: ClientConfig;
  /** Settles when the process has ended, however it did. */
  ended: Promise<void>;
  /** Lets what runs finish its word, then ends it. */
  stop(): Promise<void>;
}

export const connectionTo = (cluster: Cluster, port: number): ClientConfig => ({
  host: socketFolder(cluster) ?? '127.0.0.1',
  port,
  user: superuser,
  password: cluster.password,
  database: 'postgres',
});

/**
 * Where the server's socket is: among its data, which nobody else may enter. It costs a tenth less of a processor than the
 * network does. Windows has none, and a system takes no path for one that is much longer than a hundred characters.
 */
function socketFolder({ data }: Cluster): string | undefined {
  const path = join(data, '.s.PGSQL.65535');
  return process.platform === 'win32' || !isAbsolute(data) || data.includes(',') || Buffer.byteLength(path) > 100 ? undefined : data;
}

/** Starts the server, reachable from this machine only. @throws with the server's own words when it will not start. */
export async function startPostmaster(cluster: Cluster, binaries: PostgresBinaries, runAs: RunAs | undefined): Promise<Postmaster> {
  const port = await freePort();
  const logFile = await open(cluster.logFile, 'w', 0o600);
  const child = spawn(binaries.postgres, ['-D', cluster.data, ...settings(cluster, port)], {
    ...runAs,
    cwd: cluster.data,
    // A group of its own: Ctrl-C in the terminal must reach us first, who still have requests to answer.
    detached: true,
    stdio: ['ignore', logFile.fd, logFile.fd],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await logFile.close();
  const connection = connectionTo(cluster, port);
  await untilReady(connection, child, cluster);
  return { connection, ended, stop: () => stop(child, ended, cluster, binaries) };
}

function settings(cluster: Cluster, port: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: socketFolder(cluster) ?? '',
    password_encryption: 'scram-sha-256',
    max_connections: 40,
    // A failed statement's text and values stay out of the log: they are about people.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function untilReady(connection: ClientConfig, child: ChildProcess, cluster: Cluster): Promise<void> {
  const deadline = Date.now() + slowestStart;
  while (!(await answers(connection))) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      child.kill('SIGQUIT');
      const said = (await readFile(cluster.logFile, 'utf8')).trim().split('\n').slice(-5).join('\n');
      throw new Error(`PostgreSQL did not start on ${cluster.data}. It said:\n${said}`);
    }
    await pause(25);
  }
}

/** Whether a server with this password answers there. */
export async function answers(connection: ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop(child: ChildProcess, ended: Promise<void>, cluster: Cluster, binaries: PostgresBinaries): Promise<void> {
  // Windows has no signals that ask: `kill` would be the end at once.
  if (process.platform === 'win32') await promisify(execFile)(binaries.pg_ctl, ['stop', '-D', cluster.data, '-m', 'fast']);
  else child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), slowestStop);
  await ended;
  clearTimeout(impatience);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was found on 127.0.0.1.');
  return address.port;
}
