import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editorWidgets } from '../../cms/editor-widgets.ts';

const read = (page: string): string => readFileSync(new URL(`../../cms/${page}`, import.meta.url), 'utf8');

/** How each page writes a tag with what it may have. */
const inBrackets = (tag: string) => new RegExp(`\\b${tag}\\[([^\\]]*)\\]`);
const written = {
  'ckeditor.md': inBrackets,
  'drupal.md': (tag: string) => new RegExp(`^<${tag} ([^>]*)>$`, 'm'),
  'optimizely.md': inBrackets,
  'sanitize-html.md': (tag: string) => new RegExp(`'${tag}': \\[([^\\]]*)\\]`),
  'tinymce.md': inBrackets,
  'typo3.md': (tag: string) => new RegExp(`'${tag}' => \\[([^\\]]*)\\]`),
  'umbraco.md': inBrackets,
};

test.each(Object.entries(written))('a web manager finds every widget with each of its settings, and no other, in %s', (page, tagIn) => {
  const found = editorWidgets().map(({ tag }) => [tag, tagIn(tag).exec(read(page))?.[1]?.match(/[a-z-]+/g) ?? []]);
  expect(found).toEqual(editorWidgets().map(({ tag, settings }) => [tag, settings.map(({ name }) => name)]));
});

test.each(['optimizely.md', 'tinymce.md', 'umbraco.md'])('a web manager can name all the tags to TinyMCE by %s', (page) => {
  expect(read(page)).toContain(editorWidgets().map(({ tag }) => tag).join(','));
});

test('a web manager reads of the phone number in the line for the whole site, and of all that a policy must allow', () => {
  for (const said of ['data-phone="', 'script-src', 'style-src', 'connect-src', 'img-src', 'trusted-types lit-html']) expect(read('README.md')).toContain(said);
});
