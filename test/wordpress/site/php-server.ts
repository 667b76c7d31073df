import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { end, untilAnswers, type Started } from './started.ts';

export interface PhpServer extends Started {
  url: string;
}

/** Serves the PHP of `folder` at a port of its own. */
export async function servePhp(folder: string, port: number, env: NodeJS.ProcessEnv): Promise<PhpServer> {
  const url = `http://localhost:${port}`;
  // An editor's page asks for much at once. Workers are children that end with the server only when its whole group does.
  const server = spawn('php', ['-S', `localhost:${port}`, '-t', folder], { env: { ...process.env, ...env, PHP_CLI_SERVER_WORKERS: '4' }, stdio: 'ignore', detached: true });
  await untilAnswers(server, () => fetch(`${url}/license.txt`).then(() => true, () => false));
  server.kill = (signal) => killGroup(server.pid!, signal);
  return { url, close: () => end(server), abandon: () => server.kill('SIGKILL') };
}

/** Whether there was any of the group left. */
function killGroup(leader: number, signal?: NodeJS.Signals | number): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
