const name = 'kommun-faq';
const dressed = new WeakSet<Node>();

function dress(root: Document | ShadowRoot): void {
  if (dressed.has(root)) return;
  dressed.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`::highlight(${name}){background-color:#ffe066;color:#1b1b1b}@media(forced-colors:active){::highlight(${name}){background-color:Highlight;color:HighlightText}}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Marks `ranges` in the page in place of `before`, without touching what the editor wrote. Nothing where the browser cannot. */
export function highlight(root: Document | ShadowRoot, ranges: readonly Range[], before: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  const marks = CSS.highlights.get(name) ?? new Highlight();
  for (const range of before) marks.delete(range);
  for (const range of ranges) marks.add(range);
  CSS.highlights.set(name, marks);
  if (ranges.length) dress(root);
}
