import { describe, expect, it } from 'vitest';
import { createKeyedNames } from '../src/secrets/keyed-names.ts';
import { secureRandom } from '../src/secrets/random.ts';

const number = '199001012385';

describe('a keyed name', () => {
  it('is the same each time, for one purpose and under one key', async () => {
    const [names, others] = [await createKeyedNames(secureRandom(32)), await createKeyedNames(secureRandom(32))];
    const name = await names.nameOf(number, 'person');
    expect(name).toMatch(/^[\w-]{22}$/);
    expect(await names.nameOf(number, 'person')).toBe(name);
    expect(await names.nameOf(number, 'child')).not.toBe(name);
    expect(await others.nameOf(number, 'person')).not.toBe(name);
    expect(await names.nameOf('199001012386', 'person')).not.toBe(name);
  });
});

describe('a hidden text', () => {
  it('is the same each time, and comes back under its own purpose and key alone', async () => {
    const [names, others] = [await createKeyedNames(secureRandom(32)), await createKeyedNames(secureRandom(32))];
    const hidden = await names.hide('own Ärende 1', 'case:a');
    expect(hidden).toMatch(/^[\w-]+$/);
    expect(await names.hide('own Ärende 1', 'case:a')).toBe(hidden);
    expect(await names.reveal(hidden, 'case:a')).toBe('own Ärende 1');
    expect(await names.reveal(hidden, 'case:b')).toBeUndefined();
    expect(await others.reveal(hidden, 'case:a')).toBeUndefined();
  });

  it('comes back as nothing when it has been altered or was never hidden', async () => {
    const names = await createKeyedNames(secureRandom(32));
    const hidden = await names.hide('text', 'case');
    const altered = (hidden.startsWith('A') ? 'B' : 'A') + hidden.slice(1);
    for (const text of ['', 'x', '%%%', altered, hidden.slice(0, -4)]) expect(await names.reveal(text, 'case')).toBeUndefined();
  });
});
