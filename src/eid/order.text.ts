import type { WordSource } from '../kit/words.ts';
import { sv, type OrderWords } from './order.text.sv.ts';

/** An order under way, in the words of a login; a municipality overrides them as `login.` too. */
export const orderText: WordSource<OrderWords> = {
  name: 'login',
  sv,
  other: { en: () => import('./order.text.en.ts').then(({ en }) => en) },
};

/** Gives one of these texts, its places filled. */
export type SayOrder = (key: keyof OrderWords, values?: Readonly<Record<string, string | number>>) => string;
