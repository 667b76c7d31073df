import type { FaqBlock, FaqItem, Inline } from '../../contract/faq.ts';
import { safeHref } from './faq.href.ts';

function inline(parts: readonly Inline[]): Node[] {
  return parts.map((part) => {
    if (typeof part === 'string') return new Text(part);
    const href = safeHref(part.href);
    if (!href) return new Text(part.text);
    const link = document.createElement('a');
    link.href = href;
    link.append(part.text);
    return link;
  });
}

function block(given: FaqBlock): HTMLElement {
  if (given.kind === 'paragraph') return element('p', inline(given.content));
  return element(given.kind === 'steps' ? 'ol' : 'ul', given.items.map((item) => element('li', inline(item))));
}

function element(tag: string, content: readonly Node[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** A question of a feed as an editor would have written it. A link that could run code becomes plain text. */
export function writeItem({ id, question, answer }: FaqItem): HTMLDetailsElement {
  const details = element('details', [element('summary', [new Text(question)]), ...answer.map(block)]) as HTMLDetailsElement;
  details.id = id;
  return details;
}
