import type { WordSource } from '../kit/words.ts';
import { sv, type FailureWords } from './failure.text.sv.ts';

/** An order that came to nothing, in the words of a login; a municipality overrides them as `login.` too. */
export const failureText: WordSource<FailureWords> = {
  name: 'login',
  sv,
  other: { en: () => import('./failure.text.en.ts').then(({ en }) => en) },
};
