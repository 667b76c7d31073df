import { remembered } from '../remembered.ts';

const text = new TextEncoder();
/** So many proofs are made at a time: handing one over to where they are made costs more than making ten. */
const atOnce = 10;
/** For so many codes that are shown at the same time. */
const mostCodes = 1000;

/** What an e-ID provider hands out for an animated QR code. `secret` is the key and never leaves the backend. */
export interface QrStart {
  token: string;
  secret: string;
}

/** The text of the QR code, `seconds` whole seconds after the order began: `bankid.<token>.<seconds>.<proof>`. */
export async function animatedQrText(start: QrStart, seconds: number): Promise<string> {
  return `bankid.${start.token}.${seconds}.${await qrProof(start.secret, seconds)}`;
}

/** HMAC-SHA256 over the seconds, in hexadecimal: shows that a QR code was made by the holder of the secret, just then. */
export async function qrProof(secret: string, seconds: number): Promise<string> {
  const from = seconds - (seconds % atOnce);
  const proof = (await proofsFrom(`${from} ${secret}`))[seconds - from];
  if (proof === undefined) throw new RangeError('whole seconds, from 0 on');
  return proof;
}

const proofsFrom = remembered(mostCodes, async (key) => {
  const [from, secret] = [Number.parseInt(key, 10), key.slice(key.indexOf(' ') + 1)];
  const hmac = await crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return Promise.all(Array.from({ length: atOnce }, async (_, index) => hexOf(await crypto.subtle.sign('HMAC', hmac, text.encode(String(from + index))))));
});

const hexOf = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
