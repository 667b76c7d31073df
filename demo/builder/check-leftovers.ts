import { editorWidgets } from '../../cms/editor-widgets.ts';
import { fault, type Finding } from './finding.ts';

/** What a page without any widget shows of one that was there, or should have been. */
export function checkLeftovers(page: Document): Finding[] {
  const shown = shownAsText(page);
  if (shown.length > 0) return shown;
  const stripped = editorWidgets().find(({ short }) => page.querySelector(`a[href$="/w/${short}"],a[href*="/w/${short}?"],a[href*="/w/${short}#"]`));
  if (stripped) return [fault('widget-stripped', `Länken till ${stripped.name} finns, men slutet av adressen saknas.`, `Öppna länken i webbverktyget och klistra in hela adressen igen, med #kommun-${stripped.short} sist.`)];
  const words = editorWidgets().find(({ instead, tag }) => tag !== 'kommun-faq' && paragraphSays(page, instead));
  if (words) return [fault('widget-stripped', `Det ser ut som att webbverktyget har tagit bort taggen för ${words.name}: bara texten ”${words.instead}” är kvar.`, 'Lägg in widgeten som en länk i stället. Den behåller alla webbverktyg.')];
  return [fault('widget-missing', 'Det finns ingen widget i sidans HTML.', 'Har du lagt in en tagg? Då har webbverktyget tagit bort den. Lägg in widgeten som en länk i stället. Kontrollera också att sidan är publicerad.')];
}

const markup = /<\/?kommun-[a-z-]+|(?:class|data-kommun)=["”]?kommun|<script[^>]*kommun\.js/;

/** Markup that was pasted where the editor writes text is text to visitors. */
export function shownAsText(page: Document): Finding[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? '';
    if (!markup.test(text) || walker.currentNode.parentElement?.closest('script,style,template,pre,textarea')) continue;
    return [fault('widget-as-text', 'Koden visas som text för besökarna.', 'Den är inklistrad i ett vanligt textfält. Ta bort den, och lägg in widgeten som en länk. Eller klistra in den i ett block för egen HTML.')];
  }
  return [];
}

/** A line of its own that says just that, and leads nowhere. */
const paragraphSays = (page: Document, words: string): boolean =>
  [...page.querySelectorAll('p,div')].some((box) => box.childElementCount === 0 && box.textContent?.trim() === words);
