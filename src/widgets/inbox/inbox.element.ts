import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { caseBoxes, type CaseBox } from '../../contract/case.values.ts';
import { inLanguage } from '../../contract/in-language.ts';
import type { Problem } from '../../contract/problem.ts';
import { announce, prepareAnnouncer } from '../../kit/announce.ts';
import { baseStyles } from '../../kit/base.styles.ts';
import { controlStyles } from '../../kit/control.styles.ts';
import { FocusController } from '../../kit/focus.controller.ts';
import { heading } from '../../kit/heading.ts';
import { problemWords } from '../../kit/problem.text.ts';
import { problemFix, problemHeading, problemView, type ProblemParts } from '../../kit/problem.view.ts';
import { toneStyles } from '../../kit/tone.styles.ts';
import { warnAttribute, warnEditor } from '../../kit/warn-editor.ts';
import { ConfigController } from '../../portal/config.controller.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { SessionController } from '../../portal/session.controller.ts';
import type { SessionState } from '../../portal/session.machine.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { AddressController } from './address.controller.ts';
import { CaseDoor } from './case-door.controller.ts';
import { CaseLoader } from './case-loader.controller.ts';
import type { Frame } from './inbox.frame.ts';
import { inboxStyles } from './inbox.styles.ts';
import { inboxText } from './inbox.text.ts';
import { wholeInbox, type InboxView } from './inbox.view.machine.ts';
import { ListPanel, type ListOptions } from './list.panel.ts';
import { LoginSlotController } from './login-slot.controller.ts';
import { PatienceController } from './patience.controller.ts';

