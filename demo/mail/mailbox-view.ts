import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { framed } from './mailbox.contract.ts';
import type { ReceivedMail } from './mailbox.contract.ts';
import { addressesIn, openMail, shownMails } from './mailbox-state.ts';
import type { MailboxState } from './mailbox-state.ts';

/** The list of mails and, beside it or instead of it, the one that lies open. */
export function mailboxView(state: MailboxState, chooseAddress: (address: string) => void): TemplateResult {
  const mail = openMail(state);
  return html`
    ${state.isOutOfReach ? html`<p class="trouble">Brevlådan når inte demonstrationen just nu. Kontrollera att den är igång. Nya mejl syns när den svarar igen.</p>` : nothing}
    <div class="panes" data-open=${mail ? 'mail' : 'list'}>
      <nav class="list" aria-label="Mejl">${listOf(state, chooseAddress)}</nav>
      ${mail ? keyed(mail.id, mailOf(mail)) : state.mails?.length ? html`<p class="hint">Välj ett mejl i listan för att läsa det.</p>` : nothing}
    </div>
  `;
}

function listOf(state: MailboxState, chooseAddress: (address: string) => void): TemplateResult {
  if (!state.mails) return html`<p class="empty">${state.isOutOfReach ? 'Det går inte att se om det finns några mejl.' : 'Hämtar mejl …'}</p>`;
  if (state.mails.length === 0) return html`<p class="empty"><strong>Inga mejl än.</strong> När kommunen mejlar någon i demonstrationen syns mejlet här av sig självt.</p>`;
  return html`
    ${addressesIn(state).length > 1 ? addressChoice(state, chooseAddress) : nothing}
    <ul>
      ${repeat(shownMails(state), ({ id }) => id, (mail) => html`<li>${rowOf(mail, state)}</li>`)}
    </ul>
  `;
}

const addressChoice = (state: MailboxState, choose: (address: string) => void) => html`
  <label>
    <span>Visa mejl till</span>
    <select @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
      <option value="">alla</option>
      ${addressesIn(state).map((address) => html`<option value=${address} ?selected=${address === state.address}>${address}</option>`)}
    </select>
  </label>
`;

const rowOf = ({ id, from, to, at, subject }: ReceivedMail, { openId, readIds }: MailboxState) => html`
  <a class="row" href=${`#${id}`} data-unread=${readIds.has(id) ? nothing : ''} aria-current=${id === openId ? 'true' : nothing}>
    ${readIds.has(id) ? nothing : html`<span class="unseen">Oläst:</span>`}
    <span class="from">${from}</span>
    <time datetime=${at}>${shortTime(at)}</time>
    <span class="subject">${subject}</span>
    <span class="to">Till ${to}</span>
  </a>
`;

const mailOf = ({ from, to, at, subject, text, html: content, page }: ReceivedMail) => html`
  <article class="mail" aria-labelledby="amne">
    <a class="back" href="#lista">Alla mejl</a>
    <h2 id="amne" tabindex="-1">${subject}</h2>
    <dl>
      <div><dt>Från</dt><dd>${from}</dd></div>
      <div><dt>Till</dt><dd>${to}</dd></div>
      <div><dt>Kom</dt><dd><time datetime=${at}>${longTime(at)}</time></dd></div>
    </dl>
    <iframe
      title="Mejlets innehåll"
      sandbox="allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"
      src=${page ?? nothing}
      srcdoc=${page === undefined ? framed(content) : nothing}
    ></iframe>
    <details>
      <summary>Visa mejlet som ren text</summary>
      <pre tabindex="0" role="region" aria-label="Mejlet som ren text">${text}</pre>
    </details>
  </article>
`;

const sweden = { timeZone: 'Europe/Stockholm' } as const;
const dayOf = new Intl.DateTimeFormat('sv-SE', { ...sweden, day: 'numeric', month: 'short' });
const clockOf = new Intl.DateTimeFormat('sv-SE', { ...sweden, hour: '2-digit', minute: '2-digit' });
const longTime = (at: string) => new Intl.DateTimeFormat('sv-SE', { ...sweden, dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

/** The time of day for what has come today, else the day. */
function shortTime(at: string): string {
  const [then, now] = [new Date(at), new Date()];
  return dayOf.format(then) === dayOf.format(now) ? clockOf.format(then) : dayOf.format(then);
}
