import { buildAuthorizationUrl, buildAuthorizationUrlWithJAR, buildAuthorizationUrlWithPAR, calculatePKCECodeChallenge, modifyAssertion } from 'openid-client';
import type { Configuration, PrivateKey } from 'openid-client';
import { base64OfText } from '../base64-text.ts';
import type { EidStart } from '../eid-provider.ts';
import type { OidcConnection } from './oidc.config.ts';

/** What only this order knows: it shows that the answer, the code and the ID token belong to it. */
export interface OidcProofs {
  state: string;
  nonce: string;
  verifier: string;
}

const userMessage = 'https://id.oidc.se/param/userMessage';
/** Seconds that a signed request is good for: the citizen's own time, since they may read our page before they leave it. */
const signedFor = 600;

/** The provider's page for one order: the request in the address, signed or sent ahead where that is asked for. */
export async function requestAddress(server: Configuration, connection: OidcConnection, proofs: OidcProofs, start: EidStart, { redirectUri, signingKey }: { redirectUri: string; signingKey: PrivateKey | undefined }): Promise<string> {
  const parameters = { ...(await parametersOf(connection, proofs, start)), redirect_uri: redirectUri };
  const signed = connection.signedRequests && signingKey ? await signedRequest(server, parameters, signingKey) : parameters;
  const address = connection.pushedRequests ? await buildAuthorizationUrlWithPAR(server, signed) : buildAuthorizationUrl(server, signed);
  return address.href;
}

async function parametersOf({ scope, acrValues, parameters, userMessage: wantsMessage }: OidcConnection, { state, nonce, verifier }: OidcProofs, { visibleText }: EidStart) {
  return {
    ui_locales: 'sv en',
    ...parameters,
    scope,
    ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
    ...(wantsMessage && { [userMessage]: JSON.stringify({ 'message#sv': base64OfText(visibleText), mime_type: 'text/plain' }) }),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
}

/** What has to stand beside a signed request by OpenID Connect's own rules, and the request. */
async function signedRequest(server: Configuration, parameters: Record<string, string>, key: PrivateKey): Promise<Record<string, string>> {
  const address = await buildAuthorizationUrlWithJAR(server, parameters, key, {
    [modifyAssertion]: (_, payload) => {
      // In a signed request the message is an object, and not the text of one.
      const message = payload[userMessage];
      if (typeof message === 'string') payload[userMessage] = JSON.parse(message);
      payload['exp'] = Number(payload['iat']) + signedFor;
    },
  });
  return { response_type: 'code', scope: parameters['scope'] ?? '', request: address.searchParams.get('request') ?? '' };
}
