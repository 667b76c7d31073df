import type { Handler } from 'hono';
import { apiBase, operations } from '../openapi/operations.ts';
import { ProblemError } from './problem.ts';

/** An address that exists under another method is answered 405 with `Allow`, any other 404. */
export const nothingHere: Handler = (c) => {
  const methods = operations.filter(({ path }) => addressOf(path).test(c.req.path)).map(({ method }) => method.toUpperCase());
  if (methods.length === 0) throw new ProblemError('not-found');
  c.header('Allow', methods.join(', '));
  throw new ProblemError('method-not-allowed');
};

const addressOf = (path: string) => new RegExp(`^${apiBase}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
