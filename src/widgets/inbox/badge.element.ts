import { html, LitElement, nothing } from 'lit';
import { baseStyles } from '../../kit/base.styles.ts';
import { toneStyles } from '../../kit/tone.styles.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { sessionName } from '../../portal/session-name.ts';
import { SessionController } from '../../portal/session.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { badgeStyles } from './badge.styles.ts';
import { CaseDoor } from './case-door.controller.ts';
import { CountsController } from './counts.controller.ts';
import { counted, inboxText } from './inbox.text.ts';

/**
 * How many cases hold something new, as a figure for the site's header. Put it inside the link to Mina ärenden. Nothing
 * when nobody is logged in or everything is read.
 *
 * @csspart figure - the figure
 */
export class KommunUnreadBadge extends LitElement {
  static override styles = [baseStyles, toneStyles, badgeStyles];

  readonly #portal = new PortalController(this);
  readonly #words = new WordsController(this, this.#portal, inboxText);
  readonly #session = new SessionController(this, this.#portal);
  readonly #counts = new CountsController(this, new CaseDoor(this.#portal), () => sessionName(this.#session.state));

  protected override render(): unknown {
    const unread = this.#counts.known?.unread ?? 0;
    if (!unread || !this.#words.ready) return nothing;
    return html`<span lang=${this.#words.language}><span part="figure" aria-hidden="true" .textContent=${unread > 99 ? '99+' : String(unread)}></span><span class="unseen" .textContent=${counted(this.#words.say, 'badge', unread)}></span></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kommun-unread-badge': KommunUnreadBadge;
  }
}
