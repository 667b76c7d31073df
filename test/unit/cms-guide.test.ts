import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cmsGuides, questionsStep } from '../../demo/builder/cms-guide.ts';

describe('an editor who asks how it is done in their CMS', () => {
  test('has those of most municipalities to choose from, and another', () => {
    expect(cmsGuides.map(({ id }) => id)).toEqual(['sitevision', 'wordpress', 'optimizely', 'umbraco', 'drupal', 'typo3', 'episerver', 'tinymce', 'ckeditor', 'annat']);
  });

  test.each(cmsGuides)('does at most five things in $name, and is told to take the whole address', ({ steps }) => {
    expect(steps.length).toBeLessThanOrEqual(5);
    expect(steps.indexOf(questionsStep)).toBe(steps.length - 2);
    expect(steps.filter((step) => step.includes('efter #'))).toHaveLength(1);
    expect(steps.join(' ')).toMatch(/länkknappen|Länk i|Infoga\/redigera länk/);
  });

  test('reads of the buttons of just that one', () => {
    const linking = cmsGuides.map(({ steps }) => steps.filter((step) => /adress|knapp|Länk/.test(step)).join(' '));
    expect(new Set(linking).size).toBe(cmsGuides.length);
  });
});

/** What came through an editor of text in `npm run test:editors`, by the heading of the column. */
function measured(editor: string): Record<string, string | undefined> {
  const rows = readFileSync('cms/README.md', 'utf8').split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  const heads = rows.find((row) => row.includes('märkt stycke'))!;
  const row = rows.find(([name]) => name === editor)!;
  return Object.fromEntries(heads.map((head, index) => [head, row[index]]));
}

const columns = { link: 'länk', code: 'textkod', quote: 'citat', paragraph: 'märkt stycke', tag: 'tagg med innehåll' } as const;

test.each([
  ['tinymce', 'TinyMCE'],
  ['optimizely', 'TinyMCE'],
  ['episerver', 'TinyMCE'],
  ['ckeditor', 'CKEditor 5'],
  ['drupal', 'CKEditor 5'],
  ['typo3', 'CKEditor 5'],
])('what the guide to %s says is kept is what was measured in %s', (id, editor) => {
  const came = measured(editor);
  const { keeps } = cmsGuides.find((guide) => guide.id === id)!;
  expect([...keeps].sort()).toEqual(Object.entries(columns).filter(([, column]) => came[column] === '✔').map(([shape]) => shape).sort());
});
