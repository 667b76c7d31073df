import { applicationSchema, type Application, type ApplicationChange, type ApplicationRequest } from '../src/contract/application.ts';
import { idempotencyHeader } from '../src/contract/case.ts';
import { clientHeader, paths } from '../src/contract/paths.ts';
import { problemSchema, type ProblemDocument } from '../src/contract/problem.ts';
import { siteRoot } from './site-root.ts';

/** What a call came to; `unreachable` and `unreadable` stand in where the service itself has said nothing. */
export type Outcome = { ok: true; application: Application } | { ok: false; problem: Pick<ProblemDocument, 'code' | 'retryAfter' | 'attempt' | 'errors'> };

/** An application that makes one case, however often it is sent. */
export function createApply(): (request: ApplicationRequest) => Promise<Outcome> {
  let last = '';
  let key = '';
  return (request) => {
    const body = JSON.stringify(request);
    if (body !== last) [last, key] = [body, newKey()];
    return call(paths.applications, { method: 'POST', body, headers: { [idempotencyHeader]: key } });
  };
}

export const findApplication = (id: string): Promise<Outcome> => call(paths.caseApplication(id), { method: 'GET' });

export const changeApplication = (id: string, change: ApplicationChange): Promise<Outcome> =>
  call(paths.caseApplication(id), { method: 'PUT', body: JSON.stringify(change) });

async function call(path: string, { headers, ...options }: RequestInit & { headers?: Record<string, string> }): Promise<Outcome> {
  try {
    const answer = await fetch(new URL(`api/v1/${path}`, siteRoot), {
      ...options,
      cache: 'no-store',
      headers: { [clientHeader.name]: clientHeader.value, 'Content-Type': 'application/json', ...headers },
    });
    return read(answer.ok, await answer.json().catch(() => undefined));
  } catch {
    return { ok: false, problem: { code: 'unreachable' } };
  }
}

function read(succeeded: boolean, body: unknown): Outcome {
  const application = applicationSchema.safeParse(body);
  if (succeeded && application.success) return { ok: true, application: application.data };
  const problem = problemSchema.safeParse(body);
  return { ok: false, problem: problem.success ? problem.data : { code: 'unreadable' } };
}

/** Not `randomUUID`, which a page without encryption does not have. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
