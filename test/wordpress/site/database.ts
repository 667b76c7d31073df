import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { end, untilAnswers, type Started } from './started.ts';

export interface Database extends Started {
  /** The only way in: it listens on no port. Anybody who may open it is root there, without a password. */
  socket: string;
}

/** Starts an empty MariaDB in `folder`, with one database called `wordpress`. */
export async function startDatabase(folder: string): Promise<Database> {
  const data = join(folder, 'database');
  const socket = join(folder, 'db.sock');
  const whose = `--user=${userInfo().username}`;
  execFileSync('/usr/bin/mariadb-install-db', ['--no-defaults', whose, `--datadir=${data}`, '--skip-test-db', '--auth-root-authentication-method=normal'], { stdio: 'pipe' });
  const server = spawn('/usr/sbin/mariadbd', ['--no-defaults', whose, `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'db.pid')}`, '--skip-networking', '--innodb-flush-log-at-trx-commit=0'], { stdio: 'ignore' });
  await untilAnswers(server, async () => existsSync(socket));
  execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute=CREATE DATABASE wordpress CHARACTER SET utf8mb4'], { stdio: 'pipe' });
  return { socket, close: () => end(server), abandon: () => server.kill('SIGKILL') };
}
