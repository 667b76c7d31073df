import { html, nothing, type TemplateResult } from 'lit';
import type { CaseSummary } from '../../contract/case.ts';
import { nextActions, type NextAction } from '../../contract/case.values.ts';
import { httpAddress } from '../../portal/api-address.ts';
import { dueView } from './due.view.ts';
import { dateOf } from './inbox.dates.ts';
import { counted, type Say } from './inbox.text.ts';
import { levelHeading } from './level-heading.ts';
import { statusView } from './status.view.ts';

export interface RowParts {
  say: Say;
  language: string;
  /** Level of the row's heading. */
  level: number;
  now: number;
  compact: boolean;
  /** The reference that was copied last. */
  copied: { reference: string; done: boolean } | undefined;
  hrefOf: (caseId: string) => string;
  onOpen: (event: MouseEvent, one: CaseSummary) => void;
  onCopy: (reference: string) => void;
  onAction: (caseId: string, action: NextAction) => void;
}

/** One case in the list: what it is, where it stands and what to do next. What a system says is Swedish, on whatever page. */
export function rowView(one: CaseSummary, parts: RowParts): TemplateResult {
  return one.requiresLoa === undefined ? openRow(one, parts) : lockedRow(one, parts);
}

function openRow(one: CaseSummary, parts: RowParts): TemplateResult {
  const { say, language, level, now, compact, hrefOf, onOpen } = parts;
  const { id, title, service, unread, signing, lastEvent, updatedAt } = one;
  const unreadText = unread > 0 ? html` <span class="new">${counted(say, 'unread', unread)}</span>` : nothing;
  const href = hrefOf(id);
  const name = html`<bdi lang="sv">${title || service.name}</bdi>${unreadText}`;
  return html`
    <article aria-labelledby="case-${id}">
      ${levelHeading(level, `case-${id}`, href ? html`<a href=${href} data-case=${id} @click=${(event: MouseEvent) => onOpen(event, one)}>${name}</a>` : name)}
      ${statusView(one, say)}
      ${one.dueAt || signing ? html`<div class="facts">${dueView(one.dueAt, now, say, language)}${signing ? html`<p class="signed">${say('signed', signing)}</p>` : nothing}</div>` : nothing}
      ${compact ? nothing : html`<div class="facts">${aboutView(one, say)}${referenceView(one.references, parts)}</div>`}
      <p class="event">${lastEvent ? html`<bdi lang="sv">${lastEvent.text}</bdi>, ${dateOf(lastEvent.at, language)}` : say('updated', { date: dateOf(updatedAt, language) })}</p>
      ${actionView(one, parts)}
    </article>`;
}

/** Tells nothing of the case but that it is there, and how to see it. */
function lockedRow(one: CaseSummary, { say, level, hrefOf, onOpen }: RowParts): TemplateResult {
  const { id } = one;
  const href = hrefOf(id);
  return html`
    <article class="locked" aria-labelledby="case-${id}">
      ${levelHeading(level, `case-${id}`, say('locked'))}
      <p>${say('locked.fix')}</p>
      ${href ? html`<p class="action"><a class="button" href=${href} data-case=${id} @click=${(event: MouseEvent) => onOpen(event, one)}>${say('locked.logIn')}</a></p>` : nothing}
    </article>`;
}

/** Which e-service the case comes from and whom it concerns. */
export function aboutView({ title, service, concerns }: CaseSummary, say: Say): unknown {
  const from = title && service.name !== title ? service.name : '';
  const concerned = concernedText(concerns, say);
  if (!from && !concerned) return nothing;
  return html`
    <p class="about">
      ${from ? html`<span><bdi lang="sv">${from}</bdi></span>` : nothing}
      ${concerned ? html`<span>${concerned}</span>` : nothing}
    </p>`;
}

/** Whom it concerns; empty where the system does not say, since a guess is worse than nothing. */
function concernedText({ kind, givenName }: CaseSummary['concerns'], say: Say): string {
  if (kind === 'me') return say('concerns.me');
  return kind === 'child' && givenName ? say('concerns.child', { name: givenName }) : '';
}

/** What one says on the phone, with a way to copy it. */
export function referenceView([reference, ...others]: readonly string[], { say, copied, onCopy }: Pick<RowParts, 'say' | 'copied' | 'onCopy'>): unknown {
  if (!reference) return nothing;
  const isCopied = copied?.reference === reference;
  return html`
    <p class="reference">
      <span>${say('reference', { reference })}</span>
      <button type="button" class="plain copy" title=${say('copy')} @click=${() => onCopy(reference)}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M7 7h9v10H7zM13 7V3H4v10h3"></path></svg><span class="unseen">${say('copy')} ${reference}</span></button>
      <span .textContent=${isCopied ? say(copied?.done ? 'copied' : 'copy.byHand') : ''}></span>
      ${others.length ? html`<span>${say('reference.also', { references: others.join(', ') })}</span>` : nothing}
    </p>`;
}

/** What the citizen can do now, elsewhere or here. */
export function actionView({ id, title, nextAction }: CaseSummary, { say, onAction }: Pick<RowParts, 'say' | 'onAction'>): unknown {
  const kind = nextActions.find((one) => one === nextAction?.kind);
  if (!kind) return nothing;
  const url = httpAddress(nextAction?.url)?.href;
  const label = html`${say(kind)}<span class="unseen">: ${title}</span>`;
  return url
    ? html`<p class="action"><a class="button primary" href=${url}>${label}</a></p>`
    : html`<p class="action"><button type="button" class="primary" @click=${() => onAction(id, kind)}>${label}</button></p>`;
}
