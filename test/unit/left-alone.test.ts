import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { notForTags } from '../../src/anchors/anchor.ts';

test('the loader leaves tags alone in the same places as everybody else says that it does', () => {
  const loader = readFileSync(new URL('../../src/loader.ts', import.meta.url), 'utf8');
  expect(loader).toContain(`'${notForTags.replace('[contenteditable]:not([contenteditable=false])', ':read-write')}'`);
});
