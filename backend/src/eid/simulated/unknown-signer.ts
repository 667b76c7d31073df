import { base64OfBytes } from '../base64-text.ts';
import { base64Url } from '../../secrets/base64-url.ts';
import type { Signer } from './simulated-signature.ts';
import type { TestPerson } from './test-persons.ts';

/** Signs for anybody, by one key that nobody else trusts and no certificate vouches for. */
export function unknownSigner(): (person: TestPerson) => Promise<Signer> {
  const keys = crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  return async ({ number }) => {
    const { privateKey, publicKey } = await keys;
    const key = base64OfBytes(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)));
    const keyInfo = `<KeyName>simulated ${base64Url(new TextEncoder().encode(number))}</KeyName><KeyValue>${key}</KeyValue>`;
    return { privateKey, method: 'ecdsa-sha256', keyInfo };
  };
}
