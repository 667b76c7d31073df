import { sv, type ProblemWords } from './problem.text.sv.ts';
import type { WordSource } from './words.ts';

/** The words for every problem with a call, for any widget. */
export const problemWords: WordSource<ProblemWords> = {
  name: 'problem',
  sv,
  other: { en: () => import('./problem.text.en.ts').then(({ en }) => en) },
};
