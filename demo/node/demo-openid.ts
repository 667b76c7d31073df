import { generateKeyPairSync } from 'node:crypto';
import { paths } from '../../src/contract/paths.ts';
import type { Municipality } from '../../backend/src/municipality/municipality.ts';
import { apiBase } from '../../backend/src/openapi/operations.ts';
import { loginPage } from '../openid/login-page.ts';
import { startOpenIdIssuer } from '../openid/openid-issuer.ts';

/** The demo's e-ID with a page of its own: an OpenID provider that only this computer reaches. */
export interface DemoOpenId {
  /** What the provider is called in its metadata. */
  url: string;
  clientId: string;
  /** What the key is that the demo's municipality file names. */
  env: { FREJA_KEY: string };
  /** Says where the backend is, whose port is not known before it has started. Nobody is served before that. */
  serves(publicOrigin: string): void;
  close(): Promise<void>;
}

const eidOf = ({ eidProviders }: Municipality) => eidProviders.find(({ driver }) => driver === 'oidc');

/** Makes the municipality's key and starts the provider, on a port of its own. */
export async function startDemoOpenId(municipality: Municipality): Promise<DemoOpenId> {
  const eid = eidOf(municipality);
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const issuer = await startOpenIdIssuer({ clientKey: publicKey, page: loginPage(eid?.label.sv ?? '', municipality.name) });
  return {
    url: issuer.url,
    clientId: issuer.clientId,
    env: { FREJA_KEY: privateKey },
    serves: (publicOrigin) => issuer.leadsBackTo(new URL(`${apiBase}/${paths.eidCallback}/${eid?.id}`, publicOrigin).href),
    close: issuer.close,
  };
}

/** The municipality with its e-ID by OpenID Connect at that provider. */
export function withOpenIdAt({ url: issuer, clientId }: Pick<DemoOpenId, 'url' | 'clientId'>, municipality: Municipality): Municipality {
  const eidProviders = municipality.eidProviders.map((eid) => (eid.driver === 'oidc' ? { ...eid, oidc: { ...eid.oidc, issuer, clientId } } : eid));
  return { ...municipality, eidProviders };
}
