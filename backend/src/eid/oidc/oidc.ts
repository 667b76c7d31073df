import { authorizationCodeGrant, fetchUserInfo, randomNonce, randomPKCECodeVerifier } from 'openid-client';
import type { Configuration } from 'openid-client';
import { EidProviderError } from '../eid-provider.ts';
import type { EidProviderState, EidStart, RedirectEidProvider } from '../eid-provider.ts';
import { isRefusal, oidcError } from './oidc-error.ts';
import { lacksPerson, oidcPerson } from './oidc-identity.ts';
import type { OidcClaims } from './oidc-identity.ts';
import { requestAddress } from './oidc-request.ts';
import type { OidcProofs } from './oidc-request.ts';
import { oidcServer, signingKeyOf } from './oidc-server.ts';
import type { OidcServerOptions } from './oidc-server.ts';

export interface OidcOptions extends OidcServerOptions {
  id: string;
  /** Where the provider sends citizens back to, as it has been told. */
  redirectUri: string;
}

interface State extends OidcProofs {
  address: string;
  /** Milliseconds since 1970. */
  startedAt: number;
}

/** An e-ID, or a broker of several, that speaks OpenID Connect: the code flow with PKCE. */
export function createOidc({ id, redirectUri, ...options }: OidcOptions): RedirectEidProvider {
  const { connection, credentials, clock } = options;
  const server = oidcServer(options);
  const signingKey = signingKeyOf(credentials);
  const asksAnew = connection.parameters['prompt']?.split(' ').includes('login') ?? false;

  async function claimsFrom(known: Configuration, { state, nonce, verifier }: State, answer: URLSearchParams): Promise<OidcClaims> {
    const tokens = await authorizationCodeGrant(known, new URL(`${redirectUri}?${answer}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new EidProviderError('rejected', { reason: 'an answer without an ID token' });
    if (!connection.userInfo || !lacksPerson(claims, connection.claims)) return claims;
    return { ...(await fetchUserInfo(known, tokens.access_token, claims.sub)), ...claims };
  }

  return {
    id,
    kind: 'redirect',

    async start(start: EidStart): Promise<EidProviderState> {
      try {
        const proofs: OidcProofs = { state: start.ticket, nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
        const address = await requestAddress(await server.fresh(), connection, proofs, start, { redirectUri, signingKey });
        return JSON.stringify({ ...proofs, address, startedAt: clock.now().getTime() } satisfies State);
      } catch (failure) {
        throw oidcError(failure);
      }
    },

    // A page that nobody comes back from ends by itself.
    cancel: async () => {},

    address: (state) => parse(state).address,

    ticketIn: (answer) => answer.get('state') ?? undefined,

    async comeBack(state, answer) {
      try {
        const claims = await claimsFrom(await server.known(), parse(state), answer);
        if (asksAnew && isFromBefore(claims, parse(state).startedAt)) throw new EidProviderError('rejected', { reason: 'an earlier login than was asked for' });
        return oidcPerson(claims, connection, id, clock.now());
      } catch (failure) {
        if (isRefusal(failure)) return { status: 'failed', hint: 'userCancel' };
        throw oidcError(failure);
      }
    },
  };
}

/** Whether somebody was identified before the order began: the one who used the computer earlier, where the request could be altered on its way. */
const isFromBefore = ({ auth_time: at }: OidcClaims, startedAt: number): boolean => at !== undefined && at * 1000 < startedAt - clocksDiffer;
const clocksDiffer = 60_000;

// The state comes back from our own sealed store: it is what `start` made.
const parse = (state: EidProviderState) => JSON.parse(state) as State;
