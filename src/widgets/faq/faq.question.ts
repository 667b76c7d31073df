import { html, render } from 'lit';
import { questionStyles } from './faq.styles.ts';

/**
 * Puts a button inside the editor's own heading, by a shadow root on the heading: it stays a heading with its text
 * and the site's look, and what the page says of buttons does not reach it.
 */
export function dressQuestion(heading: HTMLElement, open: boolean): void {
  const root = heading.shadowRoot ?? heading.attachShadow({ mode: 'open' });
  if (!root.firstChild) root.adoptedStyleSheets.push(questionStyles.styleSheet!);
  render(html`<button type="button" aria-expanded=${open}><svg viewBox="0 0 16 20" aria-hidden="true"><path d="M1 10h14"/><path d="M8 3v14"/></svg><span><slot></slot></span></button>`, root);
}
