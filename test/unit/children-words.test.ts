import { describe, expect, it } from 'vitest';
import { fill } from '../../src/kit/words.ts';
import { childName, refusalText, schoolName } from '../../src/widgets/children/child.words.ts';
import { en } from '../../src/widgets/children/picker.text.en.ts';
import { sv } from '../../src/widgets/children/picker.text.sv.ts';
import type { Say } from '../../src/widgets/children/picker.text.ts';

const say: Say = (key, values) => fill(sv[key], values);
const service = { id: 's', name: { sv: 'S' }, guardians: 'all' };
const alva = { id: 'a', displayName: 'Alva Lindgren', birthYear: 2015 };
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('what is said of a child', () => {
  it('is the name and the year, and the day only when it is given', () => {
    expect(childName(alva, say, 'sv')).toBe('Alva Lindgren, född 2015');
    expect(childName({ ...alva, birthDate: '2015-01-01' }, say, 'sv')).toBe('Alva Lindgren, född 1 januari 2015');
  });

  it('names the school year as schools do', () => {
    const at = (year?: number) => schoolName({ ...alva, school: { name: 'Elmeskolan', ...(year !== undefined && { year }) } }, say);
    expect([at(0), at(9), at(11), at()]).toEqual(['Elmeskolan, förskoleklass', 'Elmeskolan, årskurs 9', 'Elmeskolan, årskurs 2 i gymnasiet', 'Elmeskolan']);
    expect(schoolName(alva, say)).toBe('');
  });

  it('tells why an e-service is not for it, by the limits of that e-service', () => {
    const because = (notFor: string, limits = {}) => refusalText(notFor, { ...service, ...limits }, say).replace('Inte för den här e-tjänsten, eftersom ', '');
    expect(because('too-young', { ages: { from: 6 } })).toBe('den är för barn som är minst 6 år.');
    expect(because('too-old', { ages: { from: 6, to: 12 } })).toBe('den är för barn som är högst 12 år.');
    expect(because('too-old')).toBe('den är för barn som är högst 17 år.');
    expect(because('school-year', { schoolYears: { from: 0, to: 6 } })).toBe('den är för förskoleklass till årskurs 6.');
    expect(because('school-year', { schoolYears: { from: 4, to: 4 } })).toBe('den är för årskurs 4.');
    expect(because('school-year', { schoolYears: { from: 7 } })).toBe('den är för årskurs 7 och uppåt.');
    expect(because('school-year', { schoolYears: { to: 3 } })).toBe('den är för barn till och med årskurs 3.');
    for (const unclear of ['school-year', 'too-young', 'something-new']) expect(because(unclear)).toBe('barnet har en annan ålder eller årskurs.');
  });

  it('has the same places to fill in every language', () => {
    for (const key of Object.keys(sv) as (keyof typeof sv)[]) expect(places(en[key]), key).toEqual(places(sv[key]));
  });
});