/**
 * Every case that concerns the citizen, from every system that the municipality has: where each stands, what to do next,
 * and one case with its messages and documents. Asks for a login right here when nobody is logged in.
 *
 * @slot login - the login; made by the widget unless the editor puts one here
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
  readonly #words = new WordsController(this, this.#portal, inboxText);
  readonly #problems = new WordsController(this, this.#portal, problemWords);
  readonly #config = new ConfigController(this, this.#portal);
  readonly #session = new SessionController(this, this.#portal, (before, after) => this.#onSession(before, after));
  readonly #address = new AddressController(this, { usual: () => this.#usual, session: () => this.#sessionName, onReturn: () => this.#onBack() });
  readonly #frame: Frame = this.#frameOf();
  readonly #login = new LoginSlotController(this, this.#session, () => ({ compact: this.compact, level: this.#level + 1 }));
  readonly #list = new ListPanel(this, this.#frame, () => this.#options);
  readonly #case = new CaseLoader(this, this.#frame, { onRead: (id, unread) => this.#list.read(id, unread), onClose: (id) => this.#close(id) });
  readonly #patience = new PatienceController(this, () => this.#waits);
  readonly #focus = new FocusController(this, '#heading');
  #shown = '';

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
    if (changed.has('headingLevel') && this.#level !== this.headingLevel) warnAttribute(this, 'heading-level', this.getAttribute('heading-level'), '2, 3, 4 eller 5');
    if (changed.has('box') && this.box && this.#usual.box !== this.box) warnAttribute(this, 'box', this.box, caseBoxes.join(', '));
    if (changed.has('limit') && this.limit !== undefined && this.#options.limit !== this.limit) warnAttribute(this, 'limit', this.getAttribute('limit'), 'ett heltal från 1 till 200');
    if (this.compact && !this.href) warnEditor({ element: this, message: 'Ange i attributet href vilken sida som visar alla ärenden, annars går det inte att öppna dem.' });
    if (this.#portal.settled && !this.#portal.connection) {
      warnEditor({ element: this, message: 'Adressen till kommunens tjänst saknas. Skriv den i data-api på skriptet eller i attributet api på <kommun-portal>.' });
    }
  }

  protected override render(): TemplateResult {
    const login = html`<slot name="login" ?hidden=${!this.#login.showsEditors}></slot><slot name="session" ?hidden=${!this.#login.showsOwn}></slot>`;
    const isIn = this.#session.state.at === 'loggedIn';
    return html`
      ${isIn ? login : nothing}
      <section class="box" lang=${this.#words.language} aria-labelledby="heading" @click=${(event: Event) => event.stopPropagation()}>
        ${this.#words.ready && this.#problems.ready ? this.#panel() : nothing}
      </section>
      ${isIn ? nothing : login}`;
  }

  protected override updated(): void {
    const { waiting } = this.#patience;
    if (waiting === 'noticed' && this.#shown !== 'noticed') this.#list.noticed();
    this.#shown = waiting;
  }

  #panel(): unknown {
    const { connection, settled } = this.#portal;
    const session = this.#session.state;
    if (!settled) return nothing;
    if (!connection) return this.#problem({ code: 'misconfigured' });
    if (session.at === 'failed') return this.#problem(session.problem, () => this.#retry());
    if (session.at === 'asking') return [this.#frame.heading(this.#words.say('heading')), this.#wait()];
    if (session.at === 'loggedOut') return [this.#frame.heading(this.#words.say('heading')), html`<p>${this.#words.say('logIn')}</p>`];
    const { open } = this.#address.view;
    if (!this.compact && open) {
      this.#list.rest();
      return this.#case.render(open, this.#wait());
    }
    return this.#list.render(this.#wait());
  }

  /** Nothing for a moment, then a word, then a way on. */
  #wait(): unknown {
    const { say } = this.#words;
    const { waiting } = this.#patience;
    if (waiting === 'noticed') return html`<p>${say('loading')}</p>`;
    if (waiting !== 'long') return nothing;
    return html`<p>${say('slow')}</p><p><button type="button" class="primary" @click=${() => this.#retry()}>${say('tryAgain')}</button></p>`;
  }

  get #waits(): boolean {
    const { at } = this.#session.state;
    return (this.#portal.connection !== undefined && at === 'asking') || (at === 'loggedIn' && (this.#list.waits || this.#case.waits));
  }

  #problem(problem: Problem, onRetry?: () => void, also?: (key: string) => string): TemplateResult {
    const centre = this.#config.known?.serviceCentre;
    const contact = centre && { place: inLanguage(centre.name, this.#words.language, this.#config.known?.defaultLanguage), phone: centre.phone };
    return problemView({ problem, say: this.#sayProblem(also), heading: (text) => this.#frame.heading(text), onRetry, contact });
  }

  #sayProblem(also?: (key: string) => string): ProblemParts['say'] {
    return (key, values) => also?.(key) || this.#problems.say(key, values);
  }

  #frameOf(): Frame {
    const isOpen = () => this.#session.state.at === 'loggedIn';
    const usual = () => this.#usual;
    const level = () => this.#level;
    return {
      words: this.#words,
      door: new CaseDoor(this.#portal),
      address: this.#address,
      portal: this.#portal,
      get usual() {
        return usual();
      },
      get open() {
        return isOpen();
      },
      get level() {
        return level();
      },
      heading: (text) => heading(level(), text, 'heading'),
      problem: (problem, onRetry, also) => this.#problem(problem, onRetry, also),
      headline: (problem) => problemHeading(problem, this.#problems.say),
      sentence: (problem, also) => `${problemHeading(problem, this.#sayProblem(also))}. ${problemFix(problem, this.#sayProblem(also))}`,
      announce: (text) => announce(text, { lang: this.#words.language }),
    };
  }

  get #usual(): InboxView {
    return { ...wholeInbox, box: caseBoxes.find((one) => one === this.box) ?? ('all' satisfies CaseBox), service: this.service ?? '', child: this.child ?? '' };
  }

  get #options(): ListOptions {
    const usual = this.compact ? 3 : 50;
    const { limit = usual } = this;
    return { compact: this.compact, limit: Number.isInteger(limit) && limit >= 1 && limit <= 200 ? limit : usual, reference: this.reference ?? '', href: this.href };
  }

  /** The end of a session is set when it begins, so no two have the same on one computer. */
  get #sessionName(): string {
    const session = this.#session.state;
    return session.at === 'loggedIn' ? session.session.expiresAt : '';
  }

  get #level(): number {
    return [2, 3, 4, 5].includes(this.headingLevel) ? this.headingLevel : 2;
  }

  #retry(): void {
    this.#patience.restart();
    this.#focus.moveTo();
    if (this.#session.state.at !== 'loggedIn') this.#session.retry();
    else if (this.#address.view.open && !this.compact) this.#case.retry();
    else this.#list.retry();
  }

  #close(id: string): void {
    this.#address.go({ ...this.#address.view, open: '' });
    this.#list.goTo(id);
  }

  #onBack(): void {
    const { open } = this.#address.view;
    if (this.compact || this.#session.state.at !== 'loggedIn') return;
    if (!open && this.#case.id) this.#list.goTo(this.#case.id);
    else if (open && open !== this.#case.id) this.#focus.moveTo();
  }

  #onSession(before: SessionState, after: SessionState): void {
    if (after.at !== 'loggedOut') return;
    this.#address.forget();
    if (before.at === 'loggedIn') this.#case.forget(after.reason === 'pressed');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kommun-case-inbox': KommunCaseInbox;
  }
}
