import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { fileURLToPath } from 'node:url';
import type { Site } from '../../backend/src/node/whole-site.ts';
import { widgetsFolder } from '../../backend/src/node/widget-files.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** Where the built pages lie, and the widgets that they load. */
export const builtFolders = { pages: folder('demo'), widgets: widgetsFolder, static: folder('static') } as const;

/** What every page may load and do: its own files, and the policy names of the widgets' template library. */
const ownFiles = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
];
const pagePolicy = [...ownFiles, "img-src 'self' data:", 'trusted-types lit-html'].join('; ');
/** The page that reads the HTML of others does so by a policy of its own, and asks where the widgets' files are. */
const checkerPolicy = [...ownFiles, "img-src 'self' data:", "connect-src 'self' https: http://localhost:*", 'trusted-types lit-html read-page'].join('; ');
/** The page that shows a widget talks to whichever backend an editor has. */
const previewPolicy = [...ownFiles, "img-src 'self' data: https:", "connect-src 'self' https: http://localhost:*", 'trusted-types lit-html'].join('; ');

/** The municipality's pages. */
export function siteFiles(): Site {
  const app = new Hono();
  app.use('*', async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.use('*', serveStatic({ root: builtFolders.pages, onFound: (path, c) => page(path, c) }));
  app.notFound((c) => c.html(notFound, 404, { 'Content-Security-Policy': pagePolicy }));
  return (request) => app.fetch(request);
}

// The build puts a hash of the content in every name but those of pages.
const hashed = /-[\w-]{8}\.\w+$/;

function page(path: string, c: Context): void {
  c.header('Cache-Control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
  if (path.endsWith('.html')) c.header('Content-Security-Policy', policyOf(path));
}

function policyOf(path: string): string {
  if (path.endsWith('/byggare/visning/index.html')) return previewPolicy;
  return path.endsWith('/granska/index.html') ? checkerPolicy : pagePolicy;
}

const notFound = `<!doctype html>
<html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Sidan finns inte</title>
<main><h1>Sidan finns inte</h1><p>Adressen leder ingenstans. <a href="/">Till startsidan</a>.</p></main></html>`;
