import type { CaseStatus } from '../../../../src/contract/case.ts';
import type { Child, Sketch } from './sketch.ts';

const subjects = [
  { title: 'Ansökan om skolskjuts', service: { id: 'skolskjuts', name: 'Skolskjuts' } },
  { title: 'Ansökan om förskoleplats', service: { id: 'forskola', name: 'Förskola och fritidshem' } },
  { title: 'Bygglov för uterum', service: { id: 'bygglov', name: 'Bygglov' } },
  { title: 'Felanmälan av väg', service: { id: 'felanmalan', name: 'Felanmälan' } },
  { title: 'Anmälan till Kulturskolan', service: { id: 'kulturskola', name: 'Kulturskolan' } },
  { title: 'Bokning av lokal', service: { id: 'lokaler', name: 'Lokaler' } },
] as const;
const states: readonly [CaseStatus, string][] = [
  ['closed', 'Avslutat'],
  ['decided', 'Beslut fattat'],
  ['inProgress', 'Handläggning pågår'],
  ['closed', 'Avslutat'],
  ['withdrawn', 'Återkallat'],
];
const children: readonly (Child | undefined)[] = [undefined, 'Alva', 'Noel', undefined, 'Iris'];

/** Whether the reference is one that `manySketch` gives. */
export const isOneOfMany = (reference: string | undefined): boolean => /^T-\d{5}$/.test(reference ?? '');

/** Case `index` of a person who has had very many, one after the other through the years. */
export function manySketch(index: number): Sketch {
  const { title, service } = subjects[index % subjects.length] ?? subjects[0];
  const [status, sourceStatus] = states[index % states.length] ?? ['unknown', 'Okänd'];
  const child = children[index % children.length];
  const days = 30 + index * 0.35;
  return {
    title: `${title} ${index + 1}`,
    service,
    reference: `T-${String(index + 1).padStart(5, '0')}`,
    status,
    sourceStatus,
    ...(child && { child }),
    parts: { karin: { role: 'applicant' } },
    events: [
      [days, 'karin', 'Ärendet skickades in'],
      [days - 12, 'municipality', sourceStatus],
    ],
    // One in forty holds something that has not been seen.
    seenBy: index % 40 === 0 ? [] : ['karin'],
  };
}
