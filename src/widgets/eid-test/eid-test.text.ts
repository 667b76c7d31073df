import type { WordSource } from '../../kit/words.ts';
import { sv, type EidTestWords } from './eid-test.text.sv.ts';

/** The test of an e-ID in words. */
export const eidTestText: WordSource<EidTestWords> = {
  name: 'test',
  sv,
  other: { en: () => import('./eid-test.text.en.ts').then(({ en }) => en) },
};

/** Gives a text of the test, its places filled. */
export type SayTest = (key: keyof EidTestWords, values?: Readonly<Record<string, string>>) => string;
