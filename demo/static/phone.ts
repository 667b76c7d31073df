import { ready } from './ready.ts';
import { startWorker } from './worker.ts';

// Beside a page the phone's calls go to the backend of that page; alone in the tab it has to bring the backend along.
const page = window.parent;
if (page === window) await startWorker();
else if (page.performance.getEntriesByName(ready).length === 0) await new Promise((resolve) => page.addEventListener(ready, resolve, { once: true }));
await import('../phone/phone.ts');
