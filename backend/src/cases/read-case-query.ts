import type { Context } from 'hono';
import { caseQuerySchema } from '../../../src/contract/case.ts';
import type { CaseQuery } from '../../../src/contract/case.ts';
import { parsed } from '../http/read-input.ts';

/** The query of `GET /cases`: `status` may be given several times, everything else once. @throws ProblemError 422. */
export function readCaseQuery(c: Context): CaseQuery {
  const entries = Object.entries(c.req.queries()).map(([name, values]) => [name, name === 'status' ? values : values.length > 1 ? values : values[0]]);
  const { unread, limit, ...texts }: Record<string, unknown> = Object.fromEntries(entries);
  return parsed(caseQuerySchema, {
    ...texts,
    ...(unread !== undefined && { unread: unread === 'true' || (unread === 'false' ? false : unread) }),
    ...(limit !== undefined && { limit: typeof limit === 'string' && /^\d+$/.test(limit) ? Number(limit) : limit }),
  });
}
