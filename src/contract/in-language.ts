import type { Localized } from './language.ts';

/** The text in `language`, else in `fallback`, else in Swedish, else in whatever there is. */
export function inLanguage(text: Localized, language: string, fallback = 'sv'): string {
  return text[language] ?? text[fallback] ?? text['sv'] ?? Object.values(text)[0] ?? '';
}
