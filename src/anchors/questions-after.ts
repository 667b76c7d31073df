const headings = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const levelOf = ({ nodeName }: Node): number => headings.indexOf(nodeName) + 1;

/**
 * What stands after `anchor` in its box, when that begins with a heading or `<details>`: up to the next heading of a
 * higher level, or the next widget.
 */
export function questionsAfter(anchor: Element): Node[] {
  const first = anchor.nextElementSibling;
  if (!first || (first.nodeName !== 'DETAILS' && levelOf(first) < 2)) return [];
  const level = levelOf(first);
  const taken: Node[] = [];
  for (let node = anchor.nextSibling; node && !endsList(node, level); node = node.nextSibling) taken.push(node);
  return taken;
}

/** `<details>` have no level of their own: any heading ends them. */
function endsList(node: Node, level: number): boolean {
  const own = levelOf(node);
  const isHigher = own > 0 && (level === 0 || own < level);
  return isHigher || (node instanceof Element && (node.localName.startsWith('kommun-') || node.matches('[data-kommun],blockquote[class*=kommun-]') || node.querySelector('a[href*="#kommun-"]') !== null));
}
