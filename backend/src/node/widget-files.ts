import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Deps } from '../deps.ts';
import { widgetPageRoutes } from '../widget-pages/widget-page-routes.ts';

/** Where `npm run build` puts what a script tag loads. */
export const widgetsFolder = fileURLToPath(new URL('../../../dist/cdn', import.meta.url));

/** What lies beside the API on its host: the widgets' code for every site's pages, by `v1` or by a whole version, and each widget's own page. */
export const widgetPaths = /^\/(v\d+|\d+\.\d+\.\d+[^/]*|w)\//;

export function widgetFiles(deps: Deps): Hono {
  const style = readFileSync(new URL('../widget-pages/page.css', import.meta.url), 'utf8');
  return new Hono()
    .route('/', widgetPageRoutes(deps, style))
    .use('*', serveStatic({ root: widgetsFolder, onFound: (_, c) => fromAnywhere(c) }))
    .notFound((c) => c.text('Not here. The widgets are built with `npm run build`.', 404));
}

/** A version's own folder never changes, nor does a file with a hash of its content in its name. */
const lasting = /^\/\d|-[\w-]{8}\.\w+$/;

function fromAnywhere(c: Context): void {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', lasting.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
}
