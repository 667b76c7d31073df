import { EidProviderError } from '../eid-provider.ts';
import { errorAnswerSchema } from './bankid-api.ts';

type Code = EidProviderError['code'];

const byErrorCode = new Map<string, Code>([
  ['alreadyInProgress', 'already-in-progress'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['requestTimeout', 'unavailable'],
  ['tooManyRequests', 'unavailable'],
  ['maintenance', 'unavailable'],
  ['internalError', 'failed'],
]);

/** For an answer that is not BankID's own, from a proxy in between. */
const byStatus = new Map<number, Code>([
  [408, 'unavailable'],
  [429, 'unavailable'],
  [500, 'failed'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
]);

/** What an answer that is an error means to the order service. `body` is what was read of it, of any shape. */
export function bankIdError(status: number, body: unknown): EidProviderError {
  const { data } = errorAnswerSchema.safeParse(body);
  const errorCode = data && /^[A-Za-z]{1,64}$/.test(data.errorCode) ? data.errorCode : undefined;
  const code = (errorCode === undefined ? byStatus.get(status) : byErrorCode.get(errorCode)) ?? 'rejected';
  const reason = [`${status} ${errorCode ?? 'without a code'}`, masked(data?.details)].filter(Boolean).join(': ');
  return new EidProviderError(code, { reason });
}

/** BankID's words for the log, without what they may quote of the call: numbers, references, and characters of no word. */
const masked = (details = ''): string =>
  details.replace(/\S*\d\S*/g, '…').replace(/[^\p{L}\s.,:'"()…-]/gu, '').slice(0, 200);
