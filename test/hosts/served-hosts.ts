import type { TestRunnerPlugin } from '@web/test-runner';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleConfig } from '../support/fake-backend.ts';
import { hostPage, libraryFile } from './host-page.ts';

const built = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' });

/** What the host pages that say more of themselves than their code does are served with. */
const policies: Readonly<Record<string, string>> = {
  'nonce.html': "default-src 'self'; script-src 'nonce-en-gang'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
};

/** The pages of `test/hosts` for any engine: the built widgets, and as much of a backend as says which e-IDs there are. */
export const servedHosts: TestRunnerPlugin = {
  name: 'served-hosts',
  serve({ path, host }) {
    const file = basename(path);
    if (/^\/(v1|0\.1\.0)\//.test(path)) return { body: readFileSync(built + path.slice(1), 'utf8'), type: file.endsWith('.css') ? 'text/css' : 'text/javascript', headers: { 'Access-Control-Allow-Origin': '*' } };
    if (path.startsWith('/hosts/libraries/')) return { body: readFileSync(libraryFile(file), 'utf8'), type: 'text/javascript' };
    if (/^\/hosts\/[\w-]+\.html$/.test(path)) return { body: hostPage(file, `http://${host}`), type: 'text/html', headers: policies[file] ? { 'Content-Security-Policy': policies[file] } : {} };
    if (path === '/api/v1/config') return json(sampleConfig());
    if (path === '/api/v1/session') return json({ authenticated: false });
    return undefined;
  },
};
