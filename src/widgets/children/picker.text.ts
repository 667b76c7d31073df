import type { WordSource } from '../../kit/words.ts';
import { sv, type PickerWords } from './picker.text.sv.ts';

export type { PickerWords };

/** Says a text of the picker in the language that applies. */
export type Say = (key: keyof PickerWords, values?: Readonly<Record<string, string | number>>) => string;

export const pickerText: WordSource<PickerWords> = {
  name: 'picker',
  sv,
  other: { en: () => import('./picker.text.en.ts').then(({ en }) => en) },
};
