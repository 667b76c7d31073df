import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LoginSlotController } from '../../eid/login-slot.controller.ts';
import { prepareAnnouncer } from '../../kit/announce.ts';
import { baseStyles } from '../../kit/base.styles.ts';
import { isFramed } from '../../kit/framed.ts';
import { controlStyles } from '../../kit/control.styles.ts';
import { FocusController } from '../../kit/focus.controller.ts';
import { PatienceController } from '../../kit/patience.controller.ts';
import { toneStyles } from '../../kit/tone.styles.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { sessionName } from '../../portal/session-name.ts';
import { SessionController } from '../../portal/session.controller.ts';
import type { SessionState } from '../../portal/session.machine.ts';
import { AddressController } from './address.controller.ts';
import { CaseLoader } from './case-loader.controller.ts';
import { levelOf, listOptionsOf, tellFaults, usualOf } from './inbox.attributes.ts';
import { Frame } from './inbox.frame.ts';
import { inboxStyles } from './inbox.styles.ts';
import { ListPanel } from './list.panel.ts';
import { PrintController } from './print.controller.ts';
import { StepUpController } from './step-up.controller.ts';
import { waitingView } from './waiting.view.ts';

/**
 * Every case that concerns the citizen, from every system that the municipality has: where each stands, what to do next,
 * and one case with its messages and documents. Asks for a login right here when nobody is logged in.
 *
 * @slot login - what is shown to somebody who is not logged in, in place of the login that the widget makes
 * @slot session - the login that the widget makes; nothing for an editor
 *
 * @fires kommun-case-opened - a case was opened
 * @fires kommun-case-read - a case was read, or marked as unread
 * @fires kommun-case-action-chosen - the citizen wants to do what a case waits for, and no address says where
 * @fires kommun-reply-sent - a reply was sent
 * @fires kommun-cases-failed - the cases could not be shown
 *
 * @csspart heading - the heading of the widget
 */
export class KommunCaseInbox extends LitElement {
  static override properties = {
    service: {},
    child: {},
    box: {},
    reference: {},
    limit: { type: Number },
    compact: { type: Boolean },
    href: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles = [baseStyles, toneStyles, controlStyles, inboxStyles];

  /** Shows only cases of the e-service with this id. */
  declare service: string | undefined;
  /** Shows only cases about the child with this id. */
  declare child: string | undefined;
  /** Where the list starts: `all`, `waiting`, `mine` or `closed`. */
  declare box: string | undefined;
  /** Shows only the case with this case number. */
  declare reference: string | undefined;
  /** How many cases to fetch at a time, 1 to 200. */
  declare limit: number | undefined;
  /** Only the latest three, and a link to the rest. */
  declare compact: boolean;
  /** The page with the whole inbox, for `compact`. */
  declare href: string | undefined;
  /** Level of the heading, 2 to 5. */
  declare headingLevel: number;

  readonly #portal = new PortalController(this);
  readonly #session = new SessionController(this, this.#portal, (before, after) => this.#onSession(before, after));
  readonly #address = new AddressController(this, { usual: () => usualOf(this), session: () => this.#frame.session, onReturn: () => this.#onReturn() });
  readonly #stepUp = new StepUpController(this, () => this.#openCase);
  readonly #login = new LoginSlotController(this, this.#session, () => ({ compact: this.compact, again: this.#stepUp.on, level: levelOf(this) + 1 }));
  readonly #frame = new Frame(this, { portal: this.#portal, session: this.#session, address: this.#address, stepUp: this.#stepUp });
  readonly #print = new PrintController(this, () => this.#redraw());
  readonly #list = new ListPanel(this, this.#frame, () => listOptionsOf(this), () => this.#print.on);
  readonly #case = new CaseLoader(this, this.#frame, { onRead: (id, unread) => this.#list.read(id, unread), onClose: (id) => this.#close(id) });
  readonly #patience = new PatienceController(this, () => this.#waits, () => this.#list.noticed());
  readonly #focus = new FocusController(this, '#heading');

  constructor() {
    super();
    this.compact = false;
    this.headingLevel = 2;
    this.#list.focus = this.#focus;
    this.#case.focus = this.#focus;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.size) tellFaults(this);
    this.#portal.tellIfMissing();
  }

  protected override render(): TemplateResult {
    const login = html`<slot name="login" ?hidden=${!this.#login.showsEditors}></slot><slot name="session" ?hidden=${!this.#login.showsOwn}></slot>`;
    const first = this.#session.state.at === 'loggedIn' && !this.#stepUp.on;
    return html`
      ${first ? login : nothing}
      <section class="box" lang=${this.#frame.words.language} aria-labelledby="heading" @click=${(event: Event) => event.stopPropagation()}>
        ${this.#frame.ready && this.#portal.settled ? this.#panel() : nothing}
      </section>
      ${first ? nothing : login}`;
  }

  #panel(): unknown {
    const session = this.#session.state;
    const { words: { say } } = this.#frame;
    if (!this.#portal.connection) return this.#frame.problem({ code: 'misconfigured' });
    // To somebody who is not logged in, the login says so.
    if (isFramed() && session.at === 'loggedIn') return this.#frame.problem({ code: 'framed' });
    if (session.at === 'failed') return this.#frame.problem(session.problem, () => this.#retry());
    if (session.at === 'asking') return [this.#frame.heading(say('heading')), this.#wait()];
    if (session.at === 'loggedOut') return [this.#frame.heading(say('heading')), this.#loggedOut()];
    if (!this.#openCase) return this.#list.render(this.#wait());
    this.#list.rest();
    return this.#case.render(this.#openCase, this.#wait());
  }

  #loggedOut(): TemplateResult {
    return html`<p>${this.#frame.words.say(this.#openCase ? 'logIn.case' : 'logIn')}</p>`;
  }

  #wait(): unknown {
    return waitingView(this.#patience.waiting, this.#frame.words.say, () => this.#retry());
  }

  /** Id of the case to show; empty for the list. */
  get #openCase(): string {
    return this.compact ? '' : this.#address.view.open;
  }

  get #waits(): boolean {
    const { at } = this.#session.state;
    return (this.#portal.connection !== undefined && at === 'asking') || (at === 'loggedIn' && (this.#list.waits || this.#case.waits));
  }

  #retry(): void {
    this.#patience.restart();
    this.#focus.moveTo();
    this.#frame.retry();
    if (this.#session.state.at !== 'loggedIn') this.#session.retry();
    else if (this.#openCase) this.#case.retry();
    else this.#list.retry();
  }

  #close(id: string): void {
    this.#address.go({ ...this.#address.view, open: '' });
    this.#list.goTo(id);
  }

  #onReturn(): void {
    if (this.compact || this.#session.state.at !== 'loggedIn') return;
    const open = this.#openCase;
    if (!open && this.#case.id) this.#list.goTo(this.#case.id);
    else if (open && open !== this.#case.id) this.#focus.moveTo();
  }

  #redraw(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  #onSession(before: SessionState, after: SessionState): void {
    if (after.at === 'loggedOut') this.#address.forget();
    // Whoever comes back to a page that was put away, and is not logged in, need not be the one who wrote.
    if (after.at === 'loggedOut') this.#case.forget(after.reason === 'pressed' || before.at !== 'loggedIn');
    if (!this.#stepUp.on || sessionName(after) === sessionName(before)) return;
    this.#stepUp.stop();
    this.#focus.moveTo();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kommun-case-inbox': KommunCaseInbox;
  }
}
