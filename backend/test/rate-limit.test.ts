import { describe, expect, it } from 'vitest';
import { memoryRateLimiter } from '../src/http/rate-limit.ts';
import { testClock } from './test-app.ts';

describe('a limit of three attempts a minute', () => {
  const arrange = () => {
    const clock = testClock();
    const limiter = memoryRateLimiter(clock, { attempts: 3, seconds: 60 });
    return { clock, limiter, take: (key = 'a') => limiter.take(key) };
  };

  it('lets three through and says how long the fourth has to wait', async () => {
    const { clock, take } = arrange();
    for (let attempt = 1; attempt <= 3; attempt += 1) expect(await take()).toBe(0);
    expect(await take()).toBe(60);
    clock.forward(59.5);
    expect(await take()).toBe(1);
    clock.forward(0.5);
    expect(await take()).toBe(0);
  });

  it('is not drawn out by trying meanwhile', async () => {
    const { clock, take } = arrange();
    for (let second = 0; second < 60; second += 1) {
      await take();
      clock.forward(1);
    }
    expect(await take()).toBe(0);
  });

  it('holds for each key on its own', async () => {
    const { take } = arrange();
    for (let attempt = 1; attempt <= 4; attempt += 1) await take('a');
    expect(await take('a')).toBe(60);
    expect(await take('b')).toBe(0);
  });
});
