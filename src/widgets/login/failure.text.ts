import type { WordSource } from '../../kit/words.ts';
import { sv, type FailureWords } from './failure.text.sv.ts';

/** A failed login in words; a municipality overrides them as `login.` too. */
export const failureText: WordSource<FailureWords> = {
  name: 'login',
  sv,
  other: { en: () => import('./failure.text.en.ts').then(({ en }) => en) },
};
