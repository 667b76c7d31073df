import type { WordSource } from '../../kit/words.ts';
import { sv, type LoginWords } from './login.text.sv.ts';

/** The first look of the login in words. */
export const loginText: WordSource<LoginWords> = {
  name: 'login',
  sv,
  other: { en: () => import('./login.text.en.ts').then(({ en }) => en) },
};

/** Gives a text of the login, its places filled. */
export type Say = (key: keyof LoginWords, values?: Readonly<Record<string, string | number>>) => string;

/** The words in use, and their language. */
export interface LoginText {
  readonly say: Say;
  readonly language: string;
}
