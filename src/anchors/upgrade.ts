import { onPage } from '../portal/page-default.ts';
import { warnEditor } from '../kit/warn-editor.ts';
import { apiAddress } from '../portal/api-address.ts';
import type { Anchor } from './anchor.ts';
import { questionsAfter } from './questions-after.ts';

/** Where what the editor wrote is kept: no widget has such a slot, so it is seen only where the widget is not. */
export const keptSlot = 'kommun-anchor';

/** Puts the widget in the anchor's place, with the anchor inside as what remains without it. */
export function upgrade({ tag, settings, place, kept }: Anchor): void {
  const widget = document.createElement(tag);
  for (const [name, value] of settings) set(widget, name, value);
  void customElements.whenDefined(tag).then((kind) => nameUnknown(widget, settings.map(([name]) => name), kind));
  place.replaceWith(widget);
  if (kept) keep(kept, widget);
  if (tag === 'kommun-faq' && !widget.hasAttribute('src')) fill(widget);
}

function keep(kept: Element, widget: Element): void {
  kept.slot = keptSlot;
  widget.append(kept);
}

/** Values that say no to something that is either on or off. */
const no = /^(false|nej|no|0|off|av)$/i;
const plainName = /^[a-z][a-z-]*$/;
const neverSet = /^(on.*|style|class|id|slot|is|api|nonce)$/;

function set(widget: Element, name: string, value: string): void {
  if (!plainName.test(name) || neverSet.test(name)) return;
  if (isElsewhere(value)) return warnEditor({ element: widget, message: `${name} leder till en annan webbplats, och det går inte att bestämma inne på en sida.` });
  if (!no.test(value)) widget.setAttribute(name, value);
}

/** Whether `value` is an address on another site than the page's and the backend's: where widgets get things from is the site's to say, not a page's. */
function isElsewhere(value: string): boolean {
  if (!/^\s*([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(value)) return false;
  try {
    const { origin } = new URL(value, location.href);
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

/** The questions right below, or else those that the municipality has with its backend. */
function fill(widget: Element): void {
  const questions = questionsAfter(widget);
  const api = apiAddress(onPage()?.api);
  if (questions.length > 0) widget.append(...questions);
  else if (api) widget.setAttribute('src', `${api.href.replace(/\/?$/, '/')}faq`);
}
