import { warnEditor } from '../kit/warn-editor.ts';
import { apiAddress } from '../portal/api-address.ts';
import { onPage } from '../portal/page-default.ts';

/** Names and values as somebody wrote them. */
export type Settings = readonly (readonly [name: string, value: string])[];

/** Sets what an address or an editor says on `widget`, as far as it may be said there, and names what the widget does not have. */
export function applySettings(widget: Element, settings: Settings): void {
  for (const [name, value] of settings) set(widget, name, value);
  void customElements.whenDefined(widget.localName).then((kind) => nameUnknown(widget, settings.map(([name]) => name), kind));
}

/** Values that say no to something that is either on or off. */
const no = /^(false|nej|no|0|off|av)$/i;
/** Everything that a widget can be told. What else there is in HTML, hiding it among that, is not for an address to say. */
export const plain: readonly string[] = ['heading-level', 'exclusive', 'search', 'feedback', 'json-ld', 'again', 'compact', 'box', 'service', 'reference', 'child', 'limit', 'case', 'name', 'label', 'required', 'multiple', 'disabled', 'lang'];
export const addresses: readonly string[] = ['src', 'href', 'next', 'contact-href'];

/** Whether the value of a setting is an address. */
export const isAddress = (name: string): boolean => addresses.includes(name);

function set(widget: Element, name: string, value: string): void {
  if (!plain.includes(name) && !isAddress(name)) return;
  if (isAddress(name) && isElsewhere(name, value)) return warnEditor({ element: widget, message: `${name} leder till en annan webbplats, och det går inte att bestämma inne på en sida.` });
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
