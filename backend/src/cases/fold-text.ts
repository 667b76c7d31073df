const alike: Readonly<Record<string, string>> = { æ: 'ä', ø: 'ö', ß: 'ss' };

/**
 * `text` as a Swedish search sees it: case means nothing, é is e and ü is u, but å, ä and ö are letters of their own.
 * Hyphens and what cannot be seen are left out, and every kind of space is one space.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\p{Pd}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[^åäö\p{ASCII}]/gu, (letter) => alike[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, ''));
}
