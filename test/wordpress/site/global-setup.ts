import type { TestProject } from 'vitest/node';
import { siteBuild, widgetsBuild } from '../../../demo/node/build.ts';
import { startDemo } from '../../../demo/server.ts';
import { makePlugin } from '../../../scripts/wordpress.ts';
import { bringUpToDate } from '../../e2e/demo-browser.ts';
import { ensureWordPress } from './packages.ts';
import { freePort } from './php-server.ts';
import { startWordPress } from './wordpress.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses: of the site, of the same site where nobody may write any HTML, of a network of sites, and of the backend. */
    site: string;
    filteredSite: string;
    network: string;
    backend: string;
    /** The file that PHP writes its complaints in, if it has any. */
    phpLog: string;
  }
}

/** One WordPress and one backend for all the tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const say = (line: string) => console.log(line);
  // Whoever breaks off leaves nothing running.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  ensureWordPress(say);
  say('Building what has changed.');
  await bringUpToDate(widgetsBuild, siteBuild);
  makePlugin();
  const [port, filteredPort, networkPort] = [await freePort(), await freePort(), await freePort()];
  const backend = await startDemo({ port: 0, store: 'memory', quiet: true, allowedOrigins: [port, filteredPort, networkPort].map((one) => `http://localhost:${one}`) });
  const wordpress = await startWordPress({ port, filteredPort, networkPort, backend: backend.url }, say).catch((failure: unknown) => backend.close().then(() => Promise.reject(failure)));
  say(`WordPress ${wordpress.version} is at ${wordpress.url}, the backend at ${backend.url}.`);
  project.provide('site', wordpress.url);
  project.provide('filteredSite', wordpress.filteredUrl);
  project.provide('network', wordpress.networkUrl);
  project.provide('backend', backend.url);
  project.provide('phpLog', wordpress.log);
  return async () => {
    await wordpress.close();
    await backend.close();
  };
}
