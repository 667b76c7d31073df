import { html, type TemplateResult } from 'lit';

/** A true heading of `level` 1 to 6 around `content`, for headings that hold more than words. */
export function levelHeading(level: number, id: string, content: unknown): TemplateResult {
  switch (level) {
    case 1: return html`<h1 id=${id} tabindex="-1">${content}</h1>`;
    case 2: return html`<h2 id=${id} tabindex="-1">${content}</h2>`;
    case 3: return html`<h3 id=${id} tabindex="-1">${content}</h3>`;
    case 4: return html`<h4 id=${id} tabindex="-1">${content}</h4>`;
    case 5: return html`<h5 id=${id} tabindex="-1">${content}</h5>`;
    default: return html`<h6 id=${id} tabindex="-1">${content}</h6>`;
  }
}
