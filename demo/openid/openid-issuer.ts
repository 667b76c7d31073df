import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { InteractionResult } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { coordinationClaim, numberClaim, persons, pridClaim } from './issuer-persons.ts';

export const loa = (level: string) => `http://id.elegnamnden.se/loa/1.0/${level}`;

/** What somebody does at the provider's page: identifies themselves as one of `persons`, or says no. `silent` is a provider that never says who it was. */
export type IssuerAct = { person: string; acr?: string; silent?: boolean } | { error: string; words?: string };

/** Answers a browser at the provider's own page. `finish` leads it back with what was done there; it is absent when nothing is under way in that browser any more. */
export type IssuerPage = (request: IncomingMessage, response: ServerResponse, finish: ((act: IssuerAct) => Promise<void>) | undefined) => Promise<void> | void;

export interface IssuerOptions {
  /** The public half of the key that the client shows itself by, as PEM. */
  clientKey: string;
  page: IssuerPage;
  /** Whether a request has to be signed, or sent ahead; and whether the ID token tells nothing but the level, and the rest has to be asked for. */
  demands?: { signed?: boolean; pushed?: boolean; bare?: boolean };
}

/** An OpenID provider on this computer. */
export interface OpenIdIssuer {
  url: string;
  clientId: string;
  /** Says where citizens are sent back to. Nobody is served before that. */
  leadsBackTo(redirectUri: string): void;
  close(): Promise<void>;
}

// Made once: it takes longer than a test.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const clientId = 'https://kommun.test/openid-client';
/** Seconds. */
const tenMinutes = 600;
const pagePath = '/page/';

const jwkOf = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' });

/** Starts the provider on any free port. */
export async function startOpenIdIssuer(options: IssuerOptions): Promise<OpenIdIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    clientId,
    leadsBackTo(redirectUri) {
      const provider = createProvider(url, redirectUri, options);
      const answer = provider.callback();
      server.on('request', (request, response) => void (request.url?.startsWith(pagePath) ? showPage(provider, options.page, request, response).catch(() => response.destroy()) : answer(request, response)));
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function createProvider(url: string, redirectUri: string, { clientKey, demands = {} }: IssuerOptions): Provider {
  return new Provider(url, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [jwkOf(createPublicKey(clientKey), 'client-key')] },
        ...(demands.signed && { require_signed_request_object: true }),
        ...(demands.pushed && { require_pushed_authorization_requests: true }),
      },
    ],
    jwks: { keys: [jwkOf(privateKey, 'issuer-key')] },
    cookies: { keys: ['only for tests'] },
    adapter: createMemoryAdapter(0),
    ttl: { Interaction: tenMinutes, Session: tenMinutes, Grant: tenMinutes, IdToken: tenMinutes, AccessToken: tenMinutes },
    acrValues: [loa('loa2'), loa('loa3'), loa('loa4'), loa('eidas-sub')],
    claims: {
      openid: ['sub', 'acr', 'auth_time'],
      'https://id.oidc.se/scope/naturalPersonInfo': ['given_name', 'family_name', 'name'],
      'https://id.oidc.se/scope/naturalPersonNumber': [numberClaim, coordinationClaim],
      'https://id.swedenconnect.se/scope/eidasNaturalPersonIdentity': [pridClaim],
    },
    extraParams: ['https://id.oidc.se/param/userMessage'],
    conformIdTokenClaims: demands.bare === true,
    features: { devInteractions: { enabled: false }, requestObjects: { enabled: true }, pushedAuthorizationRequests: { enabled: true } },
    pkce: { required: () => true },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => pagePath + uid },
    findAccount,
    // Whoever identifies themselves here lets the municipality know what it asks for.
    async loadExistingGrant({ oidc }: { oidc: { provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } }; client: { clientId: string }; session: { accountId: string }; params: { scope: string } } }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(oidc.params.scope);
      await grant.save();
      return grant;
    },
  });
}

const silence = '|silent';

function findAccount(_: unknown, accountId: string, token: { kind?: string } | undefined) {
  // Whoever asks hangs up, and all of it is forgotten.
  if (accountId.endsWith(silence) && token?.kind === 'AuthorizationCode') return new Promise(() => {});
  return { accountId, claims: () => ({ ...persons[accountId.replace(silence, '')], sub: accountId }) };
}

async function showPage(provider: Provider, page: IssuerPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isUnderWay = await provider.interactionDetails(request, response).then(() => true, () => false);
  await page(request, response, isUnderWay ? (act) => provider.interactionFinished(request, response, resultOf(act)) : undefined);
}

const resultOf = (act: IssuerAct): InteractionResult =>
  'person' in act
    ? { login: { accountId: act.person + (act.silent ? silence : ''), ...(act.acr !== undefined && { acr: act.acr }) } }
    : { error: act.error, ...(act.words !== undefined && { error_description: act.words }) };
