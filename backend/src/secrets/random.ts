import { base64Url } from './base64-url.ts';

/** `length` bytes that nobody can foresee. A test gives its own. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

export const secureRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A new 256-bit secret, as text that fits a cookie or a path. */
export const newToken = (random: Random): string => base64Url(random(32));

/** A new id for a row, 128 bits: public, yet not to be guessed. */
export const newId = (random: Random): string => base64Url(random(16));

/** SHA-256 of a token: what is stored in its place, so that a leaked database opens no session. */
export async function tokenHash(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64Url(new Uint8Array(digest));
}
