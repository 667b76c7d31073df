import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { InteractionResult } from 'oidc-provider';
import { testPersons } from '../../../src/eid/simulated/test-persons.ts';

export const loa = (level: string) => `http://id.elegnamnden.se/loa/1.0/${level}`;

/** What the next citizen at the provider's page does: identifies themselves as one of `persons`, or says no. */
export type IssuerAct = { person: string; acr?: string } | { error: string; words?: string };

export interface IssuerOptions {
  redirectUri: string;
  /** The public half of the key that the client shows itself by, as PEM. */
  clientKey: string;
  /** Whether a request has to be signed, or sent ahead; and whether the ID token tells nothing but the level, and the rest has to be asked for. */
  demands?: { signed?: boolean; pushed?: boolean; bare?: boolean };
}

/** An OpenID provider on this computer, whose page answers at once. */
export interface OpenIdIssuer {
  url: string;
  clientId: string;
  does(act: IssuerAct): void;
  close(): Promise<void>;
}

type Claims = Record<string, unknown>;

const numberClaim = 'https://id.oidc.se/claim/personalIdentityNumber';
const coordinationClaim = 'https://id.oidc.se/claim/coordinationNumber';

/** Those whom the provider knows, by the name that a test calls them by. */
export const persons: Readonly<Record<string, Claims>> = {
  ...Object.fromEntries(
    testPersons.map(({ id, number, idType, givenName, familyName }) => [
      id,
      { given_name: givenName, family_name: familyName, name: `${givenName} ${familyName}`, [idType === 'personnummer' ? numberClaim : coordinationClaim]: number },
    ]),
  ),
  // Foreign e-IDs: one whom Sweden has given a provisional id, one of whom nothing is known but the name.
  greta: { given_name: 'Greta', family_name: 'Grenzgänger', name: 'Greta Grenzgänger', 'https://id.swedenconnect.se/claim/prid': 'DE:2sdfgh-test-0001' },
  olle: { given_name: 'Olle', family_name: 'Utan Nummer', name: 'Olle Utan Nummer' },
  wrong: { given_name: 'Fel', family_name: 'Nummer', name: 'Fel Nummer', [numberClaim]: '198501169880' },
};

// Made once: it takes longer than a test.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const clientId = 'https://kommun.test/openid-client';

const jwkOf = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig' });

/** Starts the provider on any free port. */
export async function startOpenIdIssuer({ redirectUri, clientKey, demands = {} }: IssuerOptions): Promise<OpenIdIssuer> {
  let act: IssuerAct = { person: 'karin' };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(url, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [{ ...jwkOf(createPublicKey(clientKey), 'client-key'), alg: 'RS256' }] },
        ...(demands.signed && { require_signed_request_object: true }),
        ...(demands.pushed && { require_pushed_authorization_requests: true }),
      },
    ],
    jwks: { keys: [{ ...jwkOf(privateKey, 'issuer-key'), alg: 'RS256' }] },
    cookies: { keys: ['only for tests'] },
    acrValues: [loa('loa2'), loa('loa3'), loa('loa4'), loa('eidas-sub')],
    claims: {
      openid: ['sub', 'acr', 'auth_time'],
      'https://id.oidc.se/scope/naturalPersonInfo': ['given_name', 'family_name', 'name'],
      'https://id.oidc.se/scope/naturalPersonNumber': [numberClaim, coordinationClaim],
      'https://id.swedenconnect.se/scope/eidasNaturalPersonIdentity': ['https://id.swedenconnect.se/claim/prid'],
    },
    extraParams: ['https://id.oidc.se/param/userMessage'],
    conformIdTokenClaims: demands.bare === true,
    features: { devInteractions: { enabled: false }, requestObjects: { enabled: true }, pushedAuthorizationRequests: { enabled: true } },
    pkce: { required: () => true },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/page/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ ...persons[accountId.split('|')[0] ?? ''], sub: accountId }) }),
    // Whoever identifies themselves here lets the municipality know what it asks for.
    async loadExistingGrant({ oidc }: { oidc: { provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } }; client: { clientId: string }; session: { accountId: string }; params: { scope: string } } }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(oidc.params.scope);
      await grant.save();
      return grant;
    },
  });

  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/page/')) return void answer(request, response);
    void provider.interactionFinished(request, response, resultOf(act));
  });
  return {
    url,
    clientId,
    does: (next) => void (act = next),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

const resultOf = (act: IssuerAct): InteractionResult =>
  'person' in act
    ? { login: { accountId: act.person, ...(act.acr !== undefined && { acr: act.acr }) } }
    : { error: act.error, ...(act.words !== undefined && { error_description: act.words }) };
