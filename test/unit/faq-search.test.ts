import { describe, expect, it } from 'vitest';
import { fold, match, placesOf, wordsOf } from '../../src/widgets/faq/faq.search.ts';

const found = (query: string, question: string, answer = '') => match(wordsOf(query), fold(question), fold(answer));

describe('a search among questions', () => {
  it.each([
    ['a', 'å'], ['o', 'ö'], ['lank', 'Länk'], ['å', 'Alla'], ['vardnadshavare', 'Vårdnadshavare'],
  ])('for «%s» does not find «%s», since å, ä and ö are letters of their own', (query, text) => {
    expect(found(query, text)).toBeUndefined();
  });

  it.each([
    ['cafe', 'Café'], ['café', 'Cafe'], ['muller', 'Müller'], ['LÄNK', 'länk'], ['länk', 'La\u0308nk'], ['smörgås', 'SMÖRGÅS'],
    ['elegitimation', 'e-legitimation'], ['e-legitimation', 'e\u2011legitimation'], ['legitimation', 'legi\u00adtimation'],
    ['0476-550 00', '0476\u2013550\u00a000'], ['ærø', 'ärö'],
  ])('for «%s» finds «%s»', (query, text) => {
    expect(found(query, text)).toBe('question');
  });

  it('wants every word, in the question or in the answer', () => {
    expect(found('kod bank', 'Jag har glömt min kod', 'Gå till banken')).toBe('answer');
    expect(found('kod skola', 'Jag har glömt min kod', 'Gå till banken')).toBeUndefined();
    expect(found('min  kod ', 'Jag har glömt min kod', 'kod')).toBe('question');
  });

  it('is none when nothing but spaces and hyphens is written', () => {
    expect(wordsOf(' - \u00a0–')).toEqual([]);
  });

  it('knows where in the real text each word stands', () => {
    const text = 'E\u2011legi\u00adtimation på cafe\u0301et, E-LEGITIMATION';
    const places = placesOf(wordsOf('elegitimation caféet'), fold(text));
    expect(places.map(([start, end]) => text.slice(start, end))).toEqual(['E\u2011legi\u00adtimation', 'E-LEGITIMATION', 'cafe\u0301et']);
  });
});
