import { createHash } from 'node:crypto';
import { mkdir, readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import type { Log } from '../../log.ts';
import { postgresBinaries } from './binaries.ts';
import { openCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { answers, connectionTo, startPostmaster } from './postmaster.ts';
import { accountForPostgres, canBeReachedByNobody, makeFolderFor } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** A PostgreSQL that this process started, and that ends with it. */
export interface EmbeddedPostgres {
  connection: ClientConfig;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with npm on the data in `folder`; nothing has to be set up, and root may do it.
 * One that was left running when its starter was killed is ended first.
 * @throws with words for the person at the terminal when it cannot be done.
 */
export async function startEmbeddedPostgres(folder: string, log: Log): Promise<EmbeddedPostgres> {
  const runAs = accountForPostgres();
  const binaries = await postgresBinaries(runAs, log);
  const home = runAs ? await reachableHome(runAs, resolve(folder), log) : resolve(folder);
  const cluster = await openCluster(home, binaries, runAs, log);
  await endAbandoned(cluster, log);

  const postmaster = await startPostmaster(cluster, binaries, runAs);
  await writeFile(cluster.starterFile, String(process.pid));
  log.info('database-started', { folder: home, port: postmaster.connection.port });

  let stopping = false;
  void postmaster.ended.then(() => stopping || log.error('database-ended-by-itself', { folder: home }));
  const endWithProcess = () => void postmaster.stop();
  process.once('exit', endWithProcess);
  return {
    connection: postmaster.connection,
    async stop() {
      stopping = true;
      process.off('exit', endWithProcess);
      await postmaster.stop();
      await rm(cluster.starterFile, { force: true });
      log.info('database-stopped');
    },
  };
}

/** `folder`, or when the account that runs PostgreSQL cannot enter it, one below /var/lib that stands for it. */
async function reachableHome(runAs: RunAs, folder: string, log: Log): Promise<string> {
  await makeFolderFor(runAs, folder);
  if (await canBeReachedByNobody(folder)) return folder;
  const home = join('/var/lib/kommun-widgets', createHash('sha256').update(folder).digest('hex').slice(0, 12));
  await mkdir(home, { recursive: true, mode: 0o755 });
  log.info('database-elsewhere', { wanted: folder, used: home, because: 'the account that runs it cannot enter the folder' });
  return home;
}

async function endAbandoned(cluster: Cluster, log: Log): Promise<void> {
  const running = await runningPostmaster(cluster);
  if (!running) return;
  const starter = Number(await readFile(cluster.starterFile, 'utf8').catch(() => '0'));
  if (starter > 0 && starter !== process.pid && isAlive(starter)) {
    throw new Error(
      `The database in ${cluster.data} is in use by process ${starter}. ` +
        'Stop that one first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  log.info('database-was-left-running', { pid: running });
  process.kill(running, 'SIGINT');
  for (let waited = 0; isAlive(running); waited += 50) {
    if (waited > 10_000) throw new Error(`The PostgreSQL process ${running} was left running and does not stop.`);
    await pause(50);
  }
}

/** The process that serves this data now. A lock file whose process has ended, or is another program by now, is removed. */
async function runningPostmaster(cluster: Cluster): Promise<number | undefined> {
  const lockFile = join(cluster.data, 'postmaster.pid');
  if (!existsSync(lockFile)) return undefined;
  const [pid = '', , , port = ''] = (await readFile(lockFile, 'utf8')).split('\n');
  if (isAlive(Number(pid)) && (await serves(Number(pid), Number(port), cluster))) return Number(pid);
  await rm(lockFile, { force: true });
  return undefined;
}

async function serves(pid: number, port: number, cluster: Cluster): Promise<boolean> {
  if (process.platform !== 'linux') return answers(connectionTo(cluster, port));
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
  return workingFolder === (await realpath(cluster.data));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM';
  }
}
