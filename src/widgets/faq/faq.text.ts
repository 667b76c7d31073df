import type { WordSource } from '../../kit/words.ts';
import { sv } from './faq.text.sv.ts';

/** A list of questions in words. */
export type FaqWords = { readonly [key in keyof typeof sv]: string };

export const faqText: WordSource<FaqWords> = {
  name: 'faq',
  sv,
  other: { en: () => import('./faq.text.en.ts').then(({ en }) => en) },
};
