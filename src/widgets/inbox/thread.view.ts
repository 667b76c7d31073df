import { html, nothing, type TemplateResult } from 'lit';
import type { Case, CaseMessage } from '../../contract/case.ts';
import { documentLink, type SectionParts } from './case-sections.view.ts';
import { clockOf, dateOf } from './inbox.dates.ts';
import { levelHeading } from './level-heading.ts';

/** The messages, the oldest first, with what came along and, where the system says so, whether the other side has read them. */
export function threadView({ messages, documents }: Case, parts: SectionParts): TemplateResult {
  const { say, level } = parts;
  const oldestFirst = [...messages].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return html`
    ${levelHeading(level, 'messages', say('messages'))}
    ${oldestFirst.length
      ? html`<ol class="thread" role="list">${oldestFirst.map((one) => messageView(one, documents, parts))}</ol>`
      : html`<p>${say('messages.none')}</p>`}`;
}

function messageView(message: CaseMessage, documents: Case['documents'], parts: SectionParts): TemplateResult {
  const { say, language, level } = parts;
  const { id, from, text, documentIds, readAt } = message;
  const own = from === 'you';
  const attached = documents.filter((one) => documentIds.includes(one.id));
  return html`
    <li class=${own ? 'own' : ''}>
      <article aria-labelledby="message-${id}">
        ${levelHeading(Math.min(level + 1, 6), `message-${id}`, senderOf(message, parts))}
        <p class="written" lang=${own ? nothing : 'sv'}>${text}</p>
        ${attached.length ? html`<ul class="documents" role="list">${attached.map((one) => html`<li>${documentLink(one, parts)}</li>`)}</ul>` : nothing}
        ${own && readAt !== undefined ? html`<p><small>${readAt === null ? say('notRead') : say('readAt', { date: dateOf(readAt, language), time: clockOf(readAt, language) })}</small></p>` : nothing}
      </article>
    </li>`;
}

function senderOf({ at, from, senderName }: CaseMessage, { say, language }: SectionParts): string {
  const when = { date: dateOf(at, language), time: clockOf(at, language) };
  if (from === 'you' || from === 'guardian') return say(`from.${from}`, when);
  return say('from.municipality', { name: senderName || say('municipality'), ...when });
}
