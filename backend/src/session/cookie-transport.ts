import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SecretName, SessionTransport } from './session-transport.ts';

/** Name, without the `__Host-` prefix that makes browsers refuse it from any other host, from http or with a `Domain`. */
const cookieName = (name: SecretName) => `kommun-${name}`;
const attributes = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', prefix: 'host' } as const;

/** Keeps secrets in cookies that scripts cannot read and that end with the browser. */
export const cookieTransport: SessionTransport = {
  read: (c, name) => getCookie(c, cookieName(name), 'host'),
  write: (c, name, token) => setCookie(c, cookieName(name), token, attributes),
  clear: (c, name) => {
    deleteCookie(c, cookieName(name), attributes);
  },
};
