import { html, nothing } from 'lit';
import type { Waiting } from '../../kit/patience.controller.ts';
import type { Say } from './inbox.text.ts';

/** Nothing for a moment, then a word, then a way on. */
export function waitingView(waiting: Waiting, say: Say, onRetry: () => void): unknown {
  if (waiting === 'noticed') return html`<p>${say('loading')}</p>`;
  if (waiting !== 'long') return nothing;
  return html`<p>${say('slow')}</p><p><button type="button" class="primary" @click=${onRetry}>${say('tryAgain')}</button></p>`;
}
