import { ready } from './ready.ts';
import { startWorker } from './worker.ts';

/** Waits for the backend that answers a page in a frame: that of the page around it. A page that is alone in its tab has to bring one along. */
export async function backendAround(): Promise<void> {
  const page = window.parent;
  if (page === window) await startWorker();
  else if (page.performance.getEntriesByName(ready).length === 0) await new Promise((resolve) => page.addEventListener(ready, resolve, { once: true }));
}
