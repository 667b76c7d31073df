import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';

/** For whatever watches the server: `/healthz` says that it runs, `/readyz` that it can serve citizens. */
export function healthRoutes({ store, accepting, log }: Deps): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      if (!accepting()) return c.text('closing', 503);
      try {
        await store.ping();
        return c.text('ready');
      } catch (failure) {
        log.warn('store-unreachable', failureFields(failure));
        return c.text('store unreachable', 503);
      }
    });
}
