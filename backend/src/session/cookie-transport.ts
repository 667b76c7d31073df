import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SecretName, SessionTransport } from './session-transport.ts';

/** Name, without the `__Host-` prefix that makes browsers refuse it from any other host, from http or with a `Domain`. */
const cookieName = (name: SecretName) => `kommun-${name}`;
const attributes = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', prefix: 'host' } as const;

/** Seconds: 399 days, a day less than browsers allow. */
const longestLife = 399 * 24 * 60 * 60;

/** Keeps secrets in cookies that scripts cannot read and that end with the browser, all but that of the device. */
export const cookieTransport: SessionTransport = {
  read: (c, name) => getCookie(c, cookieName(name), 'host'),
  write: (c, name, token) => setCookie(c, cookieName(name), token, name === 'device' ? { ...attributes, maxAge: longestLife } : attributes),
  clear: (c, name) => {
    deleteCookie(c, cookieName(name), attributes);
  },
};
