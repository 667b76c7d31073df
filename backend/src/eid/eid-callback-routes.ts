import { Hono } from 'hono';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { answerProblem } from '../http/problem-answers.ts';
import { createEidOrders } from './eid-orders.ts';
import { orderOwner } from './order-owner.ts';
import { brokenPage, strayPage } from './stray-page.ts';

/** Where an e-ID's own page sends citizens back to. It leads to the page that they left, which was stored when they left it, and never to one that the address names. */
export function eidCallbackRoutes(deps: Deps): Hono {
  const orders = createEidOrders(deps);
  const answer = answerProblem(deps);

  const routes = new Hono().get(`/${paths.eidCallback}/:provider`, async (c) => {
    const said = new URL(c.req.url).searchParams;
    const returnTo = await orders.comeBack(c.req.param('provider'), said, orderOwner(deps, c));
    return returnTo === undefined ? c.html(strayPage, 400) : c.redirect(returnTo, 303);
  });
  // Whoever comes here is a person and no widget, so a problem is a page to read.
  routes.onError(async (thrown, c) => {
    const { status } = await answer(thrown, c);
    return c.html(brokenPage, status >= 500 ? 503 : 400);
  });
  return routes;
}
