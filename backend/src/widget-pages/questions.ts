import { html } from 'hono/html';
import type { FaqBlock, FaqItem, Inline } from '../../../src/contract/faq.ts';

/** Questions as an editor would have written them: read without JavaScript, and made into a list that folds out with it. */
export const questionsHtml = (items: readonly FaqItem[]) =>
  items.map(({ id, question, answer }) => html`<h3 id="${id}">${question}</h3>${answer.map(block)}`);

function block(given: FaqBlock) {
  if (given.kind === 'paragraph') return html`<p>${given.content.map(inline)}</p>`;
  const items = given.items.map((item) => html`<li>${item.map(inline)}</li>`);
  return given.kind === 'steps' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

/** A link that could run code is text. */
const inline = (part: Inline) => {
  if (typeof part === 'string') return part;
  return /^(https?:|mailto:|tel:|[/#?])/i.test(part.href) ? html`<a href="${part.href}">${part.text}</a>` : part.text;
};
