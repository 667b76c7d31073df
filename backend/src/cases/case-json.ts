/** What `value` says as JSON, bytes included. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? { $bytes: binaryOf(part) } : part));
}

/** The value behind `jsonOf`. Fields that are called `at`, or end in `At`, `Until` or `UpTo`, hold instants. */
export function valueOf<Value>(json: string): Value {
  return JSON.parse(json, (key, part: unknown) => {
    if (typeof part === 'string' && /^at$|(At|Until|UpTo)$/.test(key)) return new Date(part);
    return isBytes(part) ? Uint8Array.from(atob(part.$bytes), (character) => character.charCodeAt(0)) : part;
  });
}

const isBytes = (part: unknown): part is { $bytes: string } =>
  typeof part === 'object' && part !== null && '$bytes' in part && typeof part.$bytes === 'string';

/** Piece by piece: a file has more bytes than a function takes arguments. */
function binaryOf(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}
