import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../contract/problem.ts';
import type { ProblemWords } from './problem.text.sv.ts';
import { telephone } from './telephone.ts';

export { telephone };

export interface ProblemParts {
  problem: Problem;
  say: (key: keyof ProblemWords, values?: Readonly<Record<string, string | number>>) => string;
  /** The heading, at the level that fits the widget. */
  heading: (text: string) => unknown;
  /** Left out when trying again cannot help. */
  onRetry?: (() => void) | undefined;
  /** Another way than the one that failed, as a control; left out where there is none. */
  other?: unknown;
  /** The municipality's contact point, when it is known. */
  contact?: { place?: string; phone: string } | undefined;
}

/** What is wrong with a call, what to do about it, and whom to turn to. For a code without words, the general ones. */
export function problemView({ problem, say, heading, onRetry, other, contact }: ProblemParts): TemplateResult {
  return html`
    ${heading(problemHeading(problem, say))}
    <p .textContent=${problemFix(problem, say)}></p>
    ${problem.code === 'framed' ? html`<p><a class="button primary" href=${location.href} target="_blank">${say('framed.open')}</a></p>` : nothing}
    ${onRetry && html`<p class=${other ? 'actions' : ''}><button type="button" class="primary" @click=${onRetry}>${say('tryAgain')}</button>${other}</p>`}
    ${contact && html`<p>${contact.place ? say('contact', { place: contact.place }) : say('contact.unnamed')} <a href=${telephone(contact.phone)}>${contact.phone}</a>.</p>`}
    ${problem.traceId ? html`<p><small>${say('reference', { code: problem.traceId })}</small></p>` : nothing}`;
}

/** What is the matter, in one line. */
export function problemHeading({ code }: Problem, say: ProblemParts['say']): string {
  return say(code as keyof ProblemWords) || say('internal-error');
}

/** What to do about it. */
export function problemFix({ code, retryAfter }: Problem, say: ProblemParts['say']): string {
  const wait = retryAfter && say(`${code}.wait` as keyof ProblemWords, { number: retryAfter });
  return wait || say(`${code}.fix` as keyof ProblemWords) || say('internal-error.fix');
}
