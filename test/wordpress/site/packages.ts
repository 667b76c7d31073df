import { existsSync } from 'node:fs';
import { canInstallPackages, installPackages } from '../../../scripts/debian.ts';

/** Where Debian puts WordPress. */
export const debianWordPress = '/usr/share/wordpress';

/** None of them starts a service: the database's core, PHP without a web server, and the smallest server that `wordpress` is content with. */
const packages = ['wordpress', 'wordpress-theme-twentytwentyone', 'php', 'php-cgi', 'php-cli', 'php-mysql', 'mariadb-server-core', 'micro-httpd'];
const needed = [`${debianWordPress}/wp-load.php`, `${debianWordPress}/wp-content/themes/twentytwentyone`, '/usr/bin/php', '/usr/bin/mariadb-install-db', '/usr/sbin/mariadbd'];

/** Installs what a WordPress of one's own takes, where it is missing and can be: on Debian, as root. */
export function ensureWordPress(say: (line: string) => void): void {
  const missing = () => needed.filter((file) => !existsSync(file));
  if (missing().length && canInstallPackages()) installPackages(packages, say);
  if (missing().length) throw new Error(`WordPress cannot be started: ${missing().join(', ')} is missing. On Debian: apt-get install --no-install-recommends ${packages.join(' ')}`);
}
