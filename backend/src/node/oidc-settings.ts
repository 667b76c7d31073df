import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { paths } from '../../../src/contract/paths.ts';
import { systemClock } from '../clock.ts';
import type { RedirectEidProvider } from '../eid/eid-provider.ts';
import { connectionOf } from '../eid/oidc/oidc.config.ts';
import { createOidc } from '../eid/oidc/oidc.ts';
import type { OidcCredentials } from '../eid/oidc/oidc-server.ts';
import type { OidcProviderConfig } from '../municipality/eid-provider.config.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { apiBase } from '../openapi/operations.ts';

type Secret = (name: string) => string | undefined;

/** An OpenID provider as the municipality's file says, after `oidcFaults` found nothing. Nothing is asked of it yet. */
export async function oidcProvider({ id, oidc }: OidcProviderConfig, secret: Secret, publicOrigin: string): Promise<RedirectEidProvider> {
  return createOidc({
    id,
    connection: connectionOf(oidc),
    credentials: await credentialsOf(oidc, secret),
    redirectUri: new URL(`${apiBase}/${paths.eidCallback}/${id}`, publicOrigin).href,
    clock: systemClock,
    fetch,
  });
}

/** What is wrong with how OpenID providers are to be reached, in words for whoever starts the server; nothing of a secret is repeated. */
export function oidcFaults({ eidProviders }: Municipality, secret: Secret, production: boolean): string[] {
  return eidProviders.flatMap((config, index) => {
    if (config.driver !== 'oidc') return [];
    const { key, secret: word, issuer } = config.oidc;
    const faults: string[] = [];
    if (word !== undefined && !secret(word)) faults.push(`secret names ${word}, and there is nothing there`);
    if (key !== undefined && !secret(key)) faults.push(`key names ${key}, and there is nothing there`);
    else if (key !== undefined && !algorithmOf(keyIn(secret(key)))) faults.push(`key names ${key}, which is no private key in PEM form of a kind that OpenID providers take: RSA from 2048 bits, or EC on P-256, P-384 or P-521`);
    if (production && issuer.startsWith('http:')) faults.push('issuer has to be an https address in production');
    return faults.map((fault) => `eidProviders[${index}].oidc.${fault}`);
  });
}

async function credentialsOf({ key: place, keyId, secret: word = '' }: OidcProviderConfig['oidc'], secret: Secret): Promise<OidcCredentials> {
  if (place === undefined) return { secret: secret(word) ?? '' };
  const key = keyIn(secret(place));
  const algorithm = algorithmOf(key);
  if (!key || !algorithm) throw new TypeError('a key was expected');
  const bytes = key.export({ type: 'pkcs8', format: 'der' });
  return { key: await crypto.subtle.importKey('pkcs8', Uint8Array.from(bytes), algorithm, false, ['sign']), keyId };
}

const curves: Partial<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

/** What the key signs by. */
function algorithmOf(key: KeyObject | undefined) {
  const { namedCurve = '', modulusLength = 0 } = key?.asymmetricKeyDetails ?? {};
  const curve = curves[namedCurve];
  if (key?.asymmetricKeyType === 'ec' && curve) return { name: 'ECDSA', namedCurve: curve };
  return key?.asymmetricKeyType === 'rsa' && modulusLength >= 2048 ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : undefined;
}

function keyIn(pem: string | undefined): KeyObject | undefined {
  try {
    return createPrivateKey(pem ?? '');
  } catch {
    return undefined;
  }
}
