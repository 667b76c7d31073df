import { testPerson } from '../../eid/simulated/test-persons.ts';
import type { SimulatedInstance } from './open-eplatform-xml.ts';
import type { SimulatedStatus } from './simulated-case-status.ts';

const numberOf = (id: string) => testPerson(id)?.number ?? id;
const karin = { owner: numberOf('karin'), ownerUserId: '23622' };
const erik = { owner: numberOf('erik'), ownerUserId: '40011' };

/** Ids of the test persons in the party register. */
export const demoParties: Readonly<Record<string, string>> = {
  [karin.owner]: '7f3c1c1e-4f8e-4d8e-9a57-0c2f5f6e1a01',
  [erik.owner]: '7f3c1c1e-4f8e-4d8e-9a57-0c2f5f6e1a02',
};

/** What citizens call the kinds of cases below. */
export const demoCaseTypes = { HOUSING_ADAPTATION: 'Ansökan om bostadsanpassningsbidrag', FIRE_SAFETY: 'Egen sotning' };

/** The family's cases in the e-services. The first has gone on to the handling systems. */
export function demoInstances(now: Date): SimulatedInstance[] {
  const ago = daysBefore(now);
  return [
    {
      ...karin,
      id: '48211',
      familyId: '104',
      flowName: 'Ansökan om bostadsanpassningsbidrag',
      status: { name: 'Inskickat', contentType: 'SUBMITTED' },
      added: ago(31.1),
      submitted: ago(31),
      statusChanged: ago(31),
    },
    {
      ...karin,
      id: '48390',
      familyId: '582',
      flowName: 'Ansökan om feriearbete',
      status: { name: 'Väntar på komplettering', contentType: 'WAITING_FOR_COMPLETION' },
      added: ago(9.2),
      submitted: ago(9),
      statusChanged: ago(1.4),
      messages: [
        { id: '190', at: ago(8), text: 'Hej. När får man veta om det finns en plats?', userId: karin.ownerUserId, name: ['Karin', 'Lindgren'], byManager: false },
        {
          id: '194',
          at: ago(1.4),
          text: 'Hej. Vi bestämmer platserna i slutet av månaden. Skicka gärna ett intyg från skolan i det här ärendet.',
          userId: '77',
          name: ['Maja', 'Wiklund'],
          byManager: true,
          files: [{ id: '73', fileName: 'Så söker du feriearbete.pdf' }],
        },
      ],
    },
    {
      ...karin,
      id: '48402',
      familyId: '155',
      flowName: 'Boka en lokal i skolan',
      status: { name: 'Påbörjad', contentType: 'NEW' },
      added: ago(2.6),
      statusChanged: ago(2.6),
    },
    {
      ...erik,
      id: '48417',
      familyId: '610',
      flowName: 'Anmälan till modersmålsundervisning',
      waitsFor: karin.owner,
      status: { name: 'Väntar på vårdnadshavares underskrift', contentType: 'WAITING_FOR_MULTISIGN' },
      added: ago(0.9),
      submitted: ago(0.8),
      statusChanged: ago(0.8),
    },
  ];
}

/** The family's cases in the handling systems. */
export function demoStatuses(now: Date): SimulatedStatus[] {
  const ago = daysBefore(now);
  return [
    {
      owner: karin.owner,
      caseId: '774',
      externalCaseId: '48211',
      caseType: 'HOUSING_ADAPTATION',
      status: 'Under utredning',
      externalStatus: 'Handläggning pågår',
      submitted: ago(31),
      changed: ago(12),
      system: 'CASE_DATA',
      namespace: 'OMSORG',
      errandNumber: 'BAB-2026-000160',
      hasPdf: true,
    },
    {
      owner: karin.owner,
      caseId: '3f0e57b2-2876-4cb8-aa71-537b5805be27',
      caseType: 'FIRE_SAFETY',
      status: 'Beslut finns, se separat information',
      submitted: ago(75),
      changed: ago(44),
      system: 'CASE_DATA',
      namespace: 'RADDNING',
      errandNumber: 'SOT-2026-000024',
    },
    {
      owner: erik.owner,
      caseId: '801',
      caseType: 'FIRE_SAFETY',
      status: 'Inskickat',
      submitted: ago(5),
      changed: ago(5),
      system: 'CASE_DATA',
      namespace: 'RADDNING',
      errandNumber: 'SOT-2026-000031',
    },
  ];
}

/** Moments of working days, some of them halfway through, counted from the morning of `now`. */
function daysBefore(now: Date): (days: number) => Date {
  const morning = Date.parse(`${now.toISOString().slice(0, 10)}T07:00:00.000Z`);
  return (days) => new Date(morning - Math.round(days * 86_400_000));
}
