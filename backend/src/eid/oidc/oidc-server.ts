import { allowInsecureRequests, ClientSecretBasic, clockTolerance, customFetch, discovery, enableNonRepudiationChecks, PrivateKeyJwt } from 'openid-client';
import type { Configuration, CryptoKey } from 'openid-client';
import type { Clock } from '../../clock.ts';
import type { OidcConnection } from './oidc.config.ts';

/** How the municipality shows the provider who it is. */
export type OidcCredentials = { key: CryptoKey; keyId: string | undefined } | { secret: string };

export interface OidcServerOptions {
  connection: OidcConnection;
  credentials: OidcCredentials;
  clock: Clock;
  fetch: typeof fetch;
}

/** Seconds. */
const timeLimit = 10;
const tolerance = 10;
/** Milliseconds after which the metadata are fetched anew. */
const freshFor = 60_000;

/** The private key, as the library takes it, where there is one. */
export const signingKeyOf = (credentials: OidcCredentials) =>
  'key' in credentials ? { key: credentials.key, ...(credentials.keyId !== undefined && { kid: credentials.keyId }) } : undefined;

/** The provider by its metadata, which are fetched when they are needed: one that is silent must not keep a server from starting. */
export interface OidcServer {
  /** As it has just answered: nobody is to be sent to a page that is not there. */
  fresh(): Promise<Configuration>;
  /** As it is known: who comes back from it needs no more. */
  known(): Promise<Configuration>;
}

export function oidcServer({ connection, credentials, clock, fetch }: OidcServerOptions): OidcServer {
  let known: { at: number; server: Promise<Configuration> } | undefined;
  let answered: Configuration | undefined;

  function discover(): Promise<Configuration> {
    const issuer = new URL(connection.issuer);
    const signingKey = signingKeyOf(credentials);
    const authentication = signingKey ? PrivateKeyJwt(signingKey) : 'secret' in credentials ? ClientSecretBasic(credentials.secret) : undefined;
    return discovery(issuer, connection.clientId, { [clockTolerance]: tolerance }, authentication, {
      timeout: timeLimit,
      [customFetch]: (url, options) => fetch(url, options as RequestInit),
      // The signature is checked too, although the token comes straight from the provider.
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    });
  }

  function ask(): Promise<Configuration> {
    const asked = { at: clock.now().getTime(), server: discover() };
    known = asked;
    asked.server.then(
      (server) => void (answered = server),
      () => {
        if (known === asked) known = undefined;
      },
    );
    return asked.server;
  }

  return {
    fresh: () => (known && clock.now().getTime() - known.at < freshFor ? known.server : ask()),
    known: async () => answered ?? ask(),
  };
}
