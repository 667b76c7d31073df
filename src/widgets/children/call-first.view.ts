import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemParts } from '../../kit/problem.view.ts';
import { telephone } from '../../kit/telephone.ts';
import type { Contact } from './picker.frame.ts';
import type { Say } from './picker.text.ts';

export interface CallFirstParts {
  heading: unknown;
  contact: Contact;
  traceId: string | undefined;
  say: Say;
  sayProblem: ProblemParts['say'];
  onRetry: () => void;
}

/** For somebody who has tried in vain again and again: whom to call, and to try once more only after that. */
export function callFirstView({ heading, contact: { place, phone }, traceId, say, sayProblem, onRetry }: CallFirstParts): TemplateResult {
  return html`
    ${heading}
    <p>${say('call', { place })}</p>
    <p><a class="button primary" href=${telephone(phone)}>${say('call.number', { phone })}</a></p>
    <p>${say('call.orTry')}</p>
    <p><button type="button" @click=${onRetry}>${say('tryAgain')}</button></p>
    ${traceId ? html`<p><small>${sayProblem('reference', { code: traceId })}</small></p>` : nothing}`;
}
