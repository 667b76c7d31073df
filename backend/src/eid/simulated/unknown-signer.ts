import { base64OfBytes } from '../base64-text.ts';
import { base64Url } from '../../secrets/base64-url.ts';
import type { EidIdentity } from '../eid-provider.ts';
import type { Signer } from './simulated-signature.ts';

/** Signs for anybody, by one key that nobody else trusts and no certificate vouches for. */
export function unknownSigner(): (identity: EidIdentity) => Promise<Signer> {
  const keys = crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  return async ({ subjectId }) => {
    const { privateKey, publicKey } = await keys;
    const key = base64OfBytes(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
    const keyInfo = `<KeyName>simulated ${base64Url(new TextEncoder().encode(subjectId))}</KeyName><KeyValue>${key}</KeyValue>`;
    return { privateKey, method: 'ecdsa-sha256', keyInfo };
  };
}
