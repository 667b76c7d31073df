import { editorWidgets } from '../../cms/editor-widgets.ts';
import { fault, type Finding } from './finding.ts';
import type { WrittenWidget } from './written-widgets.ts';

/** What a page shows of a widget that was there, or should have been, beside those that are `written`. */
export function checkLeftovers(page: Document, written: readonly WrittenWidget[]): Finding[] {
  const found = [...shownAsText(page), ...lostEnds(page, written)];
  return found.length > 0 || written.length > 0 ? found : [wordsAlone(page) ?? nothing];
}

const nothing = fault('widget-missing', 'Det finns ingen widget i sidans HTML.', 'Har du lagt in en tagg? Då har webbverktyget tagit bort den. Lägg in widgeten som en länk i stället. Kontrollera också att sidan är publicerad.');

/** Links to a widget's own page that stand in no widget. */
function lostEnds(page: Document, written: readonly WrittenWidget[]): Finding[] {
  const lost = editorWidgets().filter(({ short }) => [...page.querySelectorAll(`a[href$="/w/${short}"],a[href$="/w/${short}#"],a[href*="/w/${short}?"]`)].some((link) => !link.getAttribute('href')!.includes('#kommun-') && !written.some(({ element }) => element.contains(link))));
  return lost.map(({ name, short }) => fault('widget-stripped', `Länken till ${name} finns, men slutet av adressen saknas.`, `Öppna länken i webbverktyget och klistra in hela adressen igen, med #kommun-${short} sist.`));
}

function wordsAlone(page: Document): Finding | undefined {
  const words = editorWidgets().find(({ instead, tag }) => tag !== 'kommun-faq' && paragraphSays(page, instead));
  return words && fault('widget-stripped', `Det ser ut som att webbverktyget har tagit bort taggen för ${words.name}: bara texten ”${words.instead}” är kvar.`, 'Lägg in widgeten som en länk i stället. Den behåller alla webbverktyg.');
}

const markup = /<\/?kommun-[a-z-]+|(?:class|data-kommun)=["”]?kommun|<script[^>]*kommun\.js/;

/** Markup that was pasted where the editor writes text is text to visitors. */
function shownAsText(page: Document): Finding[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? '';
    if (!markup.test(text) || walker.currentNode.parentElement?.closest('script,style,template,pre,textarea,[data-kommun-ignore]')) continue;
    return [fault('widget-as-text', 'Koden visas som text för besökarna.', 'Den är inklistrad i ett vanligt textfält. Ta bort den, och lägg in widgeten som en länk. Eller klistra in den i ett block för egen HTML.')];
  }
  return [];
}

/** A line of its own that says just that, and leads nowhere. */
const paragraphSays = (page: Document, words: string): boolean =>
  [...page.querySelectorAll('p,div')].some((box) => box.childElementCount === 0 && box.textContent?.trim() === words);
