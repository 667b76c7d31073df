import { serviceCentrePhone } from '../service-centre.ts';
import { siteRoot } from '../site-root.ts';
import { ready } from './ready.ts';
import { startWorker } from './worker.ts';

// The whole demo without a server: a service worker hands the calls of the widgets and the phone to the backend in this
// tab. The widgets come to the page when it can answer. Without service workers what the pages say is still there.
await startWorker();
addLoader();
performance.mark(ready);
dispatchEvent(new Event(ready));

function addLoader(): void {
  const loader = document.createElement('script');
  loader.type = 'module';
  loader.src = new URL('v1/kommun.js', siteRoot).href;
  loader.dataset['api'] = new URL('api/v1', siteRoot).href;
  loader.dataset['phone'] = serviceCentrePhone;
  document.head.append(loader);
}
