import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64Url } from './base64-url.ts';

/** `length` bytes that nobody can foresee. A test gives its own. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

export const secureRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A new 256-bit secret, as text that fits a cookie or a path. */
export const newToken = (random: Random): string => base64Url(random(32));

/** A new id for a row, 128 bits: public, yet not to be guessed. */
export const newId = (random: Random): string => base64Url(random(16));

/**
 * SHA-256 of a token: what is stored in its place, so that a leaked database opens no session. Reckoned here, since handing
 * so little over to the platform's own costs twenty times as much as doing it.
 */
export const tokenHash = (token: string): string => base64Url(sha256(utf8ToBytes(token)));
