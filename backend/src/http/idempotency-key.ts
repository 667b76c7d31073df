import type { Context } from 'hono';
import { idempotencyHeader } from '../../../src/contract/case.ts';
import { ProblemError } from './problem.ts';

/** The key under which a call has its effect once. @throws ProblemError 422 when there is none that will do. */
export function idempotencyKeyOf(c: Context): string {
  const key = c.req.header(idempotencyHeader) ?? '';
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) throw new ProblemError('invalid-request', { errors: [{ pointer: '', code: 'idempotency-key' }] });
  return key;
}
