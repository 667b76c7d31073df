import { html, nothing, type TemplateResult } from 'lit';
import type { Frame } from './frame.ts';
import type { EidChoice, PendingState, Underway } from './order.machine.ts';
import type { OrderWords } from './order.text.sv.ts';
import type { SayOrder } from './order.text.ts';

export interface OrderParts {
  state: PendingState;
  /** What the municipality calls the e-ID. */
  eid: string;
  say: SayOrder;
  frame: Frame;
  /** The message of the moment. */
  message: string;
  /** How long is left, in words. */
  left: string;
  mobile: boolean;
  /** Devices that the e-ID can be on. */
  devices: readonly string[];
  /** The QR code, or what stands in its place. */
  code: () => unknown;
  codeCut: boolean;
  /** The app was asked to start a while ago. */
  slow: boolean;
  onLaunch: () => void;
  onEnlarge: () => void;
  onSwitch: (choice: EidChoice) => void;
  onCancel: () => void;
}

const headings = {
  scanning: 'scanHeading',
  launching: 'launchHeading',
  acting: 'actHeading',
  redirecting: 'awayHeading',
  finishing: 'finishHeading',
} as const satisfies Partial<Record<PendingState['at'], keyof OrderWords>>;

/** An order under way, heading first: what to do now, how long is left, another way, and a way out, save in the moment when the e-ID is done and the login is being made of it. */
export function orderView(parts: OrderParts): TemplateResult[] {
  const { state, say, eid, frame: { heading, words }, message, left, onCancel } = parts;
  const title = state.at === 'resuming' || state.at === 'starting' ? words.say('starting') : say(headings[state.at], { eid });
  return [
    heading(title),
    html`
      ${body(parts)}
      <p class="message" .textContent=${message}></p>
      ${left && html`<p class="clock" role="timer" aria-live="off" .textContent=${left}></p>`}
      <p class="actions">${otherWays(parts)}${state.at === 'finishing' && !state.cut ? nothing : html`<button type="button" @click=${onCancel}>${words.say('cancel')}</button>`}</p>`,
  ];
}

function body(parts: OrderParts): unknown {
  const { state } = parts;
  switch (state.at) {
    case 'scanning': return scanning(parts);
    case 'launching': return launching(parts, state);
    case 'redirecting': return away(parts, state);
    default: return nothing;
  }
}

function scanning({ say, eid, code, codeCut, onEnlarge }: OrderParts): TemplateResult {
  return html`
    <div class="scan">
      <div>
        ${code()}
        <p class="note" ?hidden=${!codeCut}>${say('qrCut')}</p>
        <button type="button" @click=${onEnlarge}>${say('enlarge')}</button>
      </div>
      <ol>
        <li>${say('scanStep1', { eid })}</li>
        <li>${say('scanStep2')}</li>
        <li>${say('scanStep3')}</li>
        <li>${say('scanStep4')}</li>
      </ol>
    </div>`;
}

/** A link that the citizen presses: browsers open an app for a real press, and for little else. */
function launching({ say, eid, mobile, slow, onLaunch }: OrderParts, { order }: Underway): unknown {
  const href = mobile ? order.launch?.mobile : order.launch?.desktop;
  return html`
    ${href && html`<p><a class="button primary" href=${safely(href)} referrerpolicy="origin" @click=${onLaunch}>${say('RFA18', { eid })}</a></p>`}
    ${slow ? html`<p>${say('launchSlow', { eid })}</p>` : nothing}`;
}

function away({ say, eid }: OrderParts, { order }: Underway): TemplateResult {
  return html`
    <p>${say('awayText', { eid })}</p>
    ${order.redirectUrl && html`<p><a class="button primary" href=${safely(order.redirectUrl)}>${say('awayLink', { eid })}</a></p>`}`;
}

function otherWays({ state, say, eid, devices, onSwitch }: OrderParts): unknown {
  if (state.at !== 'scanning' && state.at !== 'launching') return nothing;
  const device = state.device === 'same' ? 'other' : 'same';
  if (!devices.includes(device)) return nothing;
  return html`<button type="button" @click=${() => onSwitch({ provider: state.provider, device })}>${say(device === 'same' ? 'instead' : 'insteadElsewhere', { eid })}</button>`;
}

/** An address that runs no script, whoever sent it. */
const safely = (address: string): string | typeof nothing => (/^\s*(javascript|data|vbscript):/i.test(address) ? nothing : address);
