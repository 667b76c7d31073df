import { codeStart, isLeftAlone, likely } from './anchor.ts';

const headings = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const levelOf = ({ nodeName }: Node): number => headings.indexOf(nodeName) + 1;

/** Whether an anchor that an editor wrote around questions holds any. */
export const holdsQuestions = (block: Element): boolean => block.querySelector('h1,h2,h3,h4,h5,h6,details') !== null;

/**
 * What stands after `anchor` in its box, when that begins with a heading or `<details>`: up to the next heading of a
 * higher level, the next widget, or whatever is plainly another part of the page.
 */
export function questionsAfter(anchor: Element | Text): Node[] {
  let first = anchor.nextElementSibling;
  // Editors leave empty paragraphs behind.
  while (first?.nodeName === 'P' && isEmpty(first)) first = first.nextElementSibling;
  if (!first || (first.nodeName !== 'DETAILS' && levelOf(first) < 2)) return [];
  const level = levelOf(first);
  const taken: Node[] = [];
  for (let node = anchor.nextSibling; node && !endsList(node, level); node = node.nextSibling) taken.push(node);
  return taken;
}

const isEmpty = (paragraph: Element): boolean => !paragraph.textContent!.trim() && !paragraph.querySelector(':not(br,span)');

/** `<details>` have no level of their own: any heading ends them. */
function endsList(node: Node, level: number): boolean {
  const own = levelOf(node);
  if (own > 0 && (level === 0 || own < level)) return true;
  if (!(node instanceof Element)) return node.nodeType === 3 && node.textContent!.includes(codeStart);
  return node.localName.startsWith('kommun-') || node.matches(`section,footer,form,nav,aside,${likely}`) || node.querySelector(likely) !== null || node.textContent!.includes(codeStart) || isLeftAlone(node);
}
