import { Hono } from 'hono';
import type { Context } from 'hono';
import { eidOrderRequestSchema } from '../../../src/contract/eid-order.ts';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readBody } from '../http/read-input.ts';
import { newToken, tokenHash } from '../secrets/random.ts';
import { createEidOrders } from './eid-orders.ts';
import { visibleTextFor } from './eid-visible-text.ts';

/** Starting, following and ending an attempt to log in with an e-ID. */
export function eidRoutes(deps: Deps): Hono {
  const { allowedOrigins, municipality, rateLimits, sessionTransport } = deps;
  const orders = createEidOrders(deps);

  /** The browser's own secret, given to it now if it has none; it is what makes an order its own. */
  async function ownerSecret(c: Context): Promise<string> {
    const known = sessionTransport.read(c, 'eid');
    await refuseOver(rateLimits.ordersPerAddress, deps.clientAddress(c));
    if (known !== undefined) {
      await refuseOver(rateLimits.ordersPerBrowser, await tokenHash(known));
      return known;
    }
    const secret = newToken(deps.random);
    sessionTransport.write(c, 'eid', secret);
    return secret;
  }

  return new Hono()
    .post(`/${paths.eidOrders}`, async (c) => {
      const { purpose, provider, device, returnTo } = await readBody(c, eidOrderRequestSchema);
      if (returnTo !== undefined && !leadsTo(allowedOrigins, returnTo)) {
        throw new ProblemError('invalid-request', { errors: [{ pointer: '/returnTo', code: 'origin-not-allowed' }] });
      }
      const started = await orders.start({
        purpose,
        provider,
        device,
        returnUrl: returnTo,
        endUserIp: deps.clientAddress(c),
        visibleText: visibleTextFor(purpose, municipality.name),
        ownerSecret: await ownerSecret(c),
      });
      if (!started.ok) throw new ProblemError(started.code);
      return c.json(started.order, 201);
    })
    .get(`/${paths.eidOrders}/:id`, async (c) => {
      const secret = sessionTransport.read(c, 'eid');
      if (secret !== undefined) await refuseOver(rateLimits.pollsPerBrowser, await tokenHash(secret));
      const order = await orders.status(c.req.param('id'), secret);
      if (!order) throw new ProblemError('order-not-found');
      // What it says is true for a second, and for one browser.
      c.header('Cache-Control', 'no-store');
      return c.json(order);
    })
    .delete(`/${paths.eidOrders}/:id`, async (c) => {
      const cancelled = await orders.cancel(c.req.param('id'), sessionTransport.read(c, 'eid'));
      if (!cancelled) throw new ProblemError('order-not-found');
      return c.body(null, 204);
    });
}

function leadsTo(origins: ReadonlySet<string>, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // `origin` leaves out a user name, which could make the address look like another.
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && origins.has(url.origin);
}
