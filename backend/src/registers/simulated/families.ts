import type { Enrolment } from '../school-register.ts';
import type { RegisteredPerson } from '../population-register.ts';

/** A child as the simulated registers know it: with its guardians, and its school if it has one. */
export interface Family {
  child: RegisteredPerson;
  guardians: RegisteredPerson[];
  school?: Pick<Enrolment, 'school' | 'isRunByMunicipality'> & Partial<Pick<Enrolment, 'isProtected'>>;
}

const person = (givenName: string, familyName: string, idNumber: string): RegisteredPerson => ({
  idNumber,
  givenName,
  familyName,
  birthDate: idNumber.replace(/^(\d{4})(\d\d)(\d\d)\d{4}$/, '$1-$2-$3'),
  isDeceased: false,
  isProtected: false,
});

const karin = person('Karin', 'Lindgren', '198501169885');
const erik = person('Erik', 'Sandberg', '198001139297');
const maria = person('Maria', 'Holm', '197503259280');
const oskar = person('Oskar', 'Nyberg', '200501012397');
/** Lives abroad and has no number, so that nothing can be signed. */
const abroad: RegisteredPerson = { ...person('Jo', 'Meyer', '000000000000'), idNumber: undefined, birthDate: '2004-05-06' };

const elme = { school: 'Elmeskolan', isRunByMunicipality: true };
const klöxhult = { school: 'Klöxhultskolan', isRunByMunicipality: true };

/** The families of the demo. Numbers that Skatteverket publishes for tests and that nobody has, with invented names. */
export const demoFamilies: readonly Family[] = [
  { child: person('Alva', 'Lindgren', '201501012395'), guardians: [karin, erik], school: elme },
  { child: person('Noel', 'Lindgren', '201701012393'), guardians: [karin, erik], school: elme },
  { child: person('Iris', 'Lindgren', '201912312392'), guardians: [karin, erik] },
  { child: person('Tage', 'Holm', '201801012392'), guardians: [maria], school: klöxhult },
  { child: person('Lo', 'Nyberg', '201912012398'), guardians: [oskar, abroad], school: klöxhult },
];

/** Everybody whom the demo's register knows without a child. */
export const demoChildless: readonly RegisteredPerson[] = [person('Birgitta', 'Åkesson', '195001182046')];
