import { describe, expect, it } from 'vitest';
import { faqPage } from '../../src/widgets/faq/faq.json-ld.ts';

const names = (page: string | undefined) => (JSON.parse(page!) as { mainEntity: { name: string }[] }).mainEntity.map(({ name }) => name);

describe('a FAQPage', () => {
  it('holds the questions of all lists, each once and with its first answer', () => {
    const page = faqPage([[{ question: 'A', answer: '1' }, { question: 'B', answer: '2' }], [{ question: ' A ', answer: '3' }]]);
    expect(names(page)).toEqual(['A', 'B']);
    expect(page).toContain('"text":"1"');
    expect(page).not.toContain('"text":"3"');
  });

  it('leaves out a question without an answer, and is none without questions', () => {
    expect(names(faqPage([[{ question: 'A', answer: '1' }, { question: 'B', answer: ' ' }]]))).toEqual(['A']);
    expect(faqPage([[], [{ question: ' ', answer: 'x' }]])).toBeUndefined();
  });

  it('writes runs of space as one', () => {
    const page = faqPage([[{ question: 'A\n  b', answer: ' c\u00a0 d ' }]]);
    expect(page).toContain('"name":"A b"');
    expect(page).toContain('"text":"c d"');
  });
});
