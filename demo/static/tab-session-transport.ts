import type { SecretName, SessionTransport } from '../../backend/src/session/session-transport.ts';

/** Keeps a tab's secrets in `secrets`: a service worker can neither set nor see a cookie. */
export function tabSessionTransport(secrets: Map<SecretName, string>): SessionTransport {
  return {
    read: (_, name) => secrets.get(name),
    write: (_, name, token) => void secrets.set(name, token),
    clear: (_, name) => void secrets.delete(name),
  };
}
