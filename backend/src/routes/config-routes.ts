import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { mayBeKept } from '../http/answer-headers.ts';
import { portalConfigOf } from '../municipality/municipality.ts';

/** The municipality, as the widgets are told of it. */
export function configRoutes(deps: Deps): Hono {
  const config = portalConfigOf(deps.municipality, deps.publicOrigin);
  return new Hono().get(`/${paths.config}`, mayBeKept, etag(), (c) => c.json(config));
}
