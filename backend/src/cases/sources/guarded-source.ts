import type { Clock } from '../../clock.ts';
import { failureFields } from '../../log.ts';
import type { Log } from '../../log.ts';
import { CaseSourceError } from '../case-source.ts';
import type { CaseSource } from '../case-source.ts';
import { Breaker } from './breaker.ts';
import type { Pass } from './breaker.ts';
import { withinTime } from './timer.ts';
import type { Timer } from './timer.ts';

export interface GuardLimits {
  /** Milliseconds that one call may take, repeats and pauses included. */
  timeLimit: number;
  /** The same for the bytes of a document, which some systems make on demand, and for sending a reply. */
  documentTimeLimit: number;
  /** Failures in a row after which the system is left alone. */
  failures: number;
  /** Milliseconds that it is left alone. */
  rest: number;
}

export const defaultGuardLimits: GuardLimits = { timeLimit: 5_000, documentTimeLimit: 20_000, failures: 5, rest: 30_000 };

export interface GuardTools {
  clock: Clock;
  timer: Timer;
  /** From 0 up to 1. */
  random: () => number;
  log: Log;
}

const repeats = 2;
const firstPause = 100;

/**
 * The source with a time limit, two repeats of reads that met with a passing fault, and a breaker. Whatever goes
 * wrong comes out as a `CaseSourceError`, unless the caller itself gave up.
 */
export function guardedSource(source: CaseSource, tools: GuardTools, limits: GuardLimits = defaultGuardLimits): CaseSource {
  const { clock, timer, random, log } = tools;
  const breaker = new Breaker(clock, limits);

  function settleFailure(pass: Pass, thrown: unknown): CaseSourceError {
    const failure = thrown instanceof CaseSourceError ? thrown : new CaseSourceError('unreadable');
    if (failure !== thrown) log.error('case-source-broke', { source: source.id, ...failureFields(thrown) });
    // A system that answers needs no sparing, and one person's odd case is nobody else's trouble.
    if (failure.code === 'unreadable' || failure.code === 'refused') breaker.worked(pass);
    else if (breaker.failed(pass)) log.warn('case-source-left-alone', { source: source.id, seconds: limits.rest / 1000 });
    return failure;
  }

  async function call<T>(limit: number, signal: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const pass = breaker.admit();
    if (!pass) throw new CaseSourceError('unavailable');
    try {
      const answer = await withinTime(timer, limit, signal, run);
      breaker.worked(pass);
      return answer;
    } catch (failure) {
      if (!signal?.aborted) throw settleFailure(pass, failure);
      breaker.abandoned(pass);
      throw failure;
    }
  }

  async function repeated<T>(signal: AbortSignal, read: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let attempt = 0; attempt < repeats; attempt += 1) {
      try {
        return await read(signal);
      } catch (failure) {
        if (!(failure instanceof CaseSourceError && failure.code === 'unavailable')) throw failure;
      }
      // At least half the pause, and not the same for all who wait.
      await timer.wait(firstPause * 2 ** attempt * (0.5 + random()), signal);
      signal.throwIfAborted();
    }
    return read(signal);
  }

  const read = <T>(limit: number, signal: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<T>) =>
    call(limit, signal, (inTime) => repeated(inTime, run));

  const reply = source.reply?.bind(source);
  return {
    id: source.id,
    name: source.name,
    // Whoever asks waits a little longer than the limit, so that it is this guard that notices.
    patience: limits.timeLimit + 1_000,
    ...(source.freshFor !== undefined && { freshFor: source.freshFor }),
    list: (person, signal) => read(limits.timeLimit, signal, (inTime) => source.list(person, inTime)),
    find: (person, id, signal) => read(limits.timeLimit, signal, (inTime) => source.find(person, id, inTime)),
    document: (person, caseId, documentId, signal) =>
      read(limits.documentTimeLimit, signal, (inTime) => source.document(person, caseId, documentId, inTime)),
    // Sent once: a repeat could say the same thing twice.
    ...(reply && {
      reply: (person, caseId, message) => call(limits.documentTimeLimit, undefined, () => reply(person, caseId, message)),
    }),
  };
}
