import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeTextKeys, textKeysFile } from '../../scripts/text-keys.ts';

test('the texts that a municipality may change are those that the widgets have', () => {
  expect(readFileSync(textKeysFile, 'utf8'), 'run npm run texts').toBe(makeTextKeys());
});
