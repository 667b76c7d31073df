import type { LateWords } from './faq.late.text.ts';

/** English for what a list of questions shows once somebody uses it. */
export const en: LateWords = {
  'found': '{count} of {total} questions',
  'none-found': 'No question matches your search',
  'no-answer': 'Did you not find an answer?',
  'no-answer.fix': 'Try another word, or contact us and we will help you.',
  'no-answer.word': 'Try another word.',
  'contact': 'Contact us',
  'copy': 'Copy link',
  'copy.to': 'to the question {question}',
  'copied': 'The link is copied',
  'copy.by-hand': 'Select and copy the address',
  'helpful': 'Did this answer your question?',
  'yes': 'Yes',
  'no': 'No',
  'sending': 'Sending …',
  'thanks': 'Thank you for your answer',
  'not-sent': 'Your answer could not be sent. Try again in a while.',
  'broken': 'Something could not be loaded. Reload the page and try again.',
  'loading': 'Loading the questions …',
  'empty': 'There are no questions here right now.',
  'failed': 'The questions could not be loaded.',
};
