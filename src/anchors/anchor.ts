import { warnEditor } from '../kit/warn-editor.ts';
import { readFragment } from './fragment.ts';
import type { Settings } from './settings.ts';

/** What an editor's anchor asks for. */
export interface Anchor {
  /** The widget's tag: `kommun-faq`. */
  tag: string;
  settings: Settings;
  /** What the widget takes the place of: a link or a block, which says something to a reader without the widget, or what only holds a text code. */
  place: Element | Text;
  /** Whether the widget goes after the place and leaves it as it is: a heading holds no widget. */
  after?: boolean;
  /** The text code, where there is one; it says nothing to a reader. */
  written?: string;
}

/** The slot of what the editor wrote, once a widget stands there. No widget has it, so it is seen only where the widget is not; a list of questions shows it by its own rules. */
export const keptSlot = 'kommun-anchor';

/** The widgets that an anchor can stand for. A portal holds a backend's address, which content never says, and a badge belongs in the site's own menu. */
const anchored = /^kommun-(faq|eid-login|eid-test|case-inbox|guardian-signature|child-picker)$/;

/** What might be an anchor; `anchorAt` says whether it is. */
export const likely = 'a[href*="#kommun-"],[data-kommun],blockquote[class*=kommun-]';
/** Where visitors write, what the editor has open, and where code is shown: not even a tag is a widget there, by the loader's own list of the same. */
export const notForTags = '.comment,.comments,#comments,[rel~=ugc],[contenteditable]:not([contenteditable=false]),pre,code,[data-kommun-ignore]';
/** What leads around the site, what only tells of pages, what can be pressed, and what has been an anchor before. */
const notForAnchors = `${notForTags},.comment-content,.wp-block-latest-comments,.recentcomments,.search-term,nav,[role=navigation],kbd,samp,textarea,template,script,style,button,label,option,summary,[slot=${keptSlot}]`;

export const isLeftAlone = (element: Element): boolean => element.closest(notForAnchors) !== null || element.querySelector('[rel~=ugc]') !== null;

const tagNamed = (name: string | undefined): string | undefined => {
  const tag = `kommun-${name}`;
  return anchored.test(tag) ? tag : undefined;
};

function nameUnknown(element: Element, name: string | undefined): undefined {
  warnEditor({ element, message: `Det finns ingen widget som heter kommun-${name} och går att lägga in på en sida.` });
}

/** The anchor that `element` is: a link whose fragment names a widget, or a block whose class or `data-kommun` does. */
export function anchorAt(element: Element): Anchor | undefined {
  if (element.localName.startsWith('kommun-') || isLeftAlone(element)) return undefined;
  return element instanceof HTMLAnchorElement && element.hash.startsWith('#kommun-') ? linkAnchor(element) : blockAnchor(element as HTMLElement);
}

function linkAnchor(link: HTMLAnchorElement): Anchor | undefined {
  const { name, settings } = readFragment(link.hash);
  // Much at a municipality is called so; settings are only for a widget.
  const tag = tagNamed(name) ?? (settings.length > 0 ? nameUnknown(link, name) : undefined);
  // A link to something on this page that happens to be called so is a link.
  if (!tag || link.ownerDocument.getElementById(link.hash.slice(1))) return undefined;
  const heading = link.closest('h1,h2,h3,h4,h5,h6');
  return heading ? { tag, settings, place: heading, after: true } : { tag, settings, place: aloneIn(link) };
}

/** The outermost box with nothing but `link` in it: editors put paragraphs around links, and spans. */
function aloneIn(link: Element): Element {
  let place = link;
  for (let box = link.parentElement; box?.matches('p,span,strong,em,b,i,u,font') && holdsOnly(box, link); box = box.parentElement) place = box;
  return place;
}

const holdsOnly = (box: Element, link: Element): boolean =>
  box.textContent!.trim() === link.textContent!.trim() && ![...box.querySelectorAll(':not(p,span,strong,em,b,i,u,font,br)')].some((other) => !link.contains(other));

function blockAnchor(block: HTMLElement): Anchor | undefined {
  const tag = block.dataset['kommun'] === undefined ? [...block.classList].find((name) => anchored.test(name)) : tagNamed(block.dataset['kommun']);
  if (!tag) return undefined;
  const settings = Object.entries(block.dataset).filter(([name]) => name !== 'kommun');
  return { tag, settings: settings.map(([name, value = '']) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value] as const), place: block };
}

/** What every text code begins with. */
export const codeStart = '[kommun-';
const code = /\[kommun-([a-z-]+)([^\]]*)\]/g;
const setting = /([a-z][a-z-]*)(?:=(?:["'“”„’‘»″]([^"'“”„’‘»″]*)["'“”„’‘»″]|([^\s"'“”„’‘»″]+)))?/g;

/** The text codes below `root`, `[kommun-faq heading-level=3]`: the first of each text, since what is cut off is read in its turn. */
export function textAnchorsIn(root: Element): Anchor[] {
  if (!root.textContent?.includes(codeStart)) return [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Anchor[] = [];
  while (walker.nextNode()) found.push(...textAnchor(walker.currentNode as Text));
  return found;
}

/** Whether the page only says again what somebody put into its address, as a site's search does. */
const isAskedFor = (written: string): boolean => [...new URLSearchParams(location.search).values()].some((value) => value.includes(written));

function textAnchor(text: Text): Anchor[] {
  const parent = text.parentElement;
  if (!text.data.includes(codeStart) || !parent || parent.closest('a') || isLeftAlone(parent)) return [];
  for (const [written, name, rest = ''] of text.data.matchAll(code)) {
    if (isAskedFor(written)) continue;
    const tag = tagNamed(name) ?? nameUnknown(parent, name);
    if (!tag) continue;
    const settings = [...rest.matchAll(setting)].map(([, key = '', quoted, bare]) => [key, quoted ?? bare ?? ''] as const);
    const isAlone = parent.matches('p,span') && !parent.childElementCount && parent.textContent!.trim() === written;
    return [{ tag, settings, place: isAlone ? parent : text, written }];
  }
  return [];
}
