import { municipalitySchema } from '../src/municipality/municipality.ts';
import type { Municipality } from '../src/municipality/municipality.ts';

/** The origin that the backend under test has, and that its browsers are on. */
export const publicOrigin = 'https://kommun.test';

/** The municipality of the tests, with `changes`. */
export function testMunicipality(changes: Record<string, unknown> = {}): Municipality {
  return municipalitySchema.parse({
    name: 'Provköping',
    languages: ['sv', 'en'],
    defaultLanguage: 'sv',
    serviceCentre: { name: { sv: 'Servicecenter' }, phone: '0123-456 78', email: 'info@kommun.test' },
    eidProviders: ['mobile-eid', 'other-eid'].map((id) => ({
      id,
      kind: 'embedded',
      label: { sv: 'Mobil e-legitimation' },
      devices: ['same', 'other'],
      issuer: { name: { sv: 'Din bank' } },
      driver: 'simulated',
    })),
    links: {},
    ...changes,
  });
}
