import type { Reading } from './faq.items.ts';
import { madeStyles } from './faq.made.styles.ts';

const asking = 'h1,h2,h3,h4,h5,h6,details';

/** An element named `tag` with the attributes of `source`, save the one that only `<details>` has, and with `content`. */
function successor(tag: string, source: Element, content: Iterable<Node>): HTMLElement {
  const element = document.createElement(tag);
  for (const { name, value } of source.attributes) if (name !== 'open') element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** Takes away the boxes that some editors put around everything, or around each question. */
function unwrap(host: Element): void {
  for (let depth = 0; depth < 3 && !host.querySelector(`:scope > :is(${asking})`); depth++) {
    for (const box of [...host.children]) {
      if (/^(DIV|SECTION|ARTICLE)$/.test(box.nodeName) && box.querySelector(asking)) box.replaceWith(...box.childNodes);
    }
  }
}

/** Turns `<details>` into a heading and a box with the answer. Nodes are moved, never copied. */
function unfold(details: Element, summary: Element, tag: string): { heading: HTMLElement; box: HTMLElement } {
  const heading = successor(tag, summary, (summary.querySelector(`:scope > :is(${asking})`) ?? summary).childNodes);
  if (details.id) heading.id = details.id;
  summary.remove();
  const box = successor('div', details, details.childNodes);
  box.removeAttribute('id');
  // A heading that was no heading before looks like the text around it.
  heading.attachShadow({ mode: 'open' }).adoptedStyleSheets.push(madeStyles.styleSheet!);
  details.replaceWith(heading, box);
  return { heading, box };
}

/** One more than the heading before `node`, since the list belongs under that. The questions of a list before this one are beside it. */
function levelUnder(node: Node, host: Element, levelOf: Reading['levelOf']): number {
  const before = [...document.querySelectorAll('h1,h2,h3,h4,h5')].findLast((heading) =>
    heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING && (heading.closest(host.localName)?.contains(node) ?? true));
  return before ? levelOf(before) + 1 : 3;
}

/**
 * Gives the children of `host` the one form that is read: headings of one level with answers after them. `wanted` is the
 * level that the editor asks for, or 0. What cannot be mended stays as it is. Returns the questions that are to be open
 * after that, when `open` were open before; `undefined` when nothing had to change.
 */
export function mend(host: Element, wanted: number, open: ReadonlySet<Element>, { answerBoxes, canBePressed, levelOf, readContent }: Reading): Element[] | undefined {
  unwrap(host);
  const { level } = readContent(host);
  const questions = [...host.children].filter((child) => levelOf(child) === level);
  const replaced = new Map<Element, Element>();
  const opened = [...open];

  if (level > 0 && level < 7) {
    const tag = `h${wanted || Math.max(level, 2)}`;
    for (const heading of questions.filter((each) => canBePressed(each) && each.localName !== tag)) {
      const other = successor(tag, heading, heading.childNodes);
      heading.replaceWith(other);
      replaced.set(heading, other);
    }
  } else if (level === 7) {
    const written = levelOf(questions[0]?.querySelector(`:scope > summary > :is(${asking})`) ?? undefined);
    const tag = `h${wanted || written || levelUnder(questions[0]!, host, levelOf)}`;
    for (const details of questions) {
      const summary = details.querySelector(':scope > summary');
      if (!summary || !canBePressed(summary)) continue;
      const { heading, box } = unfold(details, summary, tag);
      answerBoxes.add(box);
      replaced.set(details, heading);
      if (details.hasAttribute('open')) opened.push(details);
    }
  }
  return replaced.size ? opened.map((question) => replaced.get(question) ?? question) : undefined;
}
