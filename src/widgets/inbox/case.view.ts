import { html, nothing, type TemplateResult } from 'lit';
import type { Case, NextAction } from '../../contract/case.ts';
import { decisionView, documentsView, handlerView, notSavedView, relatedView, stepsView, timelineView, type SectionParts } from './case-sections.view.ts';
import { dueView } from './due.view.ts';
import type { Say } from './inbox.text.ts';
import { answeredText } from './notices.view.ts';
import { aboutView, actionView, referenceView, type RowParts } from './row.view.ts';
import { statusView } from './status.view.ts';
import { threadView } from './thread.view.ts';

export interface CaseParts extends SectionParts {
  /** The words that a case shares with its row. */
  sayRow: Say;
  copied: RowParts['copied'];
  /** Where a message is written, when it may be. */
  reply: TemplateResult;
  bundleAddress: string;
  /** What came of the last try to make the case unread. */
  unread: string;
  onCopy: (reference: string) => void;
  onAction: (caseId: string, action: NextAction) => void;
  onPrint: () => void;
  onMarkUnread: () => void;
}

/** Everything about one case, what matters most first. */
export function caseView(value: Case, parts: CaseParts): TemplateResult {
  const { say, sayRow, language, reply } = parts;
  const { summary, sourceState } = value;
  return html`
    ${sourceState.state === 'ok' ? nothing : html`<p class="note">${say(sourceState.state === 'silent' ? 'silent' : 'stale', { name: sourceState.name })} ${answeredText(sourceState, sayRow, language)}</p>`}
    ${factsView(value, parts)}
    ${summary ? html`<p class="written" lang="sv">${summary}</p>` : nothing}
    ${decisionView(value, parts)}
    ${stepsView(value, parts)}
    <section aria-labelledby="messages">
      ${threadView(value, parts)}
      ${value.reply.allowed ? reply : html`<p class="note">${value.reply.reason || say('reply.closed')}</p>`}
    </section>
    ${handlerView(value, parts)}
    ${documentsView(value, parts)}
    ${timelineView(value, parts)}
    ${relatedView(value, parts)}
    ${toolsView(parts)}`;
}

/** What the row in the list says as well. */
function factsView(value: Case, { sayRow: say, language, copied, onCopy, onAction }: CaseParts): TemplateResult {
  return html`
    ${statusView(value, say)}
    ${dueView(value.dueAt, Date.now(), say, language)}
    ${value.signing ? html`<p class="signed">${say('signed', value.signing)}</p>` : nothing}
    ${aboutView(value, say)}
    ${referenceView(value.references, { say, copied, onCopy })}
    ${canAct(value) ? actionView(value, { say, onAction }) : elsewhereView(value, say)}`;
}

/** An action that has no address is done here only when it is to write. */
const canAct = ({ nextAction, reply }: Case): boolean => Boolean(nextAction?.url) || (nextAction?.kind === 'supplement' && reply.allowed);

function elsewhereView({ nextAction, service }: Case, say: Say): unknown {
  return nextAction ? html`<p>${say('elsewhere', { service: service.name })}</p>` : nothing;
}

function toolsView({ say, bundleAddress, onSave, notSaved, unread, onPrint, onMarkUnread }: CaseParts): TemplateResult {
  return html`
    <div class="tools">
      <a class="button" href=${bundleAddress} download @click=${onSave}>${say('bundle')}</a>
      <button type="button" @click=${onPrint}>${say('print')}</button>
      <button type="button" @click=${onMarkUnread}>${say('markUnread')}</button>
      <small .textContent=${unread}></small>
      ${notSavedView(notSaved(bundleAddress))}
    </div>`;
}
