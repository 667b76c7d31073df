import { base64Url, bytesOfBase64Url } from './base64-url.ts';

const nonceLength = 12;
const nameLength = 16;

/** Names that only this backend can make or read. `purpose` says what they are for; a name means nothing under another. */
export interface KeyedNames {
  /** A short name for `text`, always the same, that does not lead back to it. */
  nameOf(text: string, purpose: string): Promise<string>;
  /** `text` made unreadable, always in the same way, so that it can stand in an address and be compared. */
  hide(text: string, purpose: string): Promise<string>;
  /** What was hidden; absent when it was hidden for another purpose, or never. */
  reveal(hidden: string, purpose: string): Promise<string | undefined>;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Names by HMAC-SHA256 and AES-256-GCM under keys derived from `key`, which is 32 secret bytes. */
export async function createKeyedNames(key: Uint8Array<ArrayBuffer>): Promise<KeyedNames> {
  const secret = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const under = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(info) });
  const mac = await crypto.subtle.deriveKey(under('keyed-names-mac'), secret, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
  const aes = await crypto.subtle.deriveKey(under('keyed-names-box'), secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

  const digest = async (text: string, purpose: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', mac, bytesOf(`${purpose}\0${text}`)));
  const settings = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({ name: 'AES-GCM', iv, additionalData: bytesOf(purpose) });

  return {
    nameOf: async (text, purpose) => base64Url((await digest(text, `name:${purpose}`)).slice(0, nameLength)),
    async hide(text, purpose) {
      // The nonce comes from the text itself: it repeats only where the whole box is to repeat.
      const nonce = (await digest(text, `nonce:${purpose}`)).slice(0, nonceLength);
      const box = new Uint8Array(await crypto.subtle.encrypt(settings(nonce, purpose), aes, bytesOf(text)));
      return base64Url(new Uint8Array([...nonce, ...box]));
    },
    async reveal(hidden, purpose) {
      try {
        const bytes = bytesOfBase64Url(hidden);
        const text = await crypto.subtle.decrypt(settings(bytes.slice(0, nonceLength), purpose), aes, bytes.slice(nonceLength));
        return new TextDecoder().decode(text);
      } catch {
        return undefined;
      }
    },
  };
}
