import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import type { CaseInbox, OpenCase, Viewer } from './case-inbox.ts';
import { viewers } from './viewer.ts';

/**
 * Opens the case that a call names by `:id`, for whoever is logged in. Somebody else's case and one that does not exist
 * end in the same words. @throws ProblemError.
 */
export function openerOf(deps: Deps, inbox: CaseInbox): (c: Context) => Promise<{ viewer: Viewer; opened: OpenCase }> {
  const viewerOf = viewers(deps);
  return async (c) => {
    const viewer = await viewerOf(c);
    const opening = await inbox.open(viewer, c.req.param('id') ?? '');
    if (!opening.ok) throw new ProblemError(opening.code);
    return { viewer, opened: opening.opened };
  };
}
