import type { Context } from 'hono';
import { ProblemError } from '../http/problem.ts';

/** The whole number in a header. @throws ProblemError 422 when there is none. */
export function wholeNumberIn(c: Context, header: 'Upload-Length' | 'Upload-Offset'): number {
  const value = c.req.header(header) ?? '';
  if (!/^\d{1,15}$/.test(value)) throw new ProblemError('invalid-request', { errors: [{ pointer: '', code: header.toLowerCase() }] });
  return Number(value);
}

const longestMetadata = 2048;
const metadataPair = /^[\x21-\x2b\x2d-\x7e]+( [A-Za-z0-9+/]*={0,2})?$/;

/** What a sender says of a file: names, each once, and values in base64. @throws ProblemError 422 when it is anything else. */
export function readMetadata(header: string): Map<string, string> {
  const pairs = header === '' ? [] : header.split(',').map((pair) => pair.trim());
  try {
    if (header.length > longestMetadata || !pairs.every((pair) => metadataPair.test(pair))) throw new RangeError();
    const metadata = new Map(pairs.map((pair) => pair.split(' ')).map(([name = '', value = '']) => [name, textOf(value)]));
    if (metadata.size < pairs.length) throw new RangeError();
    return metadata;
  } catch {
    throw new ProblemError('invalid-request', { errors: [{ pointer: '', code: 'upload-metadata' }] });
  }
}

const textOf = (base64: string) => new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

/** The body of a call, as much of it as came before the line was cut; absent when it is more than `most`. */
export async function readPiece(request: Request, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    const reader = request.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.byteLength;
      if (length > most) {
        await reader?.cancel();
        return undefined;
      }
      chunks.push(part.value);
    }
  } catch {
    // The sender comes back and goes on from what is here.
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
