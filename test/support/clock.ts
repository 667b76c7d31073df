import { useFakeTimers, type SinonFakeTimers } from 'sinon';

let clock: SinonFakeTimers | undefined;

afterEach(() => {
  clock?.restore();
  clock = undefined;
});

/** Stops time at `start` until the test ends; `await clock.tickAsync(ms)` lets it pass. */
export function stopClock(start: string | Date = new Date()): SinonFakeTimers {
  clock?.restore();
  clock = useFakeTimers({ now: new Date(start), toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  return clock;
}
