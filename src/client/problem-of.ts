import { problemSchema, type Problem } from '../contract/problem.ts';

/** For answers that are no problem document: a proxy's own page, an older backend. */
const byStatus: Readonly<Record<number, string>> = {
  401: 'not-logged-in',
  403: 'request-not-allowed',
  404: 'not-found',
  409: 'conflict',
  429: 'too-many-requests',
  503: 'maintenance',
};

/** Seconds until the time in a `Retry-After` header, which is seconds or an HTTP date. */
export function secondsToWait(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

/** What a refusing answer says is wrong: the backend's own problem document, or else what its status means. */
export function problemOf(response: Response, body: unknown): Problem {
  const { status } = response;
  const document = problemSchema.safeParse(body);
  const told = document.success ? document.data : undefined;
  const retryAfter = secondsToWait(response.headers.get('Retry-After')) ?? told?.retryAfter;
  return {
    code: told?.code ?? byStatus[status] ?? (status < 500 ? 'unreadable-answer' : 'internal-error'),
    status,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(told?.attempt !== undefined && { attempt: told.attempt }),
    ...(told?.traceId !== undefined && { traceId: told.traceId }),
  };
}

/** Why no answer came. */
export function noAnswer(): Problem {
  return { code: navigator.onLine === false ? 'offline' : 'unreachable' };
}
