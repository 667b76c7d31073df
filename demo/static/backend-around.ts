import { ready } from './ready.ts';
import { startWorker } from './worker.ts';

/** Waits for the backend that answers a page in a frame: that of the page around it. A page that is alone in its tab has to bring one along. */
export async function backendAround(): Promise<void> {
  const page = window.parent;
  if (page === window) return startWorker();
  if (page.performance.getEntriesByName(ready).length === 0) await new Promise((resolve) => page.addEventListener(ready, resolve, { once: true }));
  if (!isMissed(page)) return;
  location.reload();
  await new Promise(() => {});
}

/** Whether this page was on its way when the service worker took hold of the one around it: no call from it gets there. */
const isMissed = (page: Window): boolean => Boolean(page.navigator.serviceWorker?.controller) && !navigator.serviceWorker.controller;
