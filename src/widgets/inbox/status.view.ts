import { html, nothing, type TemplateResult } from 'lit';
import type { CaseSummary } from '../../contract/case.ts';
import { caseStatuses, type CaseStatus } from '../../contract/case.values.ts';
import type { Say } from './inbox.text.ts';

/** A shape for each kind of status, so that nothing hangs on colour. On a field of 20 by 20. */
const shapes = {
  pen: 'M3 17l1-4L13 4l3 3-9 9zM11 6l3 3',
  hand: 'M10 3v8M10 15v1.5',
  way: 'M3 10h12M11 5l5 5-5 5',
  tick: 'M3 11l5 5L17 5',
  stop: 'M4 10h12',
  question: 'M7 7a3 3 0 1 1 4 3c-1 .5-1 1-1 2.500M10 15.500v1',
} as const;

const shapeOf: Readonly<Record<CaseStatus, keyof typeof shapes>> = {
  draft: 'pen',
  awaitingSignatures: 'hand',
  awaitingPayment: 'hand',
  awaitingSupplement: 'hand',
  submitted: 'way',
  inProgress: 'way',
  decided: 'tick',
  closed: 'tick',
  withdrawn: 'stop',
  expired: 'stop',
  unknown: 'question',
};

/** One of our statuses, or `unknown` for one of a later version. */
export const knownStatus = (status: string): CaseStatus => caseStatuses.find((one) => one === status) ?? 'unknown';

/** The status in our own words; empty when it is not known, since a guess is worse than nothing. */
export function statusWord(status: string, say: Say): string {
  const known = knownStatus(status);
  if (known === 'unknown') return '';
  return say(known === 'closed' ? 'closedStatus' : known);
}

/** A shape, our word for the status, and the source's own words where they say something else. */
export function statusView({ status, sourceStatus }: Pick<CaseSummary, 'status' | 'sourceStatus'>, say: Say): TemplateResult {
  const word = statusWord(status, say);
  const own = sourceStatus.trim();
  const differs = own !== '' && own.toLowerCase() !== word.toLowerCase();
  return html`
    <p class="status ${knownStatus(status)}">
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d=${shapes[shapeOf[knownStatus(status)]]}></path></svg>
      <span>${word ? html`<b>${word}</b>` : nothing}${word && differs ? ' – ' : nothing}${differs ? html`<bdi lang="sv">${own}</bdi>` : nothing}${word || differs ? nothing : say('unknown')}</span>
    </p>`;
}
