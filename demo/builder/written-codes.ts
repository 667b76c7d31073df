import { isLeftAlone, textAnchorsIn } from '../../src/anchors/anchor.ts';
import { misspeltStart, widgetMeantBy } from './meant-widget.ts';
import type { WrittenWidget } from './written-widgets.ts';

/** The text codes on the page, those that the loader reads first, and then those that somebody must have meant for one. */
export function writtenCodes(page: Document): WrittenWidget[] {
  splitAfterCodes(page);
  const read = textAnchorsIn(page.body).filter(({ place }) => !isIgnored(place));
  const readIn = new Set<Node>(read.map(({ place }) => place));
  return [
    ...read.map(({ tag, settings, place }): WrittenWidget => ({ tag, settings, element: place instanceof Element ? place : place.parentElement!, shape: 'code' })),
    ...textsOf(page).filter((text) => !readIn.has(text) && !readIn.has(text.parentElement!) && !isIgnored(text)).flatMap(unreadCode),
  ];
}

const whole = /\[kommun-[^\]]*\]/i;

/** The loader takes one code of each text, and reads on in what is left. */
function splitAfterCodes(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const found = whole.exec(text.data);
    const end = found ? found.index + found[0].length : text.length;
    if (end < text.length) text.splitText(end);
  }
}

function textsOf(page: Document): Text[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

const meant = new RegExp(`\\[(kommun-|${misspeltStart})([^\\s[\\]]+)[^\\]]*(\\])?`, 'i');

function unreadCode(text: Text): WrittenWidget[] {
  const element = text.parentElement!;
  const [, start = '', name, end] = meant.exec(text.data) ?? [];
  if (name === undefined || element.matches('script,style,template')) return [];
  const isCertain = start.toLowerCase() === 'kommun-' && end !== undefined;
  if (!isCertain && widgetMeantBy(name) === undefined) return [];
  const isOut = isLeftAlone(element) || element.closest('a') !== null;
  const unread = isOut ? 'left-alone' : end === undefined ? 'unclosed' : undefined;
  return [{ tag: `${start}${name}`, settings: [], element, shape: 'code', ...(unread && { unread }) }];
}

const isIgnored = (place: Node): boolean => (place instanceof Element ? place : place.parentElement!).closest('[data-kommun-ignore]') !== null;
