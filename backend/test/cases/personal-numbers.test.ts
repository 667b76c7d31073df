import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../src/cases/sources/file-name.ts';
import { maskPersonalNumbers } from '../../src/cases/personal-numbers.ts';
import { inventedPersons } from './sources/invented-cases.ts';

const numbers = [...Object.values(inventedPersons), '198000602394', '201701012393'];
const number = fc.constantFrom(...numbers);
const space = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009', '\t', '\n', '  ');
const dash = fc.constantFrom('-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uff0d');
const around = fc.constantFrom('', 'Gäller ', 'nr:', '(', ' – ', 'ärende_');

describe('a personal number in a text', () => {
  it('is taken out however its last four digits are set apart', () => {
    const sign = fc.oneof(dash, fc.constantFrom('', '+', '.', '/', ':', '_'));
    fc.assert(
      fc.property(number, fc.boolean(), space, sign, space, around, (whole, isLong, before, mark, after, text) => {
        const date = whole.slice(isLong ? 0 : 2, 8);
        expect(maskPersonalNumbers(`${text}${date}${before}${mark}${after}${whole.slice(8)}.`)).toBe(`${text}[personnummer].`);
      }),
    );
  });

  it('is taken out also when its date is written as one', () => {
    fc.assert(
      fc.property(number, fc.boolean(), fc.oneof(dash, fc.constantFrom('.', '/', ' ', '\u00a0')), space, dash, space, (whole, isLong, mark, before, between, after) => {
        const date = [whole.slice(isLong ? 0 : 2, 4), whole.slice(4, 6), whole.slice(6, 8)].join(mark);
        expect(maskPersonalNumbers(`Gäller ${date}${before}${between}${after}${whole.slice(8)}.`)).toBe('Gäller [personnummer].');
      }),
    );
  });

  it('is taken out with signs in it that nobody sees', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 11 }), fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff'), (whole, place, hidden) => {
        expect(maskPersonalNumbers(`Gäller ${whole.slice(0, place)}${hidden}${whole.slice(place)}.`)).toBe('Gäller [personnummer].');
      }),
    );
  });

  it('is taken out also when a digit is wrong, where nothing else is written so', () => {
    expect(maskPersonalNumbers('850116-9886, 850116 - 9886 och 198501169886, felskrivna')).toBe('[personnummer], [personnummer] och [personnummer], felskrivna');
    expect(maskPersonalNumbers('20170101TF01, 2017-01-01-TF01 och 170101-TF01')).toBe('[personnummer], [personnummer] och [personnummer]');
  });

  it('is not to be had from the name of a file', () => {
    for (const name of ['19850116 - 9885', '19850116\u00a0–\u00a09885', '1985-01-16-9885', '1985\u200b0116-9885', '19850116/9885']) {
      expect(documentOf({ id: 'd', fileName: `Intyg ${name}.pdf`, size: 1, at: new Date(0), origin: 'you' })).toMatchObject({ fileName: 'Intyg [personnummer].pdf', title: 'Intyg [personnummer]' });
    }
  });

  it.each([
    'Ring 0701234567, 070-123 45 67 eller 0476-550 00',
    'Ärende 2026-000160, dnr 2026/1042 och OEP-4065',
    'Org 556677-8899',
    'Summa 1234567890 kr, varav 1 250 000 kr – 1 300 000 kr',
    '2026-11-24 09:00',
    '2026-11-24 – 2026-12-01',
    '2026-11-24--2026-12-01, 24.11.2026 och 24/11 2026',
    '20261124 - 20261201',
    '1740651387000',
    'Bankgiro 5050-1055, plusgiro 12 34 56-7',
  ])('is not "%s"', (text) => {
    expect(maskPersonalNumbers(text)).toBe(text);
  });
});
