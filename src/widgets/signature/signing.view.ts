import { html, nothing, type TemplateResult } from 'lit';
import type { SigningParty } from '../../contract/signing.ts';
import { httpAddress } from '../../portal/api-address.ts';
import { withCase } from './case-address.ts';
import { documentView } from './document.view.ts';
import { partiesView } from './parties.view.ts';
import { momentOf } from './signature.dates.ts';
import type { Frame } from './signature.frame.ts';
import { canHandOver, type Shown } from './signature.machine.ts';
import { afterwardsView, casesView, factsView, headlineOf, leadView, wayOnView, type ReceiptParts } from './status.view.ts';
import type { Question } from './task.view.ts';

export interface SigningParts {
  shown: Shown;
  frame: Frame;
  /** Absent as long as there is none. */
  receipt: ReceiptParts | undefined;
  contact: (party: SigningParty) => unknown;
  /** The choice of an e-ID to sign with. */
  choice: () => unknown;
  onAsk: (question: Question, from: string) => void;
}

/** One signing: how it stands, what it is about, who has signed, and what one can do. */
export function signingView(parts: SigningParts): TemplateResult {
  const { shown: { signing }, frame, receipt, contact } = parts;
  const signs = signing.can.includes('sign');
  const document = signing.document ? documentView(signing.document, signs, frame) : nothing;
  const people = partiesView(signing, frame, contact);
  return html`
    ${frame.heading(headlineOf(signing, frame))}
    <div class="lead">${leadView(signing, frame)}</div>
    ${noticesView(parts)}
    ${factsView(signing, frame)}
    ${signs ? [document, people] : people}
    ${signs ? signView(parts) : nothing}
    ${signing.state === 'complete' ? afterwardsView(signing, frame, receipt) : nothing}
    ${wayOnView(signing, frame)}
    ${canHandOver(signing) ? handOverView(parts) : nothing}
    ${signs ? nothing : document}
    ${otherWaysView(parts)}
    ${casesView(frame)}`;
}

function noticesView({ shown: { signing, revised, fault, stale }, frame }: SigningParts): unknown {
  const { say, language } = frame;
  const { changedAt, state } = signing;
  return [
    fault ? html`<p class="note wrong" id="fault" tabindex="-1">${frame.sentence(fault)}</p>` : nothing,
    revised && signing.can.includes('sign') ? html`<p class="note">${say('revised')}</p>` : nothing,
    changedAt && state === 'collecting' ? html`<p class="note">${say('changedAt', { time: momentOf(changedAt, language) })}</p>` : nothing,
    stale ? html`<p class="note">${say('stale')}</p>` : nothing,
  ];
}

const signView = ({ choice }: SigningParts): TemplateResult => html`<section class="sign" aria-labelledby="sign">${choice()}</section>`;

function handOverView({ frame, onAsk }: SigningParts): TemplateResult {
  const { say } = frame;
  return html`
    <section aria-labelledby="hand-over">
      ${frame.subheading(say('handOver'), 'hand-over')}
      <p>${say('handOver.fix')}</p>
      <p class="buttons"><button type="button" id="start-hand-over" @click=${() => onAsk('handing-over', '#start-hand-over')}>${say('handOver.start')}</button></p>
    </section>`;
}

function otherWaysView({ shown: { signing }, frame, onAsk }: SigningParts): unknown {
  const { say } = frame;
  const { can, service, parties } = signing;
  const page = can.includes('change') ? httpAddress(service.url)?.href : undefined;
  const change = page && withCase(page, signing.case);
  if (!change && !can.includes('decline') && !can.includes('withdraw')) return nothing;
  return html`
    <section aria-labelledby="other-ways">
      ${frame.subheading(say('otherWays'), 'other-ways')}
      ${change && parties.some(({ state }) => state === 'signed') ? html`<p>${say('change.voids')}</p>` : nothing}
      <p class="buttons">
        ${change ? html`<a class="button" href=${change}>${say('change')}</a>` : nothing}
        ${can.includes('decline') ? html`<button type="button" id="start-decline" @click=${() => onAsk('declining', '#start-decline')}>${say('decline')}</button>` : nothing}
        ${can.includes('withdraw') ? html`<button type="button" id="start-withdraw" @click=${() => onAsk('withdrawing', '#start-withdraw')}>${say('withdraw')}</button>` : nothing}
      </p>
    </section>`;
}
