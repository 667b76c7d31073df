import type { Clock } from '../clock.ts';
import { ProblemError } from './problem.ts';

/** Counts attempts under a key. */
export interface RateLimiter {
  /** Counts one attempt; answers 0 when it is let through, else the whole seconds to wait. */
  take(key: string): Promise<number>;
}

/** Those `PerBrowser` go by the secret of the browser, so that a school behind one address is not locked out. */
export interface RateLimits {
  ordersPerBrowser: RateLimiter;
  pollsPerBrowser: RateLimiter;
  ordersPerAddress: RateLimiter;
  sessionsPerAddress: RateLimiter;
  feedbackPerAddress: RateLimiter;
  repliesPerPerson: RateLimiter;
  uploadsPerPerson: RateLimiter;
  childrenPerPerson: RateLimiter;
  applicationsPerPerson: RateLimiter;
  signingChangesPerPerson: RateLimiter;
  noticesPerPerson: RateLimiter;
  invitationsPerAddress: RateLimiter;
}

/** At most `attempts` within `seconds`. */
export interface Quota {
  attempts: number;
  seconds: number;
}

export type Quotas = Record<keyof RateLimits, Quota>;

export const defaultQuotas: Quotas = {
  ordersPerBrowser: { attempts: 10, seconds: 600 },
  // Three a second. In a window of one second the same tab of several would be the one too many each time.
  pollsPerBrowser: { attempts: 15, seconds: 5 },
  ordersPerAddress: { attempts: 60, seconds: 600 },
  sessionsPerAddress: { attempts: 120, seconds: 600 },
  feedbackPerAddress: { attempts: 60, seconds: 600 },
  repliesPerPerson: { attempts: 30, seconds: 600 },
  uploadsPerPerson: { attempts: 100, seconds: 600 },
  // Each asks the registers.
  childrenPerPerson: { attempts: 60, seconds: 600 },
  applicationsPerPerson: { attempts: 30, seconds: 600 },
  signingChangesPerPerson: { attempts: 60, seconds: 600 },
  // Each sends a mail, to an address that somebody has typed.
  noticesPerPerson: { attempts: 20, seconds: 3600 },
  invitationsPerAddress: { attempts: 120, seconds: 600 },
};

/** The default quotas with `factor` times as many attempts. */
export const quotasTimes = (factor: number): Quotas =>
  forEachLimit((name) => ({ ...defaultQuotas[name], attempts: defaultQuotas[name].attempts * factor }));

/** Limiters that count in memory, each for itself: right for one process. */
export const memoryRateLimits = (clock: Clock, quotas: Partial<Quotas> = {}): RateLimits =>
  forEachLimit((name) => memoryRateLimiter(clock, quotas[name] ?? defaultQuotas[name]));

const forEachLimit = <T>(make: (name: keyof RateLimits) => T): Record<keyof RateLimits, T> => ({
  ordersPerBrowser: make('ordersPerBrowser'),
  pollsPerBrowser: make('pollsPerBrowser'),
  ordersPerAddress: make('ordersPerAddress'),
  sessionsPerAddress: make('sessionsPerAddress'),
  feedbackPerAddress: make('feedbackPerAddress'),
  repliesPerPerson: make('repliesPerPerson'),
  uploadsPerPerson: make('uploadsPerPerson'),
  childrenPerPerson: make('childrenPerPerson'),
  applicationsPerPerson: make('applicationsPerPerson'),
  signingChangesPerPerson: make('signingChangesPerPerson'),
  noticesPerPerson: make('noticesPerPerson'),
  invitationsPerAddress: make('invitationsPerAddress'),
});

/** A window opens with a key's first attempt and closes `quota.seconds` later, whatever is tried meanwhile. */
export function memoryRateLimiter(clock: Clock, quota: Quota): RateLimiter {
  const windows = new Map<string, { attempts: number; closesAt: number }>();

  function dropClosed(now: number): void {
    // Windows are all of one length, so the map is in closing order.
    for (const [key, window] of windows) {
      if (window.closesAt > now) return;
      windows.delete(key);
    }
  }

  return {
    async take(key) {
      const now = clock.now().getTime();
      dropClosed(now);
      const window = windows.get(key) ?? { attempts: 0, closesAt: now + quota.seconds * 1000 };
      windows.set(key, window);
      window.attempts += 1;
      return window.attempts <= quota.attempts ? 0 : Math.max(1, Math.ceil((window.closesAt - now) / 1000));
    },
  };
}

/** Counts one attempt. @throws ProblemError `too-many-requests` with the time to wait. */
export async function refuseOver(limiter: RateLimiter, key: string): Promise<void> {
  const retryAfter = await limiter.take(key);
  if (retryAfter > 0) throw new ProblemError('too-many-requests', { retryAfter });
}
