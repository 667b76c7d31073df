import { CaseSourceError } from '../case-source.ts';

/**
 * The text of an answer, by the first charset in `stated` that it can be, or by `otherwise` when none is stated.
 * UTF-8 is tried first of those stated, since bytes that are something else hardly ever pass as UTF-8.
 * @throws CaseSourceError `unreadable` rather than giving a garbled text
 */
export function decodeText(bytes: Uint8Array, stated: readonly (string | undefined)[], otherwise: string): string {
  const charsets = stated.filter((charset) => charset !== undefined).map((charset) => charset.toLowerCase());
  const inTurn = charsets.length === 0 ? [otherwise] : charsets.toSorted((one, other) => Number(isUtf8(other)) - Number(isUtf8(one)));
  for (const charset of inTurn) {
    const text = decoded(bytes, charset);
    if (text !== undefined) return text;
  }
  throw new CaseSourceError('unreadable');
}

const isUtf8 = (charset: string) => charset === 'utf-8' || charset === 'utf8';

function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
