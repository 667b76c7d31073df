import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../../log.ts';
import type { PostgresBinaries } from './binaries.ts';
import { makeFolderFor } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** The files of one embedded database, all in one folder. */
export interface Cluster {
  /** PostgreSQL's own data directory. */
  data: string;
  /** What the server said at its last start. */
  logFile: string;
  /** Which of our processes started the server. */
  starterFile: string;
  password: string;
}

export const superuser = 'kommun';

/** Opens the database in `folder`, and makes an empty one the first time. */
export async function openCluster(
  folder: string,
  binaries: PostgresBinaries,
  runAs: RunAs | undefined,
  log: Log,
): Promise<Cluster> {
  await makeFolderFor(runAs, folder);
  const cluster: Cluster = {
    data: join(folder, 'cluster'),
    logFile: join(folder, 'postgres.log'),
    starterFile: join(folder, 'starter.pid'),
    password: await keptPassword(join(folder, 'password')),
  };
  if (!existsSync(cluster.data)) {
    log.info('database-created', { folder });
    await initialize(cluster, folder, binaries, runAs);
  }
  return cluster;
}

async function keptPassword(file: string): Promise<string> {
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFile(file, 'utf8');
}

/** Works in a folder of its own and renames it last, so that a start that was cut off leaves no half database. */
async function initialize(cluster: Cluster, folder: string, binaries: PostgresBinaries, runAs: RunAs | undefined): Promise<void> {
  const workshop = await mkdtemp(join(folder, 'new-'));
  try {
    const data = join(workshop, 'cluster');
    const passwordFile = join(workshop, 'password');
    await writeFile(passwordFile, cluster.password, { mode: 0o600 });
    if (runAs) for (const path of [workshop, passwordFile]) await chown(path, runAs.uid, runAs.gid);
    const settings = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', `--username=${superuser}`];
    await promisify(execFile)(binaries.initdb, [...settings, `--pwfile=${passwordFile}`, `--pgdata=${data}`], { ...runAs, cwd: workshop });
    await rename(data, cluster.data);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}
