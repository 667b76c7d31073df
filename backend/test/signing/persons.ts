import type { EidIdentity } from '../../src/eid/eid-provider.ts';
import type { RegisteredPerson } from '../../src/registers/population-register.ts';
import type { Family } from '../../src/registers/simulated/families.ts';

/** Everybody in the tests, under invented names that are easy to look for. */
export const persons: Record<string, RegisteredPerson> = Object.fromEntries(
  (
    [
      ['karin', 'Karin', 'Lindgren', '198501169885'],
      ['erik', 'Erik', 'Sandberg', '198001139297'],
      ['maria', 'Maria', 'Holm', '197503259280'],
      ['oskar', 'Oskar', 'Nyberg', '200501012397'],
      ['alva', 'Alva', 'Lindgren', '201501012395'],
      ['noel', 'Noel', 'Lindgren', '201701012393'],
      ['tage', 'Tage', 'Holm', '201801012392'],
    ] as const
  ).map(([id, givenName, familyName, idNumber]) => [
    id,
    { idNumber, givenName, familyName, birthDate: idNumber.replace(/^(\d{4})(\d\d)(\d\d)\d{4}$/, '$1-$2-$3'), isDeceased: false, isProtected: false },
  ]),
);

/** A person of the tests. */
export function person(id: string): RegisteredPerson & { idNumber: string } {
  const found = persons[id];
  if (found?.idNumber === undefined) throw new RangeError(`nobody is called ${id}`);
  return { ...found, idNumber: found.idNumber };
}

const elme = { school: 'Elmeskolan', isRunByMunicipality: true };
const free = { school: 'Friskolan', isRunByMunicipality: false };

/** Alva and Noel have two guardians; Tage has one, and a school of somebody else's. */
export const families: readonly Family[] = [
  { child: person('alva'), guardians: [person('karin'), person('erik')], school: elme },
  { child: person('noel'), guardians: [person('karin'), person('erik')], school: elme },
  { child: person('tage'), guardians: [person('maria')], school: free },
];

/** What an e-ID says of that person. */
export function identityOf(id: string): EidIdentity {
  const { idNumber, givenName, familyName } = person(id);
  return {
    provider: 'mobile-eid',
    subjectId: idNumber,
    idType: 'personnummer',
    idNumber,
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    loa: 'loa3',
    authenticatedAt: '2026-11-24T08:00:00.000Z',
  };
}

/** What is filled in in the e-services of the tests. */
export const answers = { from: '2027-01-11', reason: 'distance' };
