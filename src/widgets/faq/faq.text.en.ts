import type { FaqWords } from './faq.text.ts';

/** English for what a list of questions shows at first. */
export const en: FaqWords = {
  search: 'Search the questions',
  count: '{count} questions',
  showAll: 'Show all answers',
  hideAll: 'Hide all answers',
};
