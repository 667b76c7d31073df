import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { ProblemDocument } from '../../../src/contract/problem.ts';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import { newId } from '../secrets/random.ts';
import { StoreOutage } from '../store/store.ts';
import { preferredLanguage, problemTitles } from './problem-titles.ts';
import { ProblemError, problemStatus } from './problem.ts';

/** Seconds that a database needs to start again, or another one to take its place. */
const outage = 5;

/** Answers whatever a route throws as a problem document, and logs it without any value from the call. */
export function answerProblem({ log, random }: Pick<Deps, 'log' | 'random'>): ErrorHandler {
  return (thrown, c) => {
    const problem = asProblem(thrown);
    const status = problem.details.status ?? problemStatus[problem.code];
    const document = { ...describe(problem, c), status, traceId: newId(random) };
    // The route as it was registered: a real path may hold an order's id.
    const fields = { traceId: document.traceId, code: problem.code, status, method: c.req.method, route: routePath(c) };
    if (status >= 500) log.error('request-failed', { ...fields, ...failureFields(problem.details.cause ?? problem) });
    else log.info('request-refused', fields);

    c.header('Content-Type', 'application/problem+json');
    c.header('Content-Language', preferredLanguage(c.req.header('Accept-Language')));
    c.header('Vary', 'Accept-Language', { append: true });
    if (document.retryAfter !== undefined) c.header('Retry-After', String(document.retryAfter));
    return c.body(JSON.stringify(document), status);
  };
}

function asProblem(thrown: Error): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof StoreOutage) return new ProblemError('maintenance', { retryAfter: outage, cause: thrown.cause });
  if (thrown instanceof HTTPException && thrown.status < 500) return new ProblemError('invalid-request');
  return new ProblemError('internal-error', { cause: thrown });
}

function describe({ code, details }: ProblemError, c: Context): Omit<ProblemDocument, 'status'> {
  return {
    type: `urn:kommun:problem:${code}`,
    title: problemTitles[code][preferredLanguage(c.req.header('Accept-Language'))],
    code,
    ...(details.retryAfter !== undefined && { retryAfter: details.retryAfter }),
    ...(details.attempt !== undefined && { attempt: details.attempt }),
    ...(details.errors && { errors: details.errors }),
  };
}
