import type { z } from '../../../../src/contract/schema.ts';
import type { Clock } from '../../clock.ts';
import { EidProviderError } from '../eid-provider.ts';
import { bankIdRequestSchemas } from './bankid-api.ts';
import type { BankIdPath } from './bankid-api.ts';
import { bankIdError } from './bankid-error.ts';

/** What BankID answered, as it came. */
export interface BankIdAnswer {
  status: number;
  body: string;
  /** Seconds, from the header `RateLimit-Reset`. */
  rateLimitReset: string | undefined;
}

/**
 * Carries a call to BankID: a `POST` of JSON with exactly `Content-Type: application/json`, on a line where both ends
 * have shown their certificates. Rejects when there is no answer in time.
 */
export type BankIdTransport = (path: BankIdPath, json: string) => Promise<BankIdAnswer>;

/** One call to BankID: what is asked is checked before it leaves, and what is answered before it is believed. */
export type BankIdClient = <Answer extends z.ZodMiniType>(path: BankIdPath, request: unknown, answer: Answer) => Promise<z.infer<Answer>>;

/** @throws from each call EidProviderError */
export function createBankIdClient(transport: BankIdTransport, clock: Clock): BankIdClient {
  let quietUntil = 0;

  function heedRateLimit({ status, rateLimitReset }: BankIdAnswer): void {
    const seconds = Number(rateLimitReset);
    if (status === 429 && seconds > 0) quietUntil = clock.now().getTime() + Math.min(seconds, longestQuiet) * 1000;
  }

  return async (path, request, answer) => {
    const json = withinLimits(path, request);
    if (clock.now().getTime() < quietUntil) throw new EidProviderError('unavailable', { reason: 'waits since tooManyRequests' });
    const answered = await transport(path, json).catch(unavailable);
    heedRateLimit(answered);
    const body = jsonOr(answered.body);
    if (answered.status < 200 || answered.status > 299) throw bankIdError(answered.status, body);
    const read = answer.safeParse(body);
    if (!read.success) throw new EidProviderError('rejected', { reason: 'an answer of another shape' });
    return read.data;
  };
}

/** Seconds: less than an order under way may be left without an answer. */
const longestQuiet = 20;

function withinLimits(path: BankIdPath, request: unknown): string {
  const checked = bankIdRequestSchemas[path].safeParse(request);
  if (checked.success) return JSON.stringify(checked.data);
  const fields = checked.error.issues.map((issue) => issue.path.join('.') || 'the whole');
  throw new EidProviderError('rejected', { reason: `not sent, past a limit: ${fields.join(', ')}` });
}

function unavailable(cause: unknown): never {
  throw new EidProviderError('unavailable', { cause, reason: codeOf(cause) });
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `ECONNREFUSED`, `CERT_HAS_EXPIRED`: what an operator looks for. */
function codeOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : cause instanceof Error ? cause.name : 'no answer';
}
