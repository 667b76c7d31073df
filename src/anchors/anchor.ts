/** What an editor's anchor asks for. */
export interface Anchor {
  /** The widget's tag: `kommun-faq`. */
  tag: string;
  /** Names and values as they were written. */
  settings: readonly (readonly [name: string, value: string])[];
  /** What the widget takes the place of. */
  place: Element | Text;
  /** What says something to a reader without the widget, and so stays inside; a text code says nothing. */
  kept?: Element;
}

/** The widgets that an anchor can stand for. A portal holds a backend's address, which content never says, and a badge belongs in the site's own menu. */
const anchored = /^kommun-(faq|eid-login|eid-test|case-inbox|guardian-signature|child-picker)$/;

/** What might be an anchor; `read` says whether it is. */
export const likely = 'a[href*="#kommun-"],[data-kommun],blockquote[class*=kommun-]';
/** Where visitors write, where code is shown, and what the editor has open. */
const notForAnchors = '.comment,.comments,#comments,.comment-content,[rel~=ugc],[contenteditable]:not([contenteditable=false]),pre,code,kbd,samp,textarea,template,script,style,[data-kommun-ignore]';

export const isLeftAlone = (element: Element): boolean => element.closest(notForAnchors) !== null || element.querySelector('[rel~=ugc]') !== null;

const tagNamed = (name: string | undefined): string | undefined => {
  const tag = `kommun-${name}`;
  return anchored.test(tag) ? tag : undefined;
};

/** The anchor that `element` is: a link whose fragment names a widget, or a block whose class or `data-kommun` does. */
export function anchorAt(element: Element): Anchor | undefined {
  if (element.localName.startsWith('kommun-') || isLeftAlone(element)) return undefined;
  return element instanceof HTMLAnchorElement && element.hash.startsWith('#kommun-') ? linkAnchor(element) : blockAnchor(element as HTMLElement);
}

function linkAnchor(link: HTMLAnchorElement): Anchor | undefined {
  const [, name, query = ''] = /^#kommun-([a-z-]+)(?:\?(.*))?$/.exec(link.hash) ?? [];
  const tag = tagNamed(name);
  // A link to something on this page that happens to be called so is a link.
  if (!tag || document.getElementById(link.hash.slice(1))) return undefined;
  const place = aloneIn(link);
  return { tag, settings: [...new URLSearchParams(query)], place, kept: place };
}

/** The outermost box with nothing but `link` in it: editors put paragraphs around links, and spans. */
function aloneIn(link: Element): Element {
  let place = link;
  for (let box = link.parentElement; box?.matches('p,span,strong,em,b,i,u,font') && box.textContent!.trim() === link.textContent!.trim() && !box.querySelector('img,svg,video,iframe'); box = box.parentElement) place = box;
  return place;
}

function blockAnchor(block: HTMLElement): Anchor | undefined {
  const tag = block.dataset['kommun'] === undefined ? [...block.classList].find((name) => anchored.test(name)) : tagNamed(block.dataset['kommun']);
  if (!tag) return undefined;
  const settings = Object.entries(block.dataset).filter(([name]) => name !== 'kommun');
  return { tag, settings: settings.map(([name, value = '']) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value] as const), place: block, kept: block };
}

const code = /\[kommun-([a-z-]+)([^\]]*)\]/;
const setting = /([a-z][a-z-]*)(?:=(?:["'“”„’‘»″]([^"'“”„’‘»″]*)["'“”„’‘»″]|([^\s"'“”„’‘»″]+)))?/g;

/** The anchors that `root` has as text codes, `[kommun-faq heading-level=3]`, each cut out into a text of its own or with the paragraph that holds nothing else. */
export function textAnchorsIn(root: Node): Anchor[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.flatMap(textAnchor);
}

function textAnchor(text: Text): Anchor[] {
  const [written, name, rest = ''] = code.exec(text.data) ?? [];
  const tag = tagNamed(name);
  const parent = text.parentElement;
  if (!written || !tag || !parent || isLeftAlone(parent)) return [];
  const settings = [...rest.matchAll(setting)].map(([, key = '', quoted, bare]) => [key, quoted ?? bare ?? ''] as const);
  const alone = parent.matches('p,div,span') && parent.textContent!.trim() === written;
  return [{ tag, settings, place: alone ? parent : cutOut(text, written) }];
}

function cutOut(text: Text, written: string): Text {
  const own = text.splitText(text.data.indexOf(written));
  own.splitText(written.length);
  return own;
}
