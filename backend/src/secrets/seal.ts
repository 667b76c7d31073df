import { base64Url, bytesOfBase64Url } from './base64-url.ts';
import type { Random } from './random.ts';

const nonceLength = 12;

/**
 * Encrypts what must not be readable in the database. `purpose` says what the text is for; a sealed text opens only
 * under the purpose that it was sealed with, so that one column's value cannot be passed off as another's.
 */
export interface Seal {
  seal(text: string, purpose: string): Promise<string>;
  /** @throws when the text was sealed with another key or purpose, or has been altered. */
  open(sealed: string, purpose: string): Promise<string>;
}

/** A seal of AES-256-GCM; `key` is 32 secret bytes. */
export async function createSeal(key: Uint8Array<ArrayBuffer>, random: Random): Promise<Seal> {
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const settings = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(purpose),
  });
  return {
    async seal(text, purpose) {
      const nonce = random(nonceLength);
      const box = await crypto.subtle.encrypt(settings(nonce, purpose), aes, new TextEncoder().encode(text));
      return `${base64Url(nonce)}.${base64Url(new Uint8Array(box))}`;
    },
    async open(sealed, purpose) {
      const [nonce = '', box = ''] = sealed.split('.');
      const text = await crypto.subtle.decrypt(settings(bytesOfBase64Url(nonce), purpose), aes, bytesOfBase64Url(box));
      return new TextDecoder().decode(text);
    },
  };
}
