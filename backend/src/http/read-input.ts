import type { Context } from 'hono';
import type { z } from '../../../src/contract/schema.ts';
import { ProblemError } from './problem.ts';

const largestBody = 64 * 1024;

/** The JSON body of a call, as `schema` says it must be. @throws ProblemError 400, 413, 415 or 422. */
export async function readBody<Schema extends z.ZodMiniType>(c: Context, schema: Schema): Promise<z.output<Schema>> {
  const mediaType = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw new ProblemError('unsupported-media-type');
  return parsed(schema, jsonOf(await textOf(c.req.raw)));
}

/** The query of a call, as `schema` says it must be. @throws ProblemError 422. */
export function readQuery<Schema extends z.ZodMiniType>(c: Context, schema: Schema): z.output<Schema> {
  return parsed(schema, c.req.query());
}

async function textOf(request: Request): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  // Counted while it arrives: a stated Content-Length may be missing or untrue.
  for await (const chunk of streamOf(request)) {
    length += chunk.byteLength;
    if (length > largestBody) throw new ProblemError('invalid-request', { status: 413 });
    chunks.push(chunk);
  }
  return new Blob(chunks).text();
}

async function* streamOf(request: Request): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('invalid-request', { status: 400, errors: [{ pointer: '', code: 'not-json' }] });
  }
}

/** The input as `schema` says it must be. @throws ProblemError 422, which names places and never values. */
export function parsed<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    pointer: issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    code: issue.code.replaceAll('_', '-'),
  }));
  throw new ProblemError('invalid-request', { errors });
}
