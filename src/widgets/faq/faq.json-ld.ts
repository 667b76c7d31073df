/** A question and its answer as plain text. */
export interface SpokenItem {
  question: string;
  answer: string;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** All lists of a page as one schema.org `FAQPage`, each question once; `undefined` when there is none. */
export function faqPage(lists: Iterable<readonly SpokenItem[]>): string | undefined {
  const answers = new Map<string, string>();
  for (const list of lists) {
    for (const { question, answer } of list) {
      const name = tidy(question);
      const text = tidy(answer);
      if (name && text && !answers.has(name)) answers.set(name, text);
    }
  }
  if (!answers.size) return undefined;
  const mainEntity = [...answers].map(([name, text]) => ({ '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } }));
  return JSON.stringify({ '@context': 'https://schema.org', '@type': 'FAQPage', mainEntity });
}
