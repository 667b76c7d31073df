import { html, type TemplateResult } from 'lit';
import type { SayCase } from './case.text.ts';

export interface LevelParts {
  say: SayCase;
  heading: (text: string) => TemplateResult;
  /** What the citizen is logged in with, as they know it; empty when that is not known. */
  eid: string;
  /** Whether the login stands open below. */
  choosing: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** Why a case takes a stronger login, and the way there. Nobody is logged out before they have logged in anew. */
export function levelView({ say, heading, eid, choosing, onStart, onStop }: LevelParts): TemplateResult {
  return html`
    ${heading(say('login-level-too-low'))}
    <p>${eid ? say('level.now', { eid }) : say('level.unknown')}</p>
    ${choosing
      ? html`<p>${say('level.choose')}</p><p><button type="button" @click=${onStop}>${say('level.stop')}</button></p>`
      : html`<p>${say('level.stay')}</p><p><button type="button" class="primary" @click=${onStart}>${say('level.start')}</button></p>`}`;
}
