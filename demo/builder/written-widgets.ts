import { anchorAt, isLeftAlone, likely, notForTags } from '../../src/anchors/anchor.ts';
import { writtenCodes } from './written-codes.ts';
import { widgetMeantBy, isMisspeltTag } from './meant-widget.ts';

/** A widget that somebody has meant to put on the page, by tag, link, block or text code. */
export interface WrittenWidget {
  /** As it is written; need not be one that there is. */
  tag: string;
  settings: readonly (readonly [name: string, value: string])[];
  element: Element;
  /** A tag is read by the browser; the others the loader reads. */
  shape: 'tag' | 'mark' | 'code';
  /** What keeps it from becoming a widget: it stands where nothing becomes a widget, or it has no end. */
  unread?: 'left-alone' | 'unclosed';
}

/** What every widget can be given besides its own settings. */
const ofEveryElement = /^(id|class|style|slot|lang|dir|hidden|title|role|tabindex|translate|data-.*|aria-.*|on.*)$/;

/** They are the web manager's, and say nothing of what an editor has put on the page. */
const ofTheTemplate = ['kommun-portal', 'kommun-unread-badge'];

/** All widgets that are written on the page, read as the loader reads them, and those that it would not take for any. */
export function writtenWidgets(page: Document): WrittenWidget[] {
  return [...tagsIn(page), ...marksIn(page), ...writtenCodes(page)];
}

const isTag = ({ localName }: Element): boolean => (localName.startsWith('kommun-') && !ofTheTemplate.includes(localName)) || isMisspeltTag(localName);

const tagsIn = (page: Document): WrittenWidget[] =>
  [...page.body.querySelectorAll('*')].filter((element) => isTag(element) && !element.closest('[data-kommun-ignore]')).map((element) => ({
    tag: element.localName,
    settings: [...element.attributes].filter(({ name }) => !ofEveryElement.test(name)).map(({ name, value }) => [name, value] as const),
    element,
    shape: 'tag',
    ...(element.closest(notForTags) && { unread: 'left-alone' }),
  }));

const marksIn = (page: Document): WrittenWidget[] =>
  [...page.body.querySelectorAll<HTMLElement>(`${likely},a[href*="#kommun_" i],a[href*="#Kommun-" i]`)].filter((element) => !isTag(element) && !leadsWithin(element) && !element.closest('[data-kommun-ignore]')).flatMap((element): WrittenWidget[] => {
    const anchor = anchorAt(element);
    if (anchor) return [{ tag: anchor.tag, settings: anchor.settings, element, shape: 'mark' }];
    const tag = meantBy(element);
    return tag === undefined ? [] : [{ tag, settings: [], element, shape: 'mark', ...(isLeftAlone(element) && { unread: 'left-alone' }) }];
  });

/** A link to something on the page that happens to be called as a widget is. */
const leadsWithin = (element: HTMLElement): boolean => element.ownerDocument.getElementById(/#(.+)/.exec(element.getAttribute('href') ?? '')?.[1] ?? '') !== null;

/** The name in a mark that is no anchor, where it must be a widget's: much else at a municipality begins with its name. */
function meantBy(element: HTMLElement): string | undefined {
  const [, inLink, settings] = /#kommun[-_]([^?]*)(\?.+)?/i.exec(element.getAttribute('href') ?? '') ?? [];
  const name = element.dataset['kommun'] ?? inLink ?? /\bkommun-([\w-]+)/.exec(element.className)?.[1];
  if (name === undefined || (settings === undefined && widgetMeantBy(name) === undefined)) return undefined;
  return `kommun-${name}`;
}
