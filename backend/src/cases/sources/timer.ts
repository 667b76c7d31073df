import { CaseSourceError } from '../case-source.ts';

/** How waiting is done between and around calls to other systems. A test has one of its own. */
export interface Timer {
  /** Ends after that many milliseconds, or at once when `signal` is aborted; never fails. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemTimer: Timer = {
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timeout);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timeout = setTimeout(end, milliseconds);
      if (signal.aborted) end();
      else signal.addEventListener('abort', end);
    }),
};

/**
 * What `run` answers, if it does so in time. Its signal is aborted when the time is up, when `signal` is, and when
 * there is an answer. @throws CaseSourceError `timed-out`, or the reason of `signal`
 */
export async function withinTime<T>(
  timer: Timer,
  milliseconds: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const over = new AbortController();
  const either = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  const timeUp = timer.wait(milliseconds, either).then(() => {
    signal?.throwIfAborted();
    throw new CaseSourceError('timed-out');
  });
  try {
    return await Promise.race([run(either), timeUp]);
  } finally {
    over.abort();
  }
}
