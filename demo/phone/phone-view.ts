import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { AppPerson } from '../../backend/src/eid/simulated/simulated-app.contract.ts';
import { headingOf, isSignature } from './phone-state.ts';
import type { PhoneState } from './phone-state.ts';
import { failures, steps } from './ways.ts';
import type { Way } from './ways.ts';

/** What the phone's owner can do. */
export interface Presses {
  scan(): void;
  choosePerson(id: string): void;
  step(hint: string): void;
  approve(): void;
  cancel(): void;
  fail(hint: string): void;
  startOver(): void;
}

export interface Owner {
  persons: readonly AppPerson[];
  chosen: string;
}

type At<Place extends PhoneState['at']> = Extract<PhoneState, { at: Place }>;

/** The phone's screen. */
export function phoneView(state: PhoneState, owner: Owner, press: Presses): TemplateResult {
  return html`
    <header class="app-bar">${mark}<span>Provlegitimation</span><span class="badge">Simulering</span></header>
    <div class="app-body" data-at=${state.at}>
      <h1 tabindex="-1">${headingOf(state)}</h1>
      ${bodyOf(state, owner, press)}
    </div>
  `;
}

function bodyOf(state: PhoneState, owner: Owner, press: Presses): TemplateResult {
  switch (state.at) {
    case 'idle':
      return idle(state, press);
    case 'busy':
      return html`<p>Ett ögonblick.</p>`;
    case 'asked':
      return asked(state, owner, press);
    case 'done':
      return done(state, press);
  }
}

const idle = ({ trouble }: At<'idle'>, press: Presses) => html`
  ${trouble === undefined ? nothing : html`<p class="trouble">${trouble}</p>`}
  <p>Välj en e-legitimation på webbplatsen, så visas en QR-kod där.</p>
  <div class="viewfinder" aria-hidden="true">${viewfinder}</div>
  <button type="button" class="primary" @click=${press.scan}>Skanna QR-koden</button>
`;

const asked = ({ request, step, trouble }: At<'asked'>, owner: Owner, press: Presses) => html`
  <p class="purpose">${request.visibleText}</p>
  ${trouble === undefined ? nothing : html`<p class="trouble" role="alert">${trouble}</p>`}
  <label>
    <span>Vem är du?</span>
    <select @change=${({ target }: Event) => press.choosePerson((target as HTMLSelectElement).value)}>
      ${owner.persons.map(
        ({ id, name, number }) =>
          html`<option value=${id} ?selected=${id === owner.chosen}>${name}, ${number.slice(2, 8)}-${number.slice(8)}</option>`,
      )}
    </select>
  </label>
  <button type="button" class="primary" @click=${press.approve}>${isSignature(request) ? 'Skriv under' : 'Legitimera'}</button>
  <button type="button" @click=${press.cancel}>Avbryt</button>
  <details>
    <summary>Visa ett annat steg</summary>
    <p>Webbplatsen ska berätta vad appen väntar på.</p>
    ${choices(steps, press.step, step)}
  </details>
  <details>
    <summary>Gör fel</summary>
    <p>Webbplatsen ska berätta vad som hände och hur du kommer vidare.</p>
    ${choices(failures, press.fail)}
  </details>
`;

const choices = (ways: readonly Way[], choose: (hint: string) => void, current?: string) => html`
  <ul class="ways">
    ${ways.map(
      ({ hint, words }) => html`<li>
        <button type="button" data-hint=${hint} aria-pressed=${current === undefined ? nothing : String(hint === current)} @click=${() => choose(hint)}>
          ${words}
        </button>
      </li>`,
    )}
  </ul>
`;

function done({ outcome, back }: At<'done'>, press: Presses): TemplateResult {
  return html`
    <div class="outcome" data-outcome=${outcome} aria-hidden="true">${outcome === 'approved' ? tick : cross}</div>
    ${back === undefined
      ? html`<p>Webbplatsen märker det av sig själv. Gå tillbaka till sidan där du började.</p>`
      : html`<p>Du kommer strax tillbaka till webbplatsen.</p><a class="primary" href=${back}>Tillbaka till webbplatsen</a>`}
    <button type="button" @click=${press.startOver}>Skanna en ny kod</button>
  `;
}

const mark = html`<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="5" width="18" height="14" rx="3" /><circle cx="9" cy="11" r="2.2" /><path d="M5.8 16c.6-1.7 1.8-2.5 3.2-2.5s2.6.8 3.2 2.5M15 10h3M15 13.5h3" /></svg>`;
const corners = ['M4 16V8a4 4 0 0 1 4-4h8', 'M48 4h8a4 4 0 0 1 4 4v8', 'M60 48v8a4 4 0 0 1-4 4h-8', 'M16 60H8a4 4 0 0 1-4-4v-8'];
const viewfinder = html`<svg viewBox="0 0 64 64">${corners.map((corner) => svg`<path d=${corner} />`)}<path class="dots" d="M18 18h10v10H18zM36 18h10v10H36zM18 36h10v10H18zM38 38h3v3h-3zM43 43h3v3h-3zM36 44h3v2h-3zM44 36h2v3h-2z" /></svg>`;
const tick = html`<svg viewBox="0 0 64 64"><circle cx="32" cy="32" r="28" /><path d="m20 33 8.5 8.5L45 24" /></svg>`;
const cross = html`<svg viewBox="0 0 64 64"><circle cx="32" cy="32" r="28" /><path d="m23 23 18 18M41 23 23 41" /></svg>`;
