import type { SimulatedStatus } from '../../../src/cases/simulated-sources/simulated-case-status.ts';
import type { SimulatedInstance } from '../../../src/cases/simulated-sources/open-eplatform-xml.ts';

/** Skatteverket's published test numbers of the persons who have the cases below. */
export const inventedPersons = { karin: '198501169885', erik: '198001139297', maria: '197503259280' } as const;

const { karin, erik, maria } = inventedPersons;
const at = (time: string) => new Date(`${time}Z`);

/** Karin has a case of every kind; Erik waits with one that Karin is to sign; Maria has one of her own. */
export const inventedInstances: readonly SimulatedInstance[] = [
  {
    id: '4065',
    familyId: '104',
    flowName: 'Ansökan om skolskjuts',
    owner: karin,
    ownerUserId: '23622',
    status: { name: 'Väntar på komplettering', contentType: 'WAITING_FOR_COMPLETION' },
    added: at('2026-11-02T09:14:27'),
    submitted: at('2026-11-02T09:31:05'),
    statusChanged: at('2026-11-20T12:10:00'),
    userDescription: 'Skjuts för 201701012393 till våren',
    managerDescription: `Söker som: privatperson. ${karin}. Gäller barn 201701012393.`,
    messages: [
      {
        id: '190',
        at: at('2026-11-20T12:09:00'),
        text: 'Hej! Skicka gärna intyget för 20170101-2393. Det gäller Łódź-linjen, 200 € per termin.',
        userId: '77',
        name: ['Anna', 'Handläggarsson'],
        byManager: true,
        files: [{ id: '73', fileName: 'Begäran 201701012393 - komplettering.pdf' }],
      },
      { id: '188', at: at('2026-11-03T08:00:00'), text: 'När får jag svar?', userId: '23622', name: ['Karin', 'Lindgren'], byManager: false },
      { id: '189', at: at('2026-11-04T08:00:00'), text: 'Jag undrar också.', userId: '40011', name: ['Erik', 'Sandberg'], byManager: false },
    ],
  },
  {
    id: '4070',
    familyId: '582',
    flowName: 'Ansökan om förskola',
    owner: karin,
    ownerUserId: '23622',
    status: { name: 'Påbörjad', contentType: 'NEW' },
    added: at('2026-11-21T18:35:43'),
    statusChanged: at('2026-11-21T18:35:43'),
  },
  {
    id: '4051',
    familyId: '155',
    flowName: 'Felanmälan gata och park',
    isRetired: true,
    owner: karin,
    ownerUserId: '23622',
    status: { name: 'Avslutad', contentType: 'ARCHIVED' },
    added: at('2026-06-11T10:00:00'),
    submitted: at('2026-06-11T10:00:00'),
    statusChanged: at('2026-06-13T07:45:00'),
  },
  {
    id: '4080',
    familyId: '610',
    flowName: 'Byte av skola',
    owner: erik,
    ownerUserId: '40011',
    waitsFor: karin,
    status: { name: 'Väntar på vårdnadshavares underskrift', contentType: 'WAITING_FOR_MULTISIGN' },
    added: at('2026-11-23T16:00:00'),
    submitted: at('2026-11-23T16:20:00'),
    statusChanged: at('2026-11-23T16:20:00'),
    userDescription: 'Eriks egen anteckning',
    managerDescription: `Sökande ${erik}`,
  },
  {
    id: '4090',
    familyId: '104',
    flowName: 'Ansökan om skolskjuts',
    owner: maria,
    ownerUserId: '50001',
    status: { name: 'Inskickat', contentType: 'SUBMITTED' },
    added: at('2026-11-10T10:00:00'),
    submitted: at('2026-11-10T10:00:00'),
    statusChanged: at('2026-11-10T10:00:00'),
  },
];

export const inventedParties: Readonly<Record<string, string>> = {
  [karin]: '7f3c1c1e-4f8e-4d8e-9a57-0c2f5f6e1a01',
  [maria]: '7f3c1c1e-4f8e-4d8e-9a57-0c2f5f6e1a03',
};

/** Karin's transport case has gone on to a handling system, under a number of its own. */
export const inventedStatuses: readonly SimulatedStatus[] = [
  {
    owner: karin,
    caseId: '774',
    externalCaseId: '4065',
    caseType: 'SCHOOL_TRANSPORT',
    status: 'Intern komplettering',
    externalStatus: 'Handläggning pågår',
    submitted: at('2026-11-02T09:31:00'),
    changed: at('2026-11-20T12:12:00'),
    system: 'CASE_DATA',
    namespace: 'BOU_SKOLA',
    errandNumber: 'SKJ-2026-000160',
    hasPdf: true,
  },
  {
    owner: karin,
    caseId: '3f0e57b2-2876-4cb8-aa71-537b5805be27',
    caseType: 'PARKING_PERMIT',
    status: 'Beslut finns, se separat information',
    submitted: at('2026-07-01T08:21:00'),
    changed: at('2026-10-25T00:30:00'),
    system: 'CASE_DATA',
    namespace: 'SBK_PARKING',
    errandNumber: 'PRH-2026-000024',
  },
  {
    owner: karin,
    caseId: '5012',
    externalCaseId: '5012',
    caseType: 'Rättning av körfält',
    status: 'Sparat ärende',
    submitted: at('2026-11-22T08:00:00'),
    changed: at('2026-11-22T08:00:00'),
    system: 'OPEN_E_PLATFORM',
  },
  {
    owner: maria,
    caseId: '801',
    externalCaseId: '4099',
    caseType: 'PARKING_PERMIT',
    status: 'Inskickat',
    submitted: at('2026-11-01T08:00:00'),
    changed: at('2026-11-01T08:00:00'),
    system: 'CASE_DATA',
    namespace: 'SBK_PARKING',
    errandNumber: 'PRH-2026-000031',
    hasPdf: true,
  },
];
