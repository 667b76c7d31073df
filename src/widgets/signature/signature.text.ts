import type { WordSource } from '../../kit/words.ts';
import { sv, type SignatureWords } from './signature.text.sv.ts';

export type { SignatureWords };

/** Signing by several in words. */
export const signatureText: WordSource<SignatureWords> = {
  name: 'signature',
  sv,
  other: { en: () => import('./signature.text.en.ts').then(({ en }) => en) },
};

/** Gives one of these texts, its places filled. */
export type Say = (key: keyof SignatureWords, values?: Readonly<Record<string, string | number>>) => string;
