import type { HttpResponseResolver } from 'msw';
import { http } from 'msw/core/http';
import { setupWorker } from 'msw/browser';
import { mailboxPath } from '../mail/mailbox.contract.ts';
import { siteRoot } from '../site-root.ts';
import { startBackendInTab } from './backend-in-tab.ts';
import { asOnOwnHost } from './call.ts';

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
    http.all(new URL('/simulator/*', siteRoot).href, passedTo(backend.simulator)),
    http.get(new URL(`mejl/${mailboxPath}`, siteRoot).href, () => backend.mailbox()),
  );
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', siteRoot).href, options: { scope: siteRoot.pathname } },
  });
}

function passedTo(answer: (request: Request) => Promise<Response>): HttpResponseResolver {
  return async ({ request }) => answer(await asOnOwnHost(request, siteRoot));
}
