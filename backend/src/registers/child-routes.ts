import { Hono } from 'hono';
import { childQuerySchema } from '../../../src/contract/child.ts';
import { paths } from '../../../src/contract/paths.ts';
import { viewers } from '../cases/viewer.ts';
import type { Deps } from '../deps.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readQuery } from '../http/read-input.ts';
import { serviceOf } from '../municipality/municipality.ts';
import { childListOf } from './child-list.ts';
import { createRegisterDesk } from './register-desk.ts';

/** The children that an e-service may concern, for whoever is logged in. */
export function childRoutes(deps: Deps): Hono {
  const viewerOf = viewers(deps);
  const desk = createRegisterDesk(deps);
  return new Hono().get(`/${paths.children}`, async (c) => {
    const viewer = await viewerOf(c);
    const service = serviceOf(deps.municipality, readQuery(c, childQuerySchema).service);
    await refuseOver(deps.rateLimits.childrenPerPerson, viewer.key);
    const children = await desk.childrenOf(viewer, service);
    c.header('Cache-Control', 'private, no-store');
    return c.json(await childListOf(deps.keyedNames, viewer.key, service, children));
  });
}
