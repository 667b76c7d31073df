import { describe, expect, it } from 'vitest';
import { slug } from '../../src/widgets/faq/faq.slug.ts';

describe('the address of a question', () => {
  it.each([
    ['Hur gör jag på Älmhults sida?', 'hur-gor-jag-pa-almhults-sida'],
    ['  Café & crème brûlée!  ', 'cafe-creme-brulee'],
    ['E‑legitimation\u00ad en – vad är det?', 'e-legitimation-en-vad-ar-det'],
    ['A\u030angra', 'angra'],
    ['Vad kostar 1 000 kr?', 'vad-kostar-1-000-kr'],
    ['ما هي الهوية؟', 'ما-هي-الهوية'],
    ['???', 'fraga'],
  ])('of «%s» is %s', (text, address) => {
    expect(slug(text)).toBe(address);
  });

  it('is short enough to send, and ends in a letter', () => {
    const long = slug('ord '.repeat(60));
    expect(long.length).toBeLessThanOrEqual(80);
    expect(long).toMatch(/^[\p{L}\p{N}-]{1,120}$/u);
    expect(long).toMatch(/[^-]$/);
  });
});
