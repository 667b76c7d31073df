import { html, nothing, type TemplateResult } from 'lit';
import type { Case, CaseDocument } from '../../contract/case.ts';
import { telephone } from '../../kit/telephone.ts';
import { sizeOf, type SayCase } from './case.text.ts';
import { dateOf, weekdayOf } from './inbox.dates.ts';
import { levelHeading } from './level-heading.ts';

export interface SectionParts {
  say: SayCase;
  language: string;
  /** Level of the headings within the case. */
  level: number;
  documentAddress: (id: string) => string;
  onSave: (event: MouseEvent) => void;
  /** Why the link saved nothing; empty when it did, or was not pressed. */
  notSaved: (href: string) => string;
  hrefOf: (caseId: string) => string;
  onOpen: (event: MouseEvent, caseId: string) => void;
}

/** How far the case has come, what comes next and how long it usually takes. */
export function stepsView({ steps }: Case, { say, language, level }: SectionParts): unknown {
  if (!steps.length) return nothing;
  const next = steps.find(({ state }) => state === 'coming');
  const usual = (days: number | undefined) => (days === undefined ? '' : `, ${days === 1 ? say('step.usual.one') : say('step.usual', { days })}`);
  return html`
    <section aria-labelledby="steps">
      ${levelHeading(level, 'steps', say('steps'))}
      <ol class="steps" role="list">${steps.map(({ name, state, at, usualDays }) => html`
        <li class=${state} aria-current=${state === 'current' ? 'step' : nothing}>
          <b><bdi lang="sv">${name}</bdi></b>
          <span>${state === 'done' || state === 'current' || state === 'coming' ? say(`step.${state}`) : nothing}${at ? ` ${dateOf(at, language)}` : ''}${state === 'done' ? '' : usual(usualDays)}</span>
        </li>`)}</ol>
      ${next ? html`<p>${say('next', { name: next.name })}</p>` : nothing}
    </section>`;
}

/** What was decided, and how and until when it can be appealed. */
export function decisionView({ decision }: Case, { say, language, level }: SectionParts): unknown {
  if (!decision) return nothing;
  const { outcome, at, howToAppeal, appealUntil } = decision;
  return html`
    <section class="decision" aria-labelledby="decision">
      ${levelHeading(level, 'decision', say('decision'))}
      <p><b lang="sv">${outcome}</b></p>
      <p>${say('decision.at', { date: dateOf(at, language) })}</p>
      ${howToAppeal || appealUntil ? levelHeading(Math.min(level + 1, 6), 'appeal', say('appeal')) : nothing}
      ${appealUntil ? html`<p>${say('appeal.until', { date: weekdayOf(appealUntil, language) })}</p>` : nothing}
      ${howToAppeal ? html`<p class="written" lang="sv">${howToAppeal}</p>` : nothing}
    </section>`;
}

/** Every document with what it is, whose it is and how large. */
export function documentsView({ documents }: Case, parts: SectionParts): TemplateResult {
  const { say, level } = parts;
  return html`
    <section aria-labelledby="documents">
      ${levelHeading(level, 'documents', say('documents'))}
      ${documents.length ? html`<ul class="documents" role="list">${documents.map((one) => html`<li>${documentLink(one, parts)}</li>`)}</ul>` : html`<p>${say('documents.none')}</p>`}
    </section>`;
}

/** A document as a link that saves it. */
export function documentLink({ id, title, fileName, mediaType, size, at, origin, expiresAt }: CaseDocument, { say, language, documentAddress, onSave, notSaved }: SectionParts): TemplateResult {
  const href = documentAddress(id);
  const kind = fileName.includes('.') ? fileName.split('.').pop()!.toUpperCase() : (mediaType.split('/').pop() ?? '');
  const facts = [
    dateOf(at, language),
    ...(origin === 'you' || origin === 'guardian' || origin === 'municipality' || origin === 'system' ? [say(`document.${origin}`)] : []),
    ...(expiresAt ? [say('document.expires', { date: dateOf(expiresAt, language) })] : []),
  ];
  return html`<a href=${href} download @click=${onSave}><bdi lang="sv">${title || fileName}</bdi> (${[kind, ...(size === undefined ? [] : [sizeOf(size, language)])].join(', ')})</a> <small>${facts.join(', ')}</small>${notSavedView(notSaved(href))}`;
}

export const notSavedView = (why: string): unknown => (why ? html`<p class="wrong">${why}</p>` : nothing);

/** Everything that has happened, the latest first. */
export function timelineView({ timeline }: Case, { say, language, level }: SectionParts): unknown {
  if (!timeline.length) return nothing;
  const latestFirst = [...timeline].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return html`
    <section aria-labelledby="timeline">
      ${levelHeading(level, 'timeline', say('timeline'))}
      <ol class="timeline" role="list">${latestFirst.map(({ at, text, isNew }) => html`
        <li><time datetime=${at}>${dateOf(at, language)}</time> <span lang="sv">${text}</span>${isNew ? html` <span class="new">${say('isNew')}</span>` : nothing}</li>`)}</ol>
    </section>`;
}

/** Who handles the case and how to reach them. */
export function handlerView({ handler }: Case, { say, level }: SectionParts): unknown {
  if (!handler) return nothing;
  const { name, unit, phone } = handler;
  return html`
    <section aria-labelledby="handler">
      ${levelHeading(level, 'handler', say('handler'))}
      <p><bdi>${name}</bdi>${unit ? html`, <bdi lang="sv">${unit}</bdi>` : nothing}</p>
      ${phone ? html`<p><a href=${telephone(phone)}>${phone}</a></p>` : nothing}
    </section>`;
}

/** Cases that belong with this one. */
export function relatedView({ related }: Case, { say, level, hrefOf, onOpen }: SectionParts): unknown {
  if (!related.length) return nothing;
  return html`
    <section aria-labelledby="related">
      ${levelHeading(level, 'related', say('related'))}
      <ul role="list" class="documents">${related.map(({ id, title, reference }) => html`
        <li><a href=${hrefOf(id)} @click=${(event: MouseEvent) => onOpen(event, id)}><bdi lang="sv">${title}</bdi>${reference ? ` (${reference})` : ''}</a></li>`)}</ul>
    </section>`;
}
