import { Hono } from 'hono';
import { eidOrderRequestSchema } from '../../../src/contract/eid-order.ts';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { areOneSite, isAcrossSites } from '../http/across-sites.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readBody } from '../http/read-input.ts';
import { askingBrowser } from './asking-browser.ts';
import { createEidOrders } from './eid-orders.ts';
import { refuseUnoffered } from './eid-purposes.ts';
import { refusal } from './eid-refusal.ts';
import { newOrderOwner, orderOwner, refuseForeignReturn } from './order-owner.ts';
import { visibleTextFor } from './eid-visible-text.ts';

/** Starting, following and ending an attempt to log in with an e-ID. */
export function eidRoutes(deps: Deps): Hono {
  const { municipality, rateLimits } = deps;
  const orders = createEidOrders(deps);

  return new Hono()
    .post(`/${paths.eidOrders}`, async (c) => {
      const { purpose, provider, device, returnTo } = await readBody(c, eidOrderRequestSchema);
      refuseForeignReturn(deps, returnTo);
      refuseUnoffered(deps, provider, purpose);
      const started = await orders.start({
        purpose,
        provider,
        device,
        returnUrl: returnTo,
        endUserIp: deps.clientAddress(c),
        browser: askingBrowser(deps, c, provider),
        visibleText: visibleTextFor(purpose, municipality.name),
        owner: await newOrderOwner(deps, c),
        // What a caller says of itself lifts no check for a page that is plainly on this site.
        acrossSites: isAcrossSites(deps, c) && !(returnTo !== undefined && areOneSite(returnTo, deps.publicOrigin)),
      });
      if (!started.ok) throw refusal(started.code);
      return c.json(started.order, 201);
    })
    .get(`/${paths.eidOrders}/:id`, async (c) => {
      const owner = orderOwner(deps, c);
      if (owner !== undefined) await refuseOver(rateLimits.pollsPerBrowser, owner);
      const order = await orders.status(c.req.param('id'), owner);
      if (!order) throw new ProblemError('order-not-found');
      // What it says is true for a second, and for one browser.
      c.header('Cache-Control', 'no-store');
      return c.json(order);
    })
    .delete(`/${paths.eidOrders}/:id`, async (c) => {
      const cancelled = await orders.cancel(c.req.param('id'), orderOwner(deps, c));
      if (!cancelled) throw new ProblemError('order-not-found');
      return c.body(null, 204);
    });
}
