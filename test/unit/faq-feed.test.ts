import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/widgets/faq/faq.feed.ts';

const paragraph = { kind: 'paragraph', content: ['Svar'] };

describe('a feed of questions', () => {
  it('keeps what it knows of an answer and names what it does not', () => {
    const feed = readFeed({ items: [{ id: 'a', question: 'A', answer: [paragraph, { kind: 'film' }, 7, { kind: 'list', items: 'fel' }] }] });
    expect(feed).toEqual({ items: [{ id: 'a', question: 'A', answer: [paragraph] }], unknown: ['film', '?', 'list'] });
  });

  it.each([[null], [[]], [{}], [{ items: [{ id: 'a', answer: [] }] }], ['<html>']])('is none when it is %j', (body) => {
    expect(readFeed(body)).toBeUndefined();
  });
});
