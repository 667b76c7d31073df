import type { ClientConfig } from 'pg';
import type { Clock } from '../../../src/clock.ts';
import type { Family } from '../../../src/registers/simulated/families.ts';
import { schoolTransport } from '../e-services.ts';
import { person } from '../persons.ts';

/** What a backend process is told, by the one that starts it. */
export interface ProcessSetting {
  connection: ClientConfig;
  /** Where the e-ID is played. */
  eidUrl: string;
  /** Where the mail server is played. */
  mailUrl: string;
  /** Which process this is, so that the e-ID knows whom it answers. */
  index: number;
  /** The hexadecimal key of everything that is sealed. */
  key: string;
  children: number;
  /** Milliseconds since 1970 at which the run began. */
  since: number;
  /** The planted fault: signatures are acknowledged before they are written. */
  isHasty: boolean;
}

/** So many seconds go by in each real one. */
const pace = 5;

/** A clock that all processes agree on and that runs fast, so that nobody waits for the e-ID's two seconds. */
export const fastClock = (since: number): Clock => ({ now: () => new Date(since + (Date.now() - since) * pace) });

/** The children that Karin and Erik have custody of: one for each case, and one that nobody may ever hear of. */
export function manyFamilies(children: number): Family[] {
  const guardians = [person('karin'), person('erik')];
  const school = { school: 'Elmeskolan', isRunByMunicipality: true };
  const child = (givenName: string, isProtected: boolean) => ({ ...person('alva'), idNumber: `number of ${givenName}`, givenName, isProtected });
  return [...Array.from({ length: children }, (_, index) => child(nameOfChild(index), false)), child('Skyddad', true)].map((one) => ({ child: one, guardians, school }));
}

/** A name that is no part of another one. */
export const nameOfChild = (index: number): string => `Barn${String(index).padStart(3, '0')}`;

/** The one e-service of the run. */
export const services = { services: [schoolTransport], links: { signing: '/underskrift/' } };
