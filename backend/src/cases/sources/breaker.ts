import type { Clock } from '../../clock.ts';

type BreakerState = { at: 'closed'; failures: number } | { at: 'open'; since: number } | { at: 'probing' };

/** What a call was let through as. Hand it back with how the call went. */
export type Pass = 'call' | 'probe';

export interface BreakerLimits {
  /** Failures in a row that open it. */
  failures: number;
  /** Milliseconds that it stays open before one call may try again. */
  rest: number;
}

/** Spares a system that does not answer: after some failures in a row it lets no call through, and then one at a time. */
export class Breaker {
  readonly #clock: Clock;
  readonly #limits: BreakerLimits;
  #state: BreakerState = { at: 'closed', failures: 0 };

  constructor(clock: Clock, limits: BreakerLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** A pass for one call, or `undefined` when none may be made now. */
  admit(): Pass | undefined {
    const state = this.#state;
    if (state.at === 'closed') return 'call';
    if (state.at === 'probing' || this.#now() - state.since < this.#limits.rest) return undefined;
    this.#state = { at: 'probing' };
    return 'probe';
  }

  worked(pass: Pass): void {
    // A call from before it opened says nothing about now.
    if (pass === 'probe' || this.#state.at === 'closed') this.#state = { at: 'closed', failures: 0 };
  }

  /** Answers true when that was one failure too many. */
  failed(pass: Pass): boolean {
    const failures = this.#state.at === 'closed' ? this.#state.failures + 1 : 0;
    const isTooMany = pass === 'probe' || failures >= this.#limits.failures;
    if (isTooMany) this.#state = { at: 'open', since: this.#now() };
    else if (this.#state.at === 'closed') this.#state = { at: 'closed', failures };
    return isTooMany;
  }

  /** The one who asked went away before there was an answer. */
  abandoned(pass: Pass): void {
    if (pass === 'probe') this.#state = { at: 'open', since: this.#now() - this.#limits.rest };
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
