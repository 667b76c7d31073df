import { ProblemError } from '../http/problem.ts';
import type { EidOrderStarted } from './eid-orders.ts';

type Code = Extract<EidOrderStarted, { ok: false }>['code'];

/** The problem that an order which could not be started is answered with. */
export const refusal = (code: Code): ProblemError =>
  code === 'return-missing' ? new ProblemError('invalid-request', { errors: [{ pointer: '/returnTo', code: 'required' }] }) : new ProblemError(code);
