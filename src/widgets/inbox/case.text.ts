import type { WordSource } from '../../kit/words.ts';
import { sv, type CaseWords } from './case.text.sv.ts';

export type { CaseWords };

/** Says a text of one case in the language that applies. */
export type SayCase = (key: keyof CaseWords, values?: Readonly<Record<string, string | number>>) => string;

export const caseText: WordSource<CaseWords> = {
  name: 'case',
  sv,
  other: { en: () => import('./case.text.en.ts').then(({ en }) => en) },
};

const mega = 1024 * 1024;

/** `240 kB`, `1,5 MB`: a file's size as people write it, never less than it is where there is a limit to keep. */
export function sizeOf(bytes: number, language: string): string {
  const [number, unit] = bytes < mega ? [Math.max(1, Math.round(bytes / 1024)), 'kB'] : [Math.ceil((bytes * 10) / mega) / 10, 'MB'];
  return `${number.toLocaleString(language)} ${unit}`;
}
