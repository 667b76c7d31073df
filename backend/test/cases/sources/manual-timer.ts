import type { Timer } from '../../../src/cases/sources/timer.ts';
import type { TestClock } from '../../test-app.ts';

export interface ManualTimer extends Timer {
  /** Lets time pass, and ends the waits that it brings to their end. */
  pass(milliseconds: number): void;
  /** How long each wait was to be, in the order that they began. */
  readonly waits: number[];
}

/** Waits shorter than `shortest` end at once; the others end when the test lets the time pass. */
export function manualTimer(clock: TestClock, shortest = 1000): ManualTimer {
  const waits: number[] = [];
  const waiting = new Set<{ until: number; end: () => void }>();
  return {
    waits,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        waits.push(milliseconds);
        if (signal.aborted || milliseconds < shortest) return resolve();
        const wait = { until: clock.now().getTime() + milliseconds, end: resolve };
        waiting.add(wait);
        signal.addEventListener('abort', () => (waiting.delete(wait), resolve()));
      }),
    pass: (milliseconds) => {
      clock.forward(milliseconds / 1000);
      for (const wait of waiting) {
        if (wait.until > clock.now().getTime()) continue;
        waiting.delete(wait);
        wait.end();
      }
    },
  };
}
