/** A text as the search sees it. `at[i]` is where in the real text character `i` of `folded` stands; the last one is the end. */
export interface Folded {
  folded: string;
  at: number[];
}

const ignored = /[\p{Pd}\u00ad\u200b-\u200d\u2060\ufeff]/u;
const alike: Readonly<Record<string, string>> = { 'æ': 'ä', 'ø': 'ö', 'ß': 'ss' };

/**
 * Folds `text` as Swedish does: case means nothing, é is e and ü is u, but å, ä and ö are letters of their own.
 * Hyphens and what cannot be seen are left out, and every kind of space is one space.
 */
export function fold(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  for (const { 0: written, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const letter = foldLetter(written);
    if (letter === ' ' && folded.endsWith(' ')) continue;
    folded += letter;
    for (let part = 0; part < letter.length; part++) at.push(index);
  }
  at.push(text.length);
  return { folded, at };
}

function foldLetter(written: string): string {
  if (ignored.test(written)) return '';
  if (/\s/u.test(written)) return ' ';
  const letter = written.normalize('NFC').toLowerCase();
  const own = alike[letter] ?? letter;
  return /[åäö]/.test(own) ? own : own.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words of what somebody searches for, folded. */
export function wordsOf(query: string): string[] {
  return fold(query).folded.split(' ').filter(Boolean);
}

/** Where each of `words` stands in `text`, as pairs of start and end in the real text. */
export function placesOf(words: readonly string[], { folded, at }: Folded): [number, number][] {
  const places: [number, number][] = [];
  for (const word of words) {
    for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) {
      places.push([at[start]!, at[start + word.length]!]);
    }
  }
  return places;
}

/** Whether every one of `words` stands in the question or the answer, and whether it takes the answer to say so. */
export function match(words: readonly string[], question: Folded, answer: Folded): 'question' | 'answer' | undefined {
  const missing = words.filter((word) => !question.folded.includes(word));
  if (!missing.length) return 'question';
  return missing.every((word) => answer.folded.includes(word)) ? 'answer' : undefined;
}
