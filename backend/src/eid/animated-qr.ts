import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What an e-ID provider hands out for an animated QR code. `secret` is the key and never leaves the backend. */
export interface QrStart {
  token: string;
  secret: string;
}

/** The text of the QR code, `seconds` whole seconds after the order began: `bankid.<token>.<seconds>.<proof>`. */
export const animatedQrText = (start: QrStart, seconds: number): string => `bankid.${start.token}.${seconds}.${qrProof(start.secret, seconds)}`;

/** HMAC-SHA256 over the seconds, in hexadecimal: shows that a QR code was made by the holder of the secret, just then. */
export const qrProof = (secret: string, seconds: number): string => bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(String(seconds))));
