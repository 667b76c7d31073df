import type { CaseStatus } from '../../../../../src/contract/case.ts';

/** What handling systems write, in small letters, by what it means here. A word that is not among these is `unknown`. */
const words: Partial<Record<CaseStatus, readonly string[]>> = {
  draft: ['sparat ärende', 'utkast', 'ej inskickat'],
  awaitingSignatures: ['väntar på signering', 'väntar på underskrift', 'inväntar signering'],
  awaitingPayment: ['väntar på betalning', 'inväntar betalning'],
  submitted: ['inskickat', 'inskickad', 'ärende inkommit', 'inkommet', 'mottaget', 'registrerat'],
  inProgress: [
    'handläggning pågår',
    'under behandling',
    'under handläggning',
    'under utredning',
    'under granskning',
    'under beslut',
    'under remiss',
    'intern komplettering',
    'återkoppling remiss',
    'tilldelat',
    'tilldelat för handläggning',
    'kompletterad',
    'komplettering inkommen',
    'komplettering inkommen, behandling fortsätter',
  ],
  awaitingSupplement: ['komplettering behövs', 'väntar på komplettering', 'påminnelse om komplettering', 'inväntar komplettering'],
  decided: ['beslut finns', 'beslut finns, se separat information', 'beslutad', 'beslutat', 'beviljat', 'avslaget'],
  closed: ['klart', 'klar', 'avslutat', 'avslutad', 'ärendet avslutat', 'ärendet arkiveras', 'arkiverat'],
  withdrawn: ['återkallat', 'återkallad', 'återtaget'],
};

const meanings = new Map(Object.entries(words).flatMap(([status, all]) => all.map((word) => [word, status as CaseStatus] as const)));

/** What a system's words for a status mean; the first that is known of several. */
export function statusOfWords(...texts: readonly (string | undefined)[]): CaseStatus {
  const known = texts.map((text) => meanings.get((text ?? '').trim().replace(/\s+/g, ' ').toLowerCase()));
  return known.find((status) => status !== undefined) ?? 'unknown';
}
