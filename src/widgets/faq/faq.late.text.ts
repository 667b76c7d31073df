import type { WordSource } from '../../kit/words.ts';
import { sv } from './faq.late.text.sv.ts';

export type LateWords = { readonly [key in keyof typeof sv]: string };

/** The rest of the words; overridden by the same `faq.` keys. */
export const lateText: WordSource<LateWords> = {
  name: 'faq',
  sv,
  other: { en: () => import('./faq.late.text.en.ts').then(({ en }) => en) },
};
