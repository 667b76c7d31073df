import { Hono } from 'hono';
import { replyDraftRequestSchema, replySchema } from '../../../src/contract/case.ts';
import type { Reply } from '../../../src/contract/case.ts';
import { paths } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readBody } from '../http/read-input.ts';
import { createCaseDrafts } from './case-drafts.ts';
import type { CaseInbox } from './case-inbox.ts';
import { createCaseReplies } from './case-replies.ts';
import { openerOf } from './open-case.ts';
import { plainText } from './plain-text.ts';

/** Answering in a case: the reply, and the draft that it grows from. */
export function replyRoutes(deps: Deps, inbox: CaseInbox): Hono {
  const open = openerOf(deps, inbox);
  const drafts = createCaseDrafts(deps);
  const replies = createCaseReplies(deps, inbox);
  const draftPath = `/${paths.cases}/:id/draft`;

  return new Hono()
    .post(`/${paths.cases}/:id/messages`, async (c) => {
      const reply = written(await readBody(c, replySchema));
      const key = idempotencyKeyOf(c);
      const { viewer, opened } = await open(c);
      await refuseOver(deps.rateLimits.repliesPerPerson, viewer.key);
      const outcome = await replies.send(viewer, opened, key, reply);
      if (!outcome.ok) throw new ProblemError(outcome.code, outcome.code === 'conflict' ? { retryAfter: 1 } : {});
      return c.json(outcome.message, 201);
    })
    .get(draftPath, async (c) => {
      const { viewer, opened } = await open(c);
      return c.json(await drafts.find(viewer, opened));
    })
    .put(draftPath, async (c) => {
      const draft = await readBody(c, replyDraftRequestSchema);
      const { viewer, opened } = await open(c);
      const saved = await drafts.save(viewer, opened, draft);
      if (!saved) throw new ProblemError('upload-not-found');
      return c.json(saved);
    })
    .delete(draftPath, async (c) => {
      const { viewer, opened } = await open(c);
      await drafts.discard(viewer, opened);
      return c.body(null, 204);
    });
}

/** @throws ProblemError 422 when there is nothing to read in it. */
function written(reply: Reply): Reply {
  const text = plainText(reply.text);
  if (text.trim() === '') throw new ProblemError('invalid-request', { errors: [{ pointer: '/text', code: 'too-small' }] });
  return { ...reply, text };
}
