import { describe, expect, it } from 'vitest';
import { remembered } from '../src/remembered.ts';

/** Remembers the last two, and notes what it had to make. */
function world(make = async (key: string) => key.toUpperCase()) {
  const made: string[] = [];
  const ask = remembered(2, (key) => {
    made.push(key);
    return make(key);
  });
  return { made, ask };
}

describe('what is remembered', () => {
  it('is made once, also for two who ask at the same moment', async () => {
    const { made, ask } = world();
    expect(await Promise.all([ask('a'), ask('a')])).toEqual(['A', 'A']);
    expect(await ask('a')).toBe('A');
    expect(made).toEqual(['a']);
  });

  it('makes way when it was not asked for the longest', async () => {
    const { made, ask } = world();
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is made anew after it failed', async () => {
    let works = false;
    const { ask } = world(async () => {
      if (!works) throw new Error('not yet');
      return 'well';
    });
    await expect(ask('a')).rejects.toThrow('not yet');
    works = true;
    expect(await ask('a')).toBe('well');
  });
});
