import { html, type TemplateResult } from 'lit';
import type { SaySession } from './session.text.ts';

export interface WarningParts {
  say: SaySession;
  left: string;
  /** The session has lasted as long as it may. */
  last: boolean;
  trouble: string;
  onStay: () => void;
  onLogOut: () => void;
}

/** Asks, before time runs out, whether the citizen wants to stay. Escape means yes. Opened as a modal by the widget. */
export function warningView({ say, left, last, trouble, onStay, onLogOut }: WarningParts): TemplateResult {
  const onEscape = (event: Event) => {
    event.preventDefault();
    onStay();
  };
  return html`
    <dialog id="warning" aria-labelledby="warning-title" aria-describedby="warning-text" @cancel=${onEscape}>
      <p id="warning-title" class="title">${say('warnHeading')}</p>
      <p id="warning-text">${say(last ? 'warnLast' : 'warnText')}</p>
      <p class="clock" role="timer" aria-live="off" .textContent=${left}></p>
      <p class="note" ?hidden=${!trouble} .textContent=${trouble}></p>
      <p class="actions">
        <button type="button" class="primary" autofocus @click=${onStay}>${say(last ? 'understood' : 'stay')}</button>
        <button type="button" @click=${onLogOut}>${say('logOutNow')}</button>
      </p>
      <div id="said" class="unseen" role="status"></div>
    </dialog>`;
}
