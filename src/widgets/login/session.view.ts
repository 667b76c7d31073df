import { html, type TemplateResult } from 'lit';
import type { ActiveSession } from '../../contract/session.ts';
import type { SaySession } from './session.text.ts';

export interface SessionParts {
  session: ActiveSession;
  say: SaySession;
  heading: (text: string) => unknown;
  /** How long is left, in words. */
  left: string;
  /** Where the citizen was going, if anywhere. */
  next: string | undefined;
  /** What went wrong when logging out, if anything. */
  trouble: string;
  onLogOut: () => void;
}

/** Who is logged in, for how long, and the way out. */
export function sessionView({ session, say, heading, left, next, trouble, onLogOut }: SessionParts): TemplateResult {
  const [before, after] = say('person').split('{name}');
  return html`
    <div class="session">
      <div>
        ${heading(say('sessionHeading'))}
        <p class="person" part="person">${before}<bdi translate="no">${session.person.displayName}</bdi>${after}</p>
        <p class="clock" .textContent=${left}></p>
      </div>
      <p class="actions">
        ${next && html`<a class="button primary" href=${next}>${say('continue')}</a>`}
        <button type="button" @click=${onLogOut}>${say('logOut')}</button>
      </p>
    </div>
    <p class="note" ?hidden=${!trouble} .textContent=${trouble}></p>`;
}
