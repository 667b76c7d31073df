import { generateKeyPairSync } from 'node:crypto';
import { afterAll } from 'vitest';
import { startOpenIdIssuer } from '../../../../demo/openid/openid-issuer.ts';
import type { IssuerAct, IssuerOptions, OpenIdIssuer } from '../../../../demo/openid/openid-issuer.ts';
import { connectionOf } from '../../../src/eid/oidc/oidc.config.ts';
import type { OidcConfig } from '../../../src/eid/oidc/oidc.config.ts';
import { createOidc } from '../../../src/eid/oidc/oidc.ts';
import type { RedirectEidProvider } from '../../../src/eid/eid-provider.ts';
import { apiBase } from '../../../src/openapi/operations.ts';
import { publicOrigin, testClock } from '../../test-app.ts';
import type { TestClock } from '../../test-app.ts';
import { followTo } from './follow.ts';

type Fetch = typeof fetch;

export interface OidcWorld {
  issuer: OpenIdIssuer;
  provider: RedirectEidProvider;
  clock: TestClock;
  /** What every call to the provider goes through from now on. */
  line(through: (real: Fetch) => Fetch): void;
  down(isDown: boolean): void;
  /** Goes to the e-ID's page, acts there, and answers the address that it is sent back to. */
  goesThrough(address: string, act: IssuerAct): Promise<URL>;
}

export const providerId = 'sweden-connect';
export const callback = `${publicOrigin}${apiBase}/eid/callback/${providerId}`;

const clientKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const clientKeyPem = clientKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const noConnection: Fetch = () => Promise.reject(new TypeError('fetch failed'));

/** An OpenID provider and our side of it, as `config` says beyond the ordinary. A new pair for each call, all closed when the file is over. */
export function oidcWorlds() {
  const issuers: OpenIdIssuer[] = [];
  afterAll(() => Promise.all(issuers.map((issuer) => issuer.close())));

  return async (config: Partial<OidcConfig> = {}, demands: IssuerOptions['demands'] = {}): Promise<OidcWorld> => {
    const clientKey = clientKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    let act: IssuerAct = { person: 'karin' };
    const issuer = await startOpenIdIssuer({ clientKey, demands, page: (_request, _response, finish) => finish?.(act) });
    issuer.leadsBackTo(callback);
    issuers.push(issuer);
    let line: Fetch = fetch;
    const clock = testClock();
    const der = clientKeys.privateKey.export({ type: 'pkcs8', format: 'der' });
    const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from(der), { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign']);
    const provider = createOidc({
      id: providerId,
      redirectUri: callback,
      clock,
      fetch: (...call) => line(...call),
      credentials: { key, keyId: 'client-key' },
      connection: connectionOf({ preset: 'sweden-connect', issuer: issuer.url, clientId: issuer.clientId, key: 'env:OIDC_KEY', ...config }),
    });
    return {
      issuer,
      provider,
      clock,
      line: (through) => void (line = through(fetch)),
      down: (isDown) => void (line = isDown ? noConnection : fetch),
      async goesThrough(address, next) {
        act = next;
        return new URL(await followTo(address, callback));
      },
    };
  };
}
