import { onPage } from '../portal/page-default.ts';
import { warnEditor } from '../kit/warn-editor.ts';
import { apiAddress } from '../portal/api-address.ts';
import { keptSlot, type Anchor } from './anchor.ts';
import { holdsQuestions, questionsAfter } from './questions-after.ts';
import { applySettings } from './settings.ts';

/** Puts the widget in the anchor's place, with what the editor wrote inside as what remains without it. */
export function upgrade({ tag, settings, place, after, written }: Anchor): void {
  const widget = document.createElement(tag);
  applySettings(widget, settings);
  const wrote = written === undefined && !after && place instanceof Element ? place : undefined;
  const holder = tag === 'kommun-faq' && wrote && holdsQuestions(wrote) ? wrote : undefined;
  const kept = holder ? undefined : wrote;
  if (tag === 'kommun-faq') {
    const questions = holder ? [...holder.childNodes] : questionsFor(widget, place, kept);
    if (!questions) return warnEditor({ element: place instanceof Element ? place : place.parentElement!, message: 'Det finns inga frågor att visa. Skriv dem som rubriker med text under, direkt efter länken.' });
    widget.append(...questions);
  }
  if (after && place instanceof Element) {
    unmark(place, tag);
    return place.after(widget);
  }
  (place instanceof Text && written !== undefined ? cutOut(place, written) : place).replaceWith(widget);
  if (!kept) return;
  kept.slot = keptSlot;
  unmark(kept, tag);
  widget.prepend(kept);
}

/** The code as a text of its own, with what stood before and after left where it was. */
function cutOut(text: Text, written: string): Text {
  const own = text.splitText(text.data.indexOf(written));
  own.splitText(written.length);
  return own;
}

/** What was an anchor is one no more, and leads where it led. */
function unmark(kept: Element, tag: string): void {
  kept.removeAttribute('data-kommun');
  kept.classList.remove(tag);
  for (const link of [kept, ...kept.querySelectorAll('a')]) if (link instanceof HTMLAnchorElement && link.hash.startsWith('#kommun-')) link.hash = '';
}

/**
 * The questions that stand right below. Without any, the list gets those that the municipality has with its backend, and
 * shows what was written until they come; undefined where there is nothing to get them from.
 */
function questionsFor(widget: Element, place: Element | Text, kept: Element | undefined): Node[] | undefined {
  if (widget.hasAttribute('src')) return [];
  const questions = questionsAfter(place);
  const api = apiAddress(onPage()?.api);
  if (questions.length > 0) {
    // They say it all.
    if (kept) kept.toggleAttribute('hidden', true);
    return questions;
  }
  if (!api) return undefined;
  widget.setAttribute('src', `${api.href.replace(/\/?$/, '/')}faq`);
  return [];
}
