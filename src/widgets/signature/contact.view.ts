import { html, nothing, type TemplateResult } from 'lit';
import type { SigningParty } from '../../contract/signing.ts';
import { noticeStates } from '../../contract/signing.values.ts';
import { momentOf } from './signature.dates.ts';
import type { Frame } from './signature.frame.ts';

export interface ContactParts {
  party: SigningParty;
  frame: Frame;
  /** Whether an address is being written. */
  open: boolean;
  /** What was written is no address. */
  fault: boolean;
  /** What has just been done, in words. */
  done: string;
  sending: boolean;
  onOpen: () => void;
  /** Absent where there is nothing to go back to. */
  onClose: (() => void) | undefined;
  onSend: (email: string, language: string | undefined) => void;
  onAgain: () => void;
}

/** Where a guardian is written to, masked, how the mail fares, and what can be done about it. */
export function contactView(parts: ContactParts): unknown {
  const { party: { id, contact, can, isYou }, frame: { say }, open, done, onOpen } = parts;
  if (!contact && !can.length) return nothing;
  return html`
    <div class="contact">
      <p id="mail-${id}" tabindex="-1">${contact ? mailSentence(parts) : say('mail.none')}</p>
      ${contact || isYou ? nothing : html`<p>${say('mail.inbox')}</p>`}
      ${done ? html`<p class="done">${done}</p>` : nothing}
      ${open ? formView(parts) : html`
        <p class="buttons">
          ${can.includes('stateContact') ? html`<button type="button" data-correct=${id} @click=${onOpen}>${say(contact ? 'mail.correct' : 'mail.add')}</button>` : nothing}
          ${againView(parts)}
        </p>`}
    </div>`;
}

function mailSentence({ party: { contact, state }, frame: { say, language } }: ContactParts): TemplateResult {
  const { address = '', notice } = contact ?? {};
  const known = noticeStates.find((one) => one === notice?.state);
  // What the guardian's own state has just said is not said again.
  const fares = known && notice && (known !== state || known === 'undeliverable') ? say(`mail.${known}`, { time: momentOf(notice.at, language) }) : '';
  return html`${say('mail.to', { address })}. ${fares}`;
}

/** Sending again waits its time; until then it says when, instead of a button that does nothing. */
function againView({ party: { can, again, id, isYou }, frame: { say, language }, sending, onAgain }: ContactParts): unknown {
  if (!can.includes('sendAgain') || !again) return nothing;
  if (again.left <= 0) return html`<small>${say(isYou ? 'mail.again.none.yours' : 'mail.again.none')}</small>`;
  const left = again.left === 1 ? say('mail.again.last') : say('mail.again.left', { number: again.left });
  if (Date.parse(again.at) > Date.now()) return html`<small>${say('mail.again.wait', { time: momentOf(again.at, language) })} ${left}</small>`;
  return html`<button type="button" data-again=${id} aria-busy=${sending ? 'true' : 'false'} @click=${onAgain}>${say('mail.again')}</button> <small>${left}</small>`;
}

function formView(parts: ContactParts): TemplateResult {
  const { party: { id, contact, isYou }, frame, fault, sending, onSend, onClose } = parts;
  const { say } = frame;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    onSend(String(form.get('email') ?? '').trim(), (form.get('language') as string | null) ?? undefined);
  };
  return html`
    <form novalidate @submit=${send} @keydown=${keep}>
      <label for="email-${id}">${say(isYou ? 'email.yours' : 'email')}</label>
      ${fault ? html`<p class="wrong" id="fault-${id}">${say('email.fault')}</p>` : nothing}
      <input id="email-${id}" name="email" type="email" autocomplete=${isYou ? 'email' : 'off'} inputmode="email" aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby="${fault ? `fault-${id} ` : ''}hint-${id}">
      <small id="hint-${id}">${say('email.hint')}</small>
      ${languageView(id, contact?.language, frame)}
      <p class="buttons">
        <button type="submit" class="primary" aria-busy=${sending ? 'true' : 'false'}>${say('email.send')}</button>
        ${onClose ? html`<button type="button" @click=${onClose}>${say('cancel')}</button>` : nothing}
      </p>
    </form>`;
}

function languageView(id: string, chosen: string | undefined, { say, language, config }: Frame): unknown {
  const languages = config?.languages ?? [];
  if (languages.length < 2) return nothing;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const selected = chosen ?? config?.defaultLanguage;
  return html`
    <label for="language-${id}">${say('email.language')}</label>
    <select id="language-${id}" name="language">${languages.map((one) => html`<option value=${one} ?selected=${one === selected}>${names.of(one) ?? one}</option>`)}</select>`;
}

/** The page's own keys would swallow the letters. */
const keep = (event: Event) => event.stopPropagation();
