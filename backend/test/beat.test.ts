import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBeat } from '../src/beat.ts';

describe('a beat', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets those who wait begin together, and whoever comes later wait for the next', async () => {
    const beat = createBeat(50);
    const begun: string[] = [];
    const arrives = (name: string) => void beat().then(() => begun.push(name));
    arrives('first');
    await vi.advanceTimersByTimeAsync(40);
    arrives('second');
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(10);
    expect(begun).toEqual(['first', 'second']);

    arrives('third');
    await vi.advanceTimersByTimeAsync(49);
    expect(begun).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(['first', 'second', 'third']);
  });
});
