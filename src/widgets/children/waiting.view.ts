import { html, nothing, type TemplateResult } from 'lit';
import type { Waiting } from '../../kit/patience.controller.ts';
import type { Say } from './picker.text.ts';

/** Nothing for a moment, then a word, then a way on. Takes the room that the children will. */
export function waitingView(waiting: Waiting, say: Say, onRetry: () => void): TemplateResult {
  return html`
    <div class="waiting">
      ${waiting === 'noticed' ? html`<p>${say('loading')}</p>` : nothing}
      ${waiting === 'long' ? html`<p>${say('slow')}</p><p><button type="button" class="primary" @click=${onRetry}>${say('tryAgain')}</button></p>` : nothing}
    </div>`;
}
