/** Somebody who owns a simulated e-ID. */
export interface TestPerson {
  /** Stands for the person in addresses and calls, so that the number stays out of them. */
  id: string;
  givenName: string;
  familyName: string;
  /** Twelve digits. */
  number: string;
  idType: 'personnummer' | 'samordningsnummer';
}

const person = (id: string, givenName: string, familyName: string, number: string): TestPerson => ({
  id,
  givenName,
  familyName,
  number,
  // A coordination number has 60 added to its day, which may be 00.
  idType: Number(number.slice(6, 8)) >= 60 ? 'samordningsnummer' : 'personnummer',
});

/** Numbers that Skatteverket publishes for tests and that nobody has, with invented names. */
export const testPersons: readonly TestPerson[] = [
  person('karin', 'Karin', 'Lindgren', '198501169885'),
  person('erik', 'Erik', 'Sandberg', '198001139297'),
  person('maria', 'Maria', 'Holm', '197503259280'),
  person('birgitta', 'Birgitta', 'Åkesson', '195001182046'),
  person('oskar', 'Oskar', 'Nyberg', '200501012397'),
  person('nils', 'Nils', 'Ekberg', '198000602394'),
];

/** The test person with that id. */
export function testPerson(id: string): TestPerson | undefined {
  return testPersons.find((candidate) => candidate.id === id);
}

/** Somebody who is no test person, and owns a simulated e-ID all the same. */
export const scenarioPerson = (number: string): TestPerson => person(number, 'Test', 'Testsson', number);
