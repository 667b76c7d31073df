import { html, nothing } from 'lit';
import type { Connection } from '../../portal/connection.ts';
import type { FaqItem } from './faq.items.ts';
import type { FaqHost } from './faq.list.ts';
import type { LatePart } from './faq.surroundings.ts';
import { ToolsController, addressOf } from './faq.tools.controller.ts';

/** What stands below an answer: a link to copy and, when the editor wants it, whether the answer helped. */
export function toolsPart(host: FaqHost): LatePart<[FaqItem]> {
  const tools = new ToolsController(host);
  const { portal, words } = tools.surroundings;
  return {
    portal,
    render: ({ question }) =>
      words.ready
        ? html`<div lang=${words.language}>${copyView(tools, question)}</div>
          ${host.feedback && isWanted(portal.connection) ? html`<div lang=${words.language}>${feedbackView(tools, question)}</div>` : nothing}`
        : nothing,
  };
}

/** Whether there is somebody to tell: the backend when its configuration says so, or else the page, which hears the event. */
function isWanted(connection: Connection | undefined): boolean {
  if (connection && !connection.knownConfig) void connection.config();
  return !connection || connection.knownConfig?.faq.feedback === true;
}

function copyView(tools: ToolsController, { id, textContent }: HTMLElement): unknown {
  const { say } = tools.surroundings.words;
  const state = tools.copying(id);
  return html`
    <button type="button" @click=${() => tools.copy(id)}>${say('copy')}<span class="unseen"> ${say('copy.to', { question: textContent.trim() })}</span></button>
    ${state === 'copied' ? html`<p>${say('copied')}</p>` : nothing}
    ${state === 'copy.by-hand' ? html`<label class="by-hand">${say(state)}<input id="address-${id}" readonly .value=${addressOf(id)}></label>` : nothing}`;
}

function feedbackView(tools: ToolsController, { id, textContent }: HTMLElement): unknown {
  const { say } = tools.surroundings.words;
  const state = tools.answering(id);
  if (state === 'thanks') return html`<p id="thanks-${id}" tabindex="-1">${say('thanks')}</p>`;
  return html`<div role="group" aria-label="${say('helpful')} ${textContent.trim()}">
      <span>${say('helpful')}</span>
      <div>
        <button type="button" @click=${() => tools.answer(id, true)}>${say('yes')}</button>
        <button type="button" @click=${() => tools.answer(id, false)}>${say('no')}</button>
      </div>
    </div>
    ${state ? html`<p class=${state === 'sending' ? '' : 'failed'}>${say(state)}</p>` : nothing}`;
}
