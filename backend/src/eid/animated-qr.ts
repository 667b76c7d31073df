const text = new TextEncoder();

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
  const key = await crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const proof = await crypto.subtle.sign('HMAC', key, text.encode(String(seconds)));
  return Array.from(new Uint8Array(proof), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
