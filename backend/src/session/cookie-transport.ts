import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Deps } from '../deps.ts';
import { isAcrossSites } from '../http/across-sites.ts';
import type { SecretName, SessionTransport } from './session-transport.ts';

/** Name, without the `__Host-` prefix that makes browsers refuse it from any other host, from http or with a `Domain`. */
const cookieName = (name: SecretName) => `kommun-${name}`;
const always = { httpOnly: true, secure: true, path: '/', prefix: 'host' } as const;
const onOneSite = { ...always, sameSite: 'Lax' } as const;
/** Sent from the pages of one other site alone, the one that it was given on. */
const acrossSites = { ...always, sameSite: 'None', partitioned: true } as const;

/** Seconds: 399 days, a day less than browsers allow. */
const longestLife = 399 * 24 * 60 * 60;

/** Keeps secrets in cookies that scripts cannot read and that end with the browser, all but that of the device. */
export function cookieTransport(deps: Pick<Deps, 'publicOrigin' | 'requestOrigin'>): SessionTransport {
  return {
    read: (c, name) => getCookie(c, cookieName(name), 'host'),
    write: (c, name, token) => {
      const attributes = isAcrossSites(deps, c) ? acrossSites : onOneSite;
      setCookie(c, cookieName(name), token, name === 'device' ? { ...attributes, maxAge: longestLife } : attributes);
    },
    // Both, since the page may have been on one site when the cookie was given and is across sites now, or the reverse.
    clear: (c, name) => {
      for (const attributes of [onOneSite, acrossSites]) deleteCookie(c, cookieName(name), attributes);
    },
  };
}
