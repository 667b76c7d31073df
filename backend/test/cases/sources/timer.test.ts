import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemTimer, withinTime } from '../../../src/cases/sources/timer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('waiting in earnest', () => {
  it('ends when the time is up, and not before', async () => {
    const ended = vi.fn<() => void>();
    const waiting = systemTimer.wait(5000, new AbortController().signal).then(ended);
    await vi.advanceTimersByTimeAsync(4999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(ended).toHaveBeenCalled();
  });

  it('ends at once for nothing, and leaves no timer running', async () => {
    const leaving = new AbortController();
    const waiting = systemTimer.wait(5000, leaving.signal);
    leaving.abort();
    await waiting;
    await systemTimer.wait(5000, leaving.signal);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('for an answer leaves no timer running once there is one', async () => {
    expect(await withinTime(systemTimer, 5000, undefined, async () => 'answer')).toBe('answer');
    expect(vi.getTimerCount()).toBe(0);
  });
});
