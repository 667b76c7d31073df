import type { TestRunnerConfig } from '@web/test-runner';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleConfig } from '../support/fake-backend.ts';
import { hostPage, libraryFile, olderFile } from './host-page.ts';
import { headers } from './hosts.ts';

const built = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

interface Served {
  body: string;
  type: 'html' | 'js' | 'css' | 'json';
  headers?: Record<string, string>;
}

/** The pages of `test/hosts` for any engine: the built widgets, and as much of a backend as says which e-IDs there are. Ahead of the runner's plugins, which change files. */
export const servedHosts: NonNullable<TestRunnerConfig['middleware']>[number] = (context, next) => {
  const file = basename(context.path);
  if (context.path.startsWith('/hosts/moved/')) return context.redirect(`/v1/${file}`);
  const served = serve(context.path, file, context.origin);
  if (!served) return next();
  context.set(served.headers ?? {});
  context.type = served.type;
  context.body = served.body;
};

function serve(path: string, file: string, origin: string): Served | undefined {
  if (/^\/(v1|0\.1\.0)\//.test(path)) return { body: readFileSync(built + path.slice(1), 'utf8'), type: file.endsWith('.css') ? 'css' : 'js', headers: { 'Access-Control-Allow-Origin': '*' } };
  if (path.startsWith('/hosts/libraries/')) return { body: readFileSync(libraryFile(file), 'utf8'), type: 'js' };
  if (path.startsWith('/hosts/other-version/')) return { body: olderFile(file), type: 'js' };
  if (/^\/hosts\/[\w-]+\.html$/.test(path)) return { body: hostPage(file, origin), type: 'html', headers: headers[basename(file, '.html')] ?? {} };
  if (path === '/api/v1/config') return { body: JSON.stringify(sampleConfig()), type: 'json' };
  if (path === '/api/v1/session') return { body: JSON.stringify({ authenticated: false }), type: 'json' };
  return undefined;
}
