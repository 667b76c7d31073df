import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { pluginZip } from '../../../scripts/wordpress.ts';
import { startDatabase } from './database.ts';
import { debianWordPress } from './packages.ts';
import { servePhp } from './php-server.ts';
import type { Started } from './started.ts';

export interface WordPress {
  version: string;
  /** Where administrators and editors may write any HTML. */
  url: string;
  /** The same site, where nobody may. */
  filteredUrl: string;
  /** A network of sites, where the plugin is not activated. */
  networkUrl: string;
  /** The file that PHP writes its complaints in, if it has any. */
  log: string;
  close(): Promise<void>;
}

const ownFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

interface Place {
  port: number;
  filteredPort: number;
  networkPort: number;
  /** The origin that the widgets and their backend are at. */
  backend: string;
}

/** Starts a WordPress in a folder for this time alone, with the plugin out of its zip. Its users are called as their roles are, and so are their passwords. */
export async function startWordPress({ port, filteredPort, networkPort, backend }: Place, say: (line: string) => void): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'kommun-wordpress-'));
  const site = join(folder, 'site');
  const log = join(site, 'php.log');
  const started: Started[] = [];
  const abandon = () => {
    for (const one of started) one.abandon();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', abandon);
  const close = async () => {
    process.off('exit', abandon);
    for (const one of started.reverse()) await one.close();
    rmSync(folder, { recursive: true });
  };
  try {
    say('Copying WordPress.');
    cpSync(debianWordPress, site, { recursive: true, dereference: true, filter: (file) => !file.endsWith('/languages') });
    for (const name of ['wp-config.php', 'install.php']) copyFileSync(ownFile(name), join(site, name));
    cpSync(ownFile('classic-editor.php'), join(site, 'wp-content/mu-plugins/classic-editor.php'));
    unzip(pluginZip, join(site, 'wp-content/plugins'));
    say('Starting a database.');
    const database = await startDatabase(folder);
    started.push(database);
    say('Installing WordPress, its users and the plugin.');
    const env = { WORDPRESS_SOCKET: database.socket, WORDPRESS_HOST: `localhost:${port}`, WORDPRESS_BACKEND: backend };
    const version = execFileSync('php', ['install.php'], { cwd: site, env: { ...process.env, ...env }, encoding: 'utf8' });
    const networkEnv = { ...env, WORDPRESS_HOST: `localhost:${networkPort}` };
    execFileSync('php', ['install.php'], { cwd: site, env: { ...process.env, ...networkEnv, WORDPRESS_NETWORK: 'not yet' } });
    const open = await servePhp(site, port, env);
    started.push(open);
    const filtered = await servePhp(site, filteredPort, { ...env, WORDPRESS_FILTERS_ALL: 'yes' });
    started.push(filtered);
    const network = await servePhp(site, networkPort, { ...networkEnv, WORDPRESS_NETWORK: 'yes' });
    started.push(network);
    return { version, networkUrl: network.url, url: open.url, filteredUrl: filtered.url, log, close };
  } catch (failure) {
    if (existsSync(log)) say(readFileSync(log, 'utf8'));
    await close();
    throw failure;
  }
}

function unzip(zip: string, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
