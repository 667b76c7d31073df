import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { newToken, tokenHash } from '../secrets/random.ts';

type Needs = Pick<Deps, 'rateLimits' | 'sessionTransport' | 'clientAddress' | 'random' | 'allowedOrigins'>;

/** The hash of the browser's own secret, which is what makes an order its own; absent when the browser has none. */
export function orderOwner({ sessionTransport }: Pick<Deps, 'sessionTransport'>, c: Context): string | undefined {
  const secret = sessionTransport.read(c, 'eid');
  return secret === undefined ? undefined : tokenHash(secret);
}

/** The same for a browser that starts an order: it is given a secret now if it has none. @throws ProblemError `too-many-requests` */
export async function newOrderOwner(deps: Needs, c: Context): Promise<string> {
  const { rateLimits, sessionTransport, clientAddress, random } = deps;
  const known = orderOwner(deps, c);
  await refuseOver(rateLimits.ordersPerAddress, clientAddress(c));
  if (known !== undefined) {
    await refuseOver(rateLimits.ordersPerBrowser, known);
    return known;
  }
  const secret = newToken(random);
  sessionTransport.write(c, 'eid', secret);
  return tokenHash(secret);
}

/** Lets a page to come back to pass only if it is on a listed origin. @throws ProblemError 422 */
export function refuseForeignReturn({ allowedOrigins }: Needs, returnTo: string | undefined): void {
  if (returnTo === undefined || leadsTo(allowedOrigins, returnTo)) return;
  throw new ProblemError('invalid-request', { errors: [{ pointer: '/returnTo', code: 'origin-not-allowed' }] });
}

function leadsTo(origins: ReadonlySet<string>, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // `origin` leaves out a user name, which could make the address look like another.
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && origins.has(url.origin);
}
