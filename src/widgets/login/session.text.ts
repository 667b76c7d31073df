import type { WordSource } from '../../kit/words.ts';
import { sv, type SessionWords } from './session.text.sv.ts';

/** Being logged in in words; a municipality overrides them as `login.` too. */
export const sessionText: WordSource<SessionWords> = {
  name: 'login',
  sv,
  other: { en: () => import('./session.text.en.ts').then(({ en }) => en) },
};

/** Gives one of these texts, its places filled. */
export type SaySession = (key: keyof SessionWords, values?: Readonly<Record<string, string | number>>) => string;
