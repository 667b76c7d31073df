import type { HttpResponseResolver } from 'msw';
import { http } from 'msw/core/http';
import { setupWorker } from 'msw/browser';
import { siteRoot } from '../site-root.ts';
import { startBackendInTab } from './backend-in-tab.ts';

// The whole demo without a server: a service worker hands the calls of the widgets and the phone to the backend in this
// tab. The widgets come to the page when it can answer. Without service workers what the pages say is still there.
try {
  await startWorker();
} catch (failure) {
  console.warn('Backend in the tab could not start.', failure);
}
addLoader();
performance.mark('demo-ready');

async function startWorker(): Promise<void> {
  const backend = await startBackendInTab(siteRoot);
  const worker = setupWorker(
    http.all(new URL('api/v1/*', siteRoot).href, passedTo(backend.api)),
    http.all(new URL('/simulator/*', siteRoot).href, passedTo(backend.simulator)),
  );
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', siteRoot).href, options: { scope: siteRoot.pathname } },
  });
}

/** A call as the backend would see it on a host of its own, whatever folder the site lies in. */
function passedTo(answer: (request: Request) => Promise<Response>): HttpResponseResolver {
  return async ({ request }) => {
    const { pathname, search } = new URL(request.url);
    const path = pathname.startsWith(siteRoot.pathname) ? `/${pathname.slice(siteRoot.pathname.length)}` : pathname;
    const { method, headers } = request;
    const body = method === 'GET' || method === 'HEAD' ? null : await request.arrayBuffer();
    return answer(new Request(new URL(path + search, siteRoot.origin), { method, headers, body }));
  };
}

function addLoader(): void {
  const loader = document.createElement('script');
  loader.type = 'module';
  loader.src = new URL('v1/kommun.js', siteRoot).href;
  loader.dataset['api'] = new URL('api/v1', siteRoot).href;
  document.head.append(loader);
}
