import { testPersons } from '../../backend/src/eid/simulated/test-persons.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** The names that Swedish providers have for what they say of a person. */
export const numberClaim = 'https://id.oidc.se/claim/personalIdentityNumber';
export const coordinationClaim = 'https://id.oidc.se/claim/coordinationNumber';
export const pridClaim = 'https://id.swedenconnect.se/claim/prid';

/** Those whom the provider knows, by the name that they are called by here. */
export const persons: Readonly<Record<string, Claims>> = {
  ...Object.fromEntries(
    testPersons.map(({ id, number, idType, givenName, familyName }) => [
      id,
      { given_name: givenName, family_name: familyName, name: `${givenName} ${familyName}`, [idType === 'personnummer' ? numberClaim : coordinationClaim]: number },
    ]),
  ),
  // Foreign e-IDs: one whom Sweden has given a provisional id, one of whom nothing is known but the name.
  greta: { given_name: 'Greta', family_name: 'Grenzgänger', name: 'Greta Grenzgänger', [pridClaim]: 'DE:2sdfgh-test-0001' },
  olle: { given_name: 'Olle', family_name: 'Utan Nummer', name: 'Olle Utan Nummer' },
  wrong: { given_name: 'Fel', family_name: 'Nummer', name: 'Fel Nummer', [numberClaim]: '198501169880' },
};
