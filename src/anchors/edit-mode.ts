/** What each widget is called among editors. */
const names: Readonly<Record<string, string>> = {
  'kommun-faq': 'Frågor och svar',
  'kommun-eid-login': 'Inloggning',
  'kommun-eid-test': 'Test av e-legitimation',
  'kommun-case-inbox': 'Mina ärenden',
  'kommun-unread-badge': 'Olästa ärenden',
  'kommun-guardian-signature': 'Underskrift av vårdnadshavare',
  'kommun-child-picker': 'Val av barn',
};

/** It has no anchors, since it belongs in the site's own menu. */
const badge = 'kommun-unread-badge';

const look = `
  display: inline-block; box-sizing: border-box; inline-size: 100%; padding: .75em 1em; border: 2px dashed #8a5a00; border-radius: .25em;
  color: #3d2a00; background: #fff7e0; font: max(1rem, 16px)/1.5 system-ui, sans-serif; text-decoration: none;`;

/** Nothing is on its way that answers would have to wait for. */
const unhidden = 'kommun-faq { animation: none !important; }';

/** A text code says itself what it stands for, so it only has to look like a place; without a box of its own it can have no more. */
const codes = 'kommun-codes';
const code = new RegExp(`\\[(?:${Object.keys(names).filter((tag) => tag !== badge).join('|')})(?![a-z-])[^\\]]*\\]`, 'g');
const codeLook = `::highlight(${codes}) { color: #3d2a00; background-color: #fff7e0; text-decoration: underline 2px dashed #8a5a00; }`;

const ruleFor = ([tag, name]: [string, string]): string => {
  const short = tag.replace('kommun-', '');
  const anchors = tag === badge ? '' : `, a[href*="#${tag}"]::after, [data-kommun="${short}"]::before, blockquote.${tag}::before`;
  return `${tag}::before${anchors} { content: "Här visas ${name} på den publicerade sidan."; ${look} }`;
};

/** Labels the place of every widget in the CMS's editor, by style alone: whatever were put into the page could be saved with it. */
export function labelPlaces(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...Object.entries(names).map(ruleFor), unhidden, codeLook].join('\n'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // Older browsers show a text code as it is written.
  if (!('highlights' in CSS)) return;
  markCodes();
  new MutationObserver(markCodes).observe(document, { childList: true, subtree: true, characterData: true });
}

function markCodes(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: StaticRange[] = [];
  while (texts.nextNode()) {
    const { currentNode } = texts;
    for (const { index, 0: written } of currentNode.textContent!.matchAll(code)) {
      found.push(new StaticRange({ startContainer: currentNode, startOffset: index, endContainer: currentNode, endOffset: index + written.length }));
    }
  }
  CSS.highlights.set(codes, new Highlight(...found));
}
