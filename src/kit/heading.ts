import { html, type TemplateResult } from 'lit';

/** A true heading of `level` 1 to 6 that can be given the focus. `text` replaces its content whole, so that translators do not freeze it. */
export function heading(level: number, text: string, id = ''): TemplateResult {
  switch (level) {
    case 1: return html`<h1 id=${id} tabindex="-1" part="heading" .textContent=${text}></h1>`;
    case 3: return html`<h3 id=${id} tabindex="-1" part="heading" .textContent=${text}></h3>`;
    case 4: return html`<h4 id=${id} tabindex="-1" part="heading" .textContent=${text}></h4>`;
    case 5: return html`<h5 id=${id} tabindex="-1" part="heading" .textContent=${text}></h5>`;
    case 6: return html`<h6 id=${id} tabindex="-1" part="heading" .textContent=${text}></h6>`;
    default: return html`<h2 id=${id} tabindex="-1" part="heading" .textContent=${text}></h2>`;
  }
}
