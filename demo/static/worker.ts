import type { HttpResponseResolver } from 'msw';
import { http } from 'msw/core/http';
import { setupWorker } from 'msw/browser';
import { siteRoot } from '../site-root.ts';
import { startBackendInTab } from './backend-in-tab.ts';

/** Hands the calls of the widgets and the phone to a backend in this tab, by a service worker. Where there is none, calls go nowhere and the console says why. */
export async function startWorker(): Promise<void> {
  // The service worker has let go of a page that the browser kept for its Back button, and later pages know more.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  try {
    await start();
  } catch (failure) {
    console.warn('Backend in the tab could not start.', failure);
  }
}

async function start(): Promise<void> {
  const backend = await startBackendInTab(siteRoot);
  const worker = setupWorker(
    http.all(new URL('api/v1/*', siteRoot).href, passedTo(backend.api)),
    http.all(new URL('/simulator/*', siteRoot).href, passedTo(backend.phone)),
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
