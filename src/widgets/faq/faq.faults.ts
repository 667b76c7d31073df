import { warnEditor } from '../../kit/warn-editor.ts';
import type { Reading } from './faq.items.ts';

/** Markup that cannot be used as it stands. */
type FaqFault = 'nothing' | 'no-question' | 'empty-question' | 'link-in-question' | 'no-answer' | 'mixed-levels';

const messages: Readonly<Record<FaqFault, string>> = {
  'nothing': 'Det finns inget innehåll. Skriv varje fråga som en rubrik och svaret som vanlig text under den, inuti taggen. Står texten efter taggen har redigeraren flyttat ut den: lägg då en <div> runt texten.',
  'no-question': 'Det finns ingen fråga, så texten visas som den är. Skriv varje fråga som en rubrik (rubrik 2 till 6) och svaret som vanlig text under den.',
  'empty-question': 'En rubrik är tom, eller så saknar ett <details> sin <summary>. Skriv frågan i rubriken eller ta bort den. Texten under visas öppet så länge.',
  'link-in-question': 'En fråga innehåller en länk, en knapp eller ett fält. Flytta det till svaret och låt rubriken vara bara text. Frågan visas öppet så länge.',
  'no-answer': 'En fråga saknar svar. Skriv svaret som vanlig text under rubriken.',
  'mixed-levels': 'Frågorna har rubriker på olika nivå. Ge alla frågor samma rubriknivå, och rubriker inuti ett svar en lägre.',
};

/** What in the content of `host` cannot be used, each kind once. */
function faultsIn(host: Element, { canBePressed, isBlank, levelOf, readContent }: Reading): FaqFault[] {
  const { parts, level } = readContent(host);
  const written = [...host.childNodes].filter((node) => !isBlank(node));
  const first = parts.findIndex(({ question }) => question);
  const faults = new Set<FaqFault>();
  if (parts.some(({ question, nodes }) => question && nodes.every(isBlank))) faults.add('no-answer');
  for (const child of host.children) {
    const own = levelOf(child);
    const source = own === 7 ? child.querySelector(':scope > summary') : child;
    const shown = parts.findIndex(({ question, nodes }) => !question && nodes.includes(child));
    const deeper = own > level && own < 7;
    if (!own || shown < 0 || (deeper && shown > first)) continue;
    if (!source || isBlank(source)) faults.add('empty-question');
    else if (!canBePressed(source)) faults.add('link-in-question');
    else if (deeper || (own < level && shown > first && !levelOf(written[written.indexOf(child) + 1]))) faults.add('mixed-levels');
  }
  if (!faults.size && !parts.some(({ question }) => question)) faults.add(written.length ? 'no-question' : 'nothing');
  return [...faults];
}

/** Tells the editor, once each, what in the content of `host` cannot be used and what to write instead. */
export function tellFaults(host: Element, reading: Reading): void {
  for (const fault of faultsIn(host, reading)) {
    // With a feed there need be nothing in the tag.
    if (fault !== 'nothing' || !host.hasAttribute('src')) warnEditor({ element: host, message: messages[fault] });
  }
}
