export interface Question {
  id: number;
  title: string;
  answer: string;
}

/** What the list of every host begins with. */
export const questions: readonly Question[] = [
  { id: 1, title: 'Hur loggar jag ut?', answer: 'Tryck på Logga ut.' },
  { id: 2, title: 'Vem skriver under?', answer: 'Båda vårdnadshavarna.' },
];

/** What a host puts first in the list while somebody reads. */
export const news: Question = { id: 3, title: 'Vad är nytt?', answer: 'Du kan fråga här.' };

/** The list where a question has got other words. */
export const rewritten = (list: readonly Question[]): Question[] => list.map((question) => (question.id === 2 ? { ...question, title: 'Vem ska skriva under?' } : question));

/** The list without what was put first. */
export const withoutNews = (list: readonly Question[]): Question[] => list.filter(({ id }) => id !== news.id);

/** A drawing in the place of the logo that an e-ID's issuer has approved. */
export const logo = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="9"/></svg>';
