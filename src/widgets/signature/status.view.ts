import { html, nothing, type TemplateResult } from 'lit';
import type { Signing } from '../../contract/signing.ts';
import { signingRules, stopReasons } from '../../contract/signing.values.ts';
import { telephone } from '../../kit/telephone.ts';
import { httpAddress } from '../../portal/api-address.ts';
import { dateOf, momentOf, weekdayOf } from './signature.dates.ts';
import type { Frame } from './signature.frame.ts';
import { countOf } from './signature.machine.ts';
import type { Say } from './signature.text.ts';

/** How it stands, in one line. */
export function headlineOf(signing: Signing, { say }: Frame): string {
  switch (signing.state) {
    case 'complete': return say(countOf(signing).needed > 1 ? 'complete.all' : 'complete');
    case 'declined': return say('declined');
    case 'expired': return say('expired');
    case 'withdrawn': return say('withdrawn');
    case 'stopped': return say(stopReasonOf(signing));
    default: return signing.can.includes('sign') ? say('toSign') : waitingLine(signing, say);
  }
}

function waitingLine(signing: Signing, say: Say): string {
  const { signed, needed } = countOf(signing);
  return needed - signed > 1 ? say('waiting.several', { number: needed - signed }) : say('waiting');
}

/** What that means to whoever reads it. */
export function leadView(signing: Signing, frame: Frame): unknown {
  const { say, language } = frame;
  const time = momentOf(signing.since, language);
  switch (signing.state) {
    case 'complete': return html`<p>${say('complete.sent', { number: signing.reference })}</p>`;
    case 'declined': return declinedView(signing, frame);
    case 'expired': return html`<p>${say('expired.fix', { date: dateOf(signing.expiresAt, language) })}</p>`;
    case 'withdrawn': return html`<p>${say(signing.parties.some(({ isYou, applied }) => isYou && applied) ? 'withdrawn.you' : 'withdrawn.fix', { time })}</p>`;
    case 'stopped': return html`<p>${say(`${stopReasonOf(signing)}.fix`)}</p>`;
    default: return signing.can.includes('sign') ? toSignView(signing, frame) : waitingView(signing, frame);
  }
}

const stopReasonOf = ({ stopped }: Signing) => stopReasons.find((one) => one === stopped) ?? 'contact';

function toSignView({ parties, rule }: Signing, { say, nameOf }: Frame): TemplateResult {
  const before = parties.find(({ isYou, state }) => !isYou && state === 'signed');
  const known = signingRules.find((one) => one === rule) ?? 'all';
  return html`${before ? html`<p>${say('yourTurn', { name: nameOf(before) })}</p>` : nothing}<p>${say(`rule.${known}`)}</p>`;
}

function waitingView({ parties, expiresAt }: Signing, { say, language }: Frame): TemplateResult {
  const you = parties.find(({ isYou }) => isYou);
  const date = weekdayOf(expiresAt, language);
  return html`<p>${you?.state === 'signed' && you.at ? say('waiting.signed', { time: momentOf(you.at, language), date }) : say('waiting.notYou', { date })}</p>`;
}

function declinedView({ parties }: Signing, frame: Frame): TemplateResult {
  const who = parties.find(({ state }) => state === 'declined');
  if (!who) return html`<p>${frame.say('declined.someone')}</p>`;
  const name = frame.nameOf(who);
  return html`
    <p>${who.isYou ? frame.say('declined.you') : frame.say('declined.other', { name })}</p>
    ${who.reason ? html`<p class="said">${who.isYou ? frame.say('declined.whyYou') : frame.say('declined.why', { name })}</p><blockquote><p class="written">${who.reason}</p></blockquote>` : nothing}`;
}

/** Which case, whom it concerns and until when. */
export function factsView({ title, child, reference, expiresAt, state }: Signing, { say, language }: Frame): TemplateResult {
  const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`
    <dl class="facts">
      ${fact(say('about.what'), html`<bdi>${title}</bdi>`)}
      ${child ? fact(say('about.child'), html`<bdi>${child.givenName}</bdi>`) : nothing}
      ${fact(say('about.reference'), html`<bdi translate="no">${reference}</bdi>`)}
      ${state === 'collecting' ? fact(say('about.until'), html`<time datetime=${expiresAt}>${weekdayOf(expiresAt, language)}</time>`) : nothing}
    </dl>`;
}

export interface ReceiptParts {
  href: string;
  onSave: (event: MouseEvent) => void;
  /** Why it was not saved, when it was not. */
  notSaved: string | undefined;
}

/** What happens next, the receipt, and the way to the rest of one's cases. */
export function afterwardsView({ afterwards }: Signing, frame: Frame, receipt: ReceiptParts | undefined): TemplateResult {
  const { say, local } = frame;
  return html`
    ${afterwards ? html`<section aria-labelledby="next">${frame.subheading(say('next'), 'next')}<p>${local(afterwards)}</p></section>` : nothing}
    ${receipt ? html`<p class="buttons"><a class="button primary" href=${receipt.href} download @click=${receipt.onSave}>${say('download')}</a></p>${receipt.notSaved ? html`<p class="wrong">${receipt.notSaved}</p>` : nothing}` : nothing}`;
}

/** The same way on for everybody who comes no further here, whatever the reason. */
export function wayOnView({ state, stopped, service }: Signing, frame: Frame): unknown {
  if (state === 'collecting' || state === 'complete') return nothing;
  const { say, local, config } = frame;
  const again = state === 'stopped' && stopped !== 'custody-changed' ? undefined : httpAddress(service.url)?.href;
  const paper = httpAddress(config?.links.paperForms)?.href;
  const centre = config?.serviceCentre;
  return html`
    <ul class="ways" role="list">
      ${state === 'stopped' && paper ? html`<li><a href=${paper}>${say('wayOn.paper')}</a></li>` : nothing}
      ${again && state !== 'declined' ? html`<li><a href=${again}>${say('wayOn.again')}</a></li>` : nothing}
      ${centre ? html`<li>${say('wayOn.ask', { place: local(centre.name) })} <a href=${telephone(centre.phone)}>${centre.phone}</a>, <a href="mailto:${centre.email}">${centre.email}</a></li>` : nothing}
    </ul>`;
}

/** The way to the rest of one's cases, where the municipality has such a page. */
export function casesView({ say, config }: Frame): unknown {
  const cases = httpAddress(config?.links.cases)?.href;
  return cases ? html`<p><a href=${cases}>${say('cases')}</a></p>` : nothing;
}
