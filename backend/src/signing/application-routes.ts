import { Hono } from 'hono';
import { applicationChangeSchema, applicationRequestSchema } from '../../../src/contract/application.ts';
import { paths } from '../../../src/contract/paths.ts';
import type { CaseInbox } from '../cases/case-inbox.ts';
import { viewers } from '../cases/viewer.ts';
import type { Deps } from '../deps.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readBody } from '../http/read-input.ts';
import type { SigningFlow } from './signing-flow.ts';
import { signingOpener } from './signing-routes.ts';

/** Applying for something for a child, and changing what was filled in while signatures are awaited. */
export function applicationRoutes(deps: Deps, inbox: CaseInbox, flow: SigningFlow): Hono {
  const { rateLimits } = deps;
  const viewerOf = viewers(deps);
  const open = signingOpener(deps, inbox, flow);
  const application = `/${paths.cases}/:id/application`;

  return new Hono()
    .post(`/${paths.applications}`, async (c) => {
      const request = await readBody(c, applicationRequestSchema);
      const key = idempotencyKeyOf(c);
      const viewer = await viewerOf(c);
      await refuseOver(rateLimits.applicationsPerPerson, viewer.key);
      return c.json(await flow.applications.apply(viewer, key, request), 201);
    })
    .get(application, async (c) => {
      const { viewer, opened } = await open(c);
      return c.json(await flow.applications.find(viewer, opened));
    })
    .put(application, async (c) => {
      const change = await readBody(c, applicationChangeSchema);
      const { viewer, opened } = await open(c);
      await refuseOver(rateLimits.applicationsPerPerson, viewer.key);
      return c.json(await flow.applications.change(viewer, opened, change));
    });
}
