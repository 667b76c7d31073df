import { onPage } from '../portal/page-default.ts';
import { warnEditor } from '../kit/warn-editor.ts';
import { apiAddress } from '../portal/api-address.ts';
import { keptSlot, type Anchor } from './anchor.ts';
import { holdsQuestions, questionsAfter } from './questions-after.ts';

/** Puts the widget in the anchor's place, with what the editor wrote inside as what remains without it. */
export function upgrade({ tag, settings, place, written }: Anchor): void {
  const widget = document.createElement(tag);
  for (const [name, value] of settings) set(widget, name, value);
  const wrote = written === undefined && place instanceof Element ? place : undefined;
  const holder = tag === 'kommun-faq' && wrote && holdsQuestions(wrote) ? wrote : undefined;
  const kept = holder ? undefined : wrote;
  if (tag === 'kommun-faq') {
    const questions = holder ? [...holder.childNodes] : questionsFor(widget, place, kept);
    if (!questions) return warnEditor({ element: place instanceof Element ? place : place.parentElement!, message: 'Det finns inga frågor att visa. Skriv dem som rubriker med text under, direkt efter länken.' });
    widget.append(...questions);
  }
  void customElements.whenDefined(tag).then((kind) => nameUnknown(widget, settings.map(([name]) => name), kind));
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

/** Values that say no to something that is either on or off. */
const no = /^(false|nej|no|0|off|av)$/i;
const plainName = /^[a-z][a-z-]*$/;
const neverSet = /^(on.*|style|class|id|slot|is|api|nonce)$/;

function set(widget: Element, name: string, value: string): void {
  if (!plainName.test(name) || neverSet.test(name)) return;
  if (isElsewhere(name, value)) return warnEditor({ element: widget, message: `${name} leder till en annan webbplats, och det går inte att bestämma inne på en sida.` });
  if (!no.test(value)) widget.setAttribute(name, value);
}

/** Whether `value` is an address on another site than the page's and the backend's: where widgets get things from is the site's to say, not a page's. */
function isElsewhere(name: string, value: string): boolean {
  try {
    // As the widget itself reads it: no pattern of ours knows all that a browser takes for an address.
    const { origin, protocol } = new URL(value, location.href);
    if (name === 'contact-href' && /^(mailto|tel):$/.test(protocol)) return false;
    return origin !== location.origin && origin !== apiAddress(onPage()?.api)?.origin;
  } catch {
    return true;
  }
}

/** The properties that a widget has as attributes are what can be set; whatever else is written is a mistake. */
function nameUnknown(widget: Element, names: readonly string[], kind: CustomElementConstructor): void {
  const known = (kind as { observedAttributes?: string[] }).observedAttributes ?? [];
  for (const name of names) {
    if (name !== 'lang' && !known.includes(name)) warnEditor({ element: widget, message: `${name} finns inte. Det som går att ange: ${known.filter((one) => one !== 'lang').join(', ')}.` });
  }
}
