import type { LitElement } from 'lit';
import { onPage } from './portal/page-default.ts';

/** Puts what the editor wrote and a sentence in the place of a widget that could not draw itself, and lets it draw no more. */
export function showFailed(widget: LitElement): void {
  widget['performUpdate'] = () => {};
  // Neither has a place of its own: one draws nothing, the other stands inside a link.
  if (/portal|badge/.test(widget.localName)) return;
  const kept = document.createElement('slot');
  // What was there instead of the widget, such as an editor's link.
  const instead = Object.assign(document.createElement('slot'), { name: 'kommun-anchor' });
  const said = Object.assign(document.createElement('p'), { lang: 'sv', textContent: onPage()?.sorry ?? '' });
  const root = widget.shadowRoot!;
  root.replaceChildren(kept, instead, said);
  // A list of questions says by itself what stands where, and has put a button into each.
  if (root.slotAssignment === 'manual') kept.assign(...[...widget.childNodes].filter((node) => node instanceof Element || node instanceof Text));
  for (const { shadowRoot } of widget.children) if (!shadowRoot?.host.localName.includes('-')) shadowRoot?.replaceChildren(document.createElement('slot'));
}
