import type { Context } from 'hono';
import type { Deps } from '../deps.ts';

/**
 * Whether the page that calls is on another site than the backend, as browsers count sites. From there a cookie is kept
 * only with the page's site (`Partitioned`), apart from the backend's own. Browsers say so themselves; of older ones only
 * hosts that are plainly of one family are taken to be on one site, since the other mistake costs nothing: what works
 * across sites works within one too.
 */
export function isAcrossSites({ publicOrigin, requestOrigin }: Pick<Deps, 'publicOrigin' | 'requestOrigin'>, c: Context): boolean {
  const told = c.req.header('Sec-Fetch-Site');
  if (told !== undefined) return told === 'cross-site';
  const from = requestOrigin(c);
  return from !== undefined && !areOneSite(from, publicOrigin);
}

/** Whether the hosts alone show that two addresses are on one site. */
export function areOneSite(one: string, other: string): boolean {
  if (!URL.canParse(one)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol === b.protocol && (a.hostname === b.hostname || a.hostname.endsWith(`.${b.hostname}`) || b.hostname.endsWith(`.${a.hostname}`));
}
