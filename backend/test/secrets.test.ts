import { stat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretKey } from '../src/node/secret-key.ts';
import { newToken, secureRandom, tokenHash } from '../src/secrets/random.ts';
import { createSeal } from '../src/secrets/seal.ts';
import { temporaryFolder } from './temporary-folder.ts';

const key = secureRandom(32);

describe('a seal', () => {
  it('gives back what was sealed, and hides it', async () => {
    const seal = await createSeal(key, secureRandom);
    const sealed = await seal.seal('Åsa 199001012385', 'identity');
    expect(sealed).not.toContain('1990');
    expect(await seal.open(sealed, 'identity')).toBe('Åsa 199001012385');
    expect(await seal.seal('Åsa 199001012385', 'identity')).not.toBe(sealed);
  });

  it('does not open what was altered, sealed for another purpose, or with another key', async () => {
    const seal = await createSeal(key, secureRandom);
    const sealed = await seal.seal('text', 'identity');
    const altered = sealed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    await expect(seal.open(sealed.slice(0, -2), 'identity')).rejects.toThrow(Error);
    await expect(seal.open(altered.replace(/\.(.)/, (_, first) => (first === 'A' ? '.B' : '.A')), 'identity')).rejects.toThrow(Error);
    await expect(seal.open(sealed, 'order')).rejects.toThrow(Error);
    await expect((await createSeal(secureRandom(32), secureRandom)).open(sealed, 'identity')).rejects.toThrow(Error);
  });
});

describe('a token', () => {
  it('has 256 bits, and is stored as its SHA-256', async () => {
    expect(newToken(secureRandom)).toMatch(/^[\w-]{43}$/);
    expect(await tokenHash('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

describe('the server’s key', () => {
  it('is made once and kept in a file that only the server may read', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const first = secretKey(undefined, folder);
    expect(first).toHaveLength(32);
    expect(secretKey(undefined, folder)).toEqual(first);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(folder, 'secret'), 'utf8')).length).toBeGreaterThanOrEqual(43);
  });

  it('comes from the environment where that holds one, of a length that cannot be guessed', async () => {
    const folder = await temporaryFolder();
    const secret = 'x'.repeat(32);
    expect(secretKey(secret, folder)).toEqual(secretKey(secret, '/another/folder'));
    expect(secretKey(secret, folder)).not.toEqual(secretKey('y'.repeat(32), folder));
    expect(() => secretKey('too short', folder)).toThrow('at least 32 characters');
  });
});
