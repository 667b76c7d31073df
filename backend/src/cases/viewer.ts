import type { Context, MiddlewareHandler } from 'hono';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { createSessions } from '../session/sessions.ts';
import type { CaseInbox, Viewer } from './case-inbox.ts';
import { personKeyOf } from './person-key.ts';

/** Says who is logged in. @throws ProblemError `not-logged-in`. */
export function viewers(deps: Deps): (c: Context) => Promise<Viewer> {
  const find = maybeViewers(deps);
  return async (c) => {
    const viewer = await find(c);
    if (!viewer) throw new ProblemError('not-logged-in');
    return viewer;
  };
}

/** Says who is logged in, if anybody is. */
export function maybeViewers(deps: Deps): (c: Context) => Promise<Viewer | undefined> {
  const sessions = createSessions(deps);
  return async (c) => {
    const session = await sessions.current(c);
    if (!session) return undefined;
    const identity = await sessions.identityOf(session);
    return { key: await personKeyOf(deps.keyedNames, identity), idNumber: identity.idNumber ?? '', loa: session.loa };
  };
}

/** Clears the person's cases out of memory when their session ends. */
export function forgetAtLogOut(deps: Deps, inbox: CaseInbox): MiddlewareHandler {
  const find = maybeViewers(deps);
  return async (c, next) => {
    const viewer = c.req.method === 'DELETE' ? await find(c) : undefined;
    await next();
    if (viewer && c.res.ok) inbox.forget(viewer.key);
  };
}
