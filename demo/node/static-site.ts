import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { copyFileSync, cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { staticBuild } from './build.ts';
import { builtFolders } from './site-files.ts';
import { version } from '../../src/version.ts';
import { listen, type HttpListener } from '../../backend/src/node/http-listener.ts';

/** Builds `dist/static`, the whole demo as a folder of files: the pages, the widgets of the last build, and the service worker. */
export async function buildStaticSite(): Promise<void> {
  await staticBuild.run();
  // This version's folder holds what the last build made and nothing older.
  for (const name of ['v1', version]) cpSync(join(builtFolders.widgets, version), join(builtFolders.static, name), { recursive: true });
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
  copyFileSync(worker, join(builtFolders.static, 'mockServiceWorker.js'));
}

/** Serves `dist/static` under `folder`, as any static host would: files and nothing else. */
export function serveStaticSite({ port = 0, folder = '/' }: { port?: number; folder?: string } = {}): Promise<HttpListener> {
  const app = new Hono();
  app.use(
    `${folder}*`,
    serveStatic({ root: builtFolders.static, rewriteRequestPath: (path) => path.slice(folder.length - 1), onFound: (_, c) => c.header('Cache-Control', 'no-cache') }),
  );
  return listen((request) => app.fetch(request), port, '127.0.0.1');
}
