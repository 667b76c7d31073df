import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export const isRoot = process.getuid?.() === 0;

/** Whether packages can be installed here: on Debian, as root. */
export function canInstallPackages(): boolean {
  return isRoot && existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs Debian's `packages` with apt-get, which shows its own progress to whoever is watching. Tells `say` when that fails. */
export function installPackages(packages: readonly string[], say: (line: string) => void): void {
  say(`Installing with apt-get, as root: ${packages.join(', ')}.`);
  run('apt-get', ['update'], say);
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], say);
}

/** Runs `command` to its end; tells `say` when it fails. */
export function run(command: string, options: readonly string[], say: (line: string) => void): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const output = process.stdout.isTTY ? 'inherit' : 'pipe';
  const { status, error, stdout, stderr } = spawnSync(command, options, { env, encoding: 'utf8', stdio: ['ignore', output, output] });
  if (status !== 0) say(`${command} ${options.join(' ')} failed: ${error?.message ?? `${stdout ?? ''}${stderr ?? ''}`.trim()}`);
}
