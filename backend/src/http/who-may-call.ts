import type { MiddlewareHandler } from 'hono';
import { idempotencyHeader } from '../../../src/contract/case.ts';
import { clientHeader } from '../../../src/contract/paths.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from './problem.ts';

/** The headers of tus 1.0, by which files are sent. */
const tusHeaders = {
  asked: ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset', 'X-HTTP-Method-Override'],
  answered: ['Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset', 'Upload-Expires', 'Location'],
};

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Lets a call change something only when it comes from a listed origin and carries the header that no form can send.
 * Both are needed: a sibling site (`other.example.se`) is sent the cookie too, SameSite or not.
 */
export function refuseForeignChanges(deps: Pick<Deps, 'allowedOrigins' | 'requestOrigin'>): MiddlewareHandler {
  return async (c, next) => {
    if (!safeMethods.includes(c.req.method)) {
      const fromListedOrigin = deps.allowedOrigins.has(deps.requestOrigin(c) ?? '');
      const fromWidget = c.req.header(clientHeader.name) === clientHeader.value;
      if (!fromListedOrigin || !fromWidget) throw new ProblemError('request-not-allowed');
    }
    await next();
  };
}

/** Lets pages on listed origins, and no others, read answers and send their cookies along. */
export function allowListedOrigins(deps: Pick<Deps, 'allowedOrigins' | 'requestOrigin'>): MiddlewareHandler {
  return async (c, next) => {
    const origin = deps.requestOrigin(c);
    const listed = origin !== undefined && deps.allowedOrigins.has(origin);
    const preflight = c.req.method === 'OPTIONS';
    if (preflight) c.res = new Response(null, { status: 204 });
    else await next();

    const { headers } = c.res;
    headers.append('Vary', 'Origin');
    if (!listed) return;
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Allow-Credentials', 'true');
    if (preflight) {
      headers.set('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
      headers.set('Access-Control-Allow-Headers', ['Content-Type', 'If-None-Match', clientHeader.name, idempotencyHeader, ...tusHeaders.asked].join(', '));
      headers.set('Access-Control-Max-Age', '600');
    } else {
      headers.set('Access-Control-Expose-Headers', ['ETag', 'Retry-After', 'Content-Disposition', ...tusHeaders.answered].join(', '));
    }
  };
}
