const chunk = 0x8000;

/** Text as base64 of its UTF-8. */
export function base64OfText(text: string): string {
  return base64OfBytes(new TextEncoder().encode(text));
}

export function base64OfBytes(bytes: Uint8Array): string {
  let binary = '';
  // In pieces, since so many arguments at once would overflow the stack.
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** The text behind `base64OfText`. @throws when it is not base64, or not UTF-8 within. */
export function textOfBase64(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
