import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('no pattern of the widgets looks behind, since Safari before 16.4 then reads nothing of the file', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((name) => /\(\?<[=!]/.test(readFileSync(join('src', name), 'utf8')))).toEqual([]);
});
