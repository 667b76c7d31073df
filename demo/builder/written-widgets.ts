import { anchorAt, isLeftAlone, likely, textAnchorsIn } from '../../src/anchors/anchor.ts';

/** A widget that somebody has meant to put on the page, by tag, link, block or text code. */
export interface WrittenWidget {
  /** As it is written; need not be one that there is. */
  tag: string;
  settings: readonly (readonly [name: string, value: string])[];
  element: Element;
  /** The tag itself, which nothing keeps from being a widget. */
  isTag: boolean;
  /** It stands where nothing becomes a widget. */
  leftAlone: boolean;
}

/** What every widget can be given besides its own settings. */
const ofEveryElement = /^(id|class|style|slot|lang|dir|hidden|title|role|tabindex|translate|data-.*|aria-.*|on.*)$/;

/** All widgets that are written on the page, read as the loader reads them, and those that it would not take for any. */
export function writtenWidgets(page: Document): WrittenWidget[] {
  return [...tagsIn(page), ...marksIn(page), ...codesIn(page)];
}

const tagsIn = (page: Document): WrittenWidget[] =>
  [...page.body.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('kommun-')).map((element) => ({
    tag: element.localName,
    settings: [...element.attributes].filter(({ name }) => !ofEveryElement.test(name)).map(({ name, value }) => [name, value] as const),
    element,
    isTag: true,
    leftAlone: false,
  }));

const marksIn = (page: Document): WrittenWidget[] =>
  [...page.body.querySelectorAll<HTMLElement>(`${likely},a[href*="#kommun_" i],a[href*="#Kommun-" i]`)].filter(({ localName }) => !localName.startsWith('kommun-')).flatMap((element): WrittenWidget[] => {
    const anchor = anchorAt(element);
    if (anchor) return [{ tag: anchor.tag, settings: anchor.settings, element, isTag: false, leftAlone: false }];
    const tag = meantBy(element);
    return tag === undefined ? [] : [{ tag, settings: [], element, isTag: false, leftAlone: isLeftAlone(element) }];
  });

/** The name in a mark that is no anchor. */
function meantBy(element: HTMLElement): string | undefined {
  const name = element.dataset['kommun'] ?? /#kommun[-_]([^?]*)/i.exec(element.getAttribute('href') ?? '')?.[1] ?? /\bkommun-([\w-]+)/.exec(element.className)?.[1];
  return name === undefined ? undefined : `kommun-${name}`;
}

const code = /\[kommun-([\w-]*)([^\]]*)\]/i;

function codesIn(page: Document): WrittenWidget[] {
  const read = textAnchorsIn(page.body).map(({ place, ...anchor }) => ({ ...anchor, element: place instanceof Element ? place : place.parentElement!, isTag: false, leftAlone: false }));
  const readIn = new Set(read.map(({ element }) => element));
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const unread: WrittenWidget[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement!;
    const [, name] = code.exec(walker.currentNode.textContent ?? '') ?? [];
    if (name === undefined || readIn.has(element) || element.matches('script,style,template')) continue;
    unread.push({ tag: `kommun-${name}`, settings: [], element, isTag: false, leftAlone: isLeftAlone(element) || element.closest('a') !== null });
  }
  return [...read, ...unread];
}
