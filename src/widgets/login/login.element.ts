import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { inLanguage } from '../../contract/in-language.ts';
import type { PortalConfig } from '../../contract/portal-config.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ActiveSession } from '../../contract/session.ts';
import { choiceView } from '../../eid/choice.view.ts';
import { eidStyles } from '../../eid/eid.styles.ts';
import type { Frame } from '../../eid/frame.ts';
import { helpView } from '../../eid/help.view.ts';
import { Late } from '../../eid/late.ts';
import { hasOrder } from '../../eid/order-mark.ts';
import type { EidChoice, OrderState, PendingState } from '../../eid/order.machine.ts';
import { announce, prepareAnnouncer } from '../../kit/announce.ts';
import { baseStyles } from '../../kit/base.styles.ts';
import { controlStyles } from '../../kit/control.styles.ts';
import { FocusController } from '../../kit/focus.controller.ts';
import { isFramed } from '../../kit/framed.ts';
import { heading } from '../../kit/heading.ts';
import { TickController } from '../../kit/tick.controller.ts';
import { warnAttribute, warnEditor } from '../../kit/warn-editor.ts';
import { ConfigController } from '../../portal/config.controller.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { SessionController } from '../../portal/session.controller.ts';
import type { LoggedOutReason, SessionState } from '../../portal/session.machine.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { KommunLoginFailedEvent, KommunLoginStartedEvent, KommunSessionEndedEvent, KommunSessionStartedEvent } from './login.events.ts';
import { loginText } from './login.text.ts';
import { askedNext, sameSiteAddress } from './next-page.ts';

/**
 * Lets a citizen log in with any e-ID that the municipality accepts, and shows who is logged in, for how long, and the way out.
 *
 * @slot - anything; it stays where it is, logged in or not
 * @slot logged-in - what is shown only to somebody who is logged in
 * @slot logo-{provider} - the approved logo of the e-ID whose id is `{provider}`, on a white plate
 *
 * @fires kommun-login-started - the citizen pressed to log in
 * @fires kommun-login-failed - a login came to nothing
 * @fires kommun-session-started - somebody is logged in now
 * @fires kommun-session-ended - nobody is logged in any longer, or somebody else is, which follows
 *
 * @csspart heading - the heading of every step
 * @csspart provider - one e-ID to choose
 * @csspart qr - the QR code
 * @csspart person - who is logged in
 */
export class KommunEidLogin extends LitElement {
  static override properties = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    next: {},
    again: { type: Boolean, reflect: true },
  };
  static override styles = [baseStyles, controlStyles, eidStyles];

  /** Level of the headings, 2 to 6. */
  declare headingLevel: number;
  /** A page on the same site to offer when the citizen has logged in. */
  declare next: string | undefined;
  /** Offers the login to somebody who is logged in already, and stays so until it is done: for what takes a stronger e-ID. */
  declare again: boolean;

  readonly #portal = new PortalController(this);
  readonly #words = new WordsController(this, this.#portal, loginText);
  readonly #config = new ConfigController(this, this.#portal);
  readonly #session = new SessionController(this, this.#portal, (before, after) => this.#onSession(before, after), () => !this.again && this.getClientRects().length > 0);
  readonly #focus = new FocusController(this, '#step');
  readonly #frame: Frame = this.#frameOf();
  readonly #order = new Late(this, this.#frame, async () =>
    new (await import('../../eid/order.part.ts')).OrderPart(this, this.#portal, this.#frame, { onChange: (state) => this.#onLogin(state) }),
  );
  readonly #person = new Late(this, this.#frame, async () => new (await import('./session.part.ts')).SessionPart(this, this.#portal, this.#frame, this.#session, this.#focus));
  readonly #trouble = new Late(this, this.#frame, async () => new (await import('../../eid/trouble.part.ts')).TroublePart(this, this.#portal, this.#frame));
  /** The session that the page knows of, by when it ends at the latest. */
  #known: ActiveSession | undefined;
  /** What was pressed and is still to be handed to the part that drives the order. */
  #pressed: EidChoice | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
    this.again = false;
    new TickController(this, () => this.#tick());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.headingLevel !== null && this.#level !== this.headingLevel) warnAttribute(this, 'heading-level', this.getAttribute('heading-level') ?? `${this.headingLevel}`, '2, 3, 4, 5 eller 6');
    if (changed.has('next') && this.next && !sameSiteAddress(this.next)) warnAttribute(this, 'next', this.next, 'adressen till en sida på samma webbplats');
    this.#portal.tellIfMissing();
    const { connection } = this.#portal;
    if (connection?.knownConfig?.eidProviders.length === 0) warnEditor({ element: this, message: 'Det finns ingen e-legitimation att välja. De skrivs i eidProviders i municipality.json.' });
    if (connection && hasOrder(connection.api)) void this.#order.fetch();
    const { at } = this.#login;
    // Before it is needed, so that the next step follows upon this one.
    if (at === 'acting' || at === 'finishing' || this.#session.state.at === 'loggedIn') void this.#person.fetch();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="box" lang=${this.#words.language} @click=${(event: Event) => event.stopPropagation()}>${this.#words.ready ? this.#panel() : nothing}</div>
      <slot></slot>
      ${this.#session.state.at === 'loggedIn' ? html`<slot name="logged-in"></slot>` : nothing}`;
  }

  protected override updated(): void {
    const underway = this.#order.part;
    underway?.order.use(this.#portal.connection);
    if (underway && this.#pressed) underway.order.press(this.#pressed);
    if (underway) this.#pressed = undefined;
    underway?.drawn();
    this.#person.part?.drawn(this.#session.state);
    this.#trouble.part?.speak(this.#login, this.#focus.inside);
  }

  /** Where the login stands, as far as is known before what drives it has come. */
  get #login(): OrderState {
    if (this.#pressed) return { at: 'starting', ...this.#pressed };
    return this.#order.part?.order.state ?? { at: 'choosing' };
  }

  #panel(): unknown {
    const session = this.#session.state;
    const config = this.#config.state;
    if (!this.#portal.settled) return nothing;
    if (isFramed()) return this.#problem({ code: 'framed' });
    if (!this.#portal.connection) return this.#problem({ code: 'misconfigured' });
    if (session.at === 'loggedIn' && !this.again) return [this.#loggedIn(session), this.#help()];
    if (config.at === 'failed') return this.#problem(config.problem, () => this.#retryAll());
    if (session.at === 'failed') return this.#problem(session.problem, () => this.#retryAll());
    if (config.at !== 'ready' || session.at === 'asking') return this.#loading();
    return [this.#step(config.value, session.at === 'loggedOut' ? session.reason : 'none'), this.#help()];
  }

  #loading(): TemplateResult {
    return html`<p id="step" tabindex="-1">${this.#words.say('loading')}</p>`;
  }

  #problem(problem: Problem, onRetry?: () => void, onOther?: () => void): unknown {
    return this.#trouble.draw((part) => part.problem(problem, onRetry, onOther), this.#loading());
  }

  #loggedIn(state: Extract<SessionState, { at: 'loggedIn' }>): unknown {
    const next = askedNext() ?? sameSiteAddress(this.next);
    return this.#person.draw((part) => part.view(state, next, part.fault ? this.#sentence(part.fault) : ''), this.#loading());
  }

  #sentence(problem: Problem): string {
    void this.#trouble.fetch();
    return this.#trouble.part?.sentence(problem) ?? this.#words.say('lost');
  }

  #step(config: PortalConfig, reason: LoggedOutReason): unknown {
    const state = this.#login;
    switch (state.at) {
      case 'choosing': return this.#choice(config, reason);
      case 'refused': return this.#problem(state.problem, () => this.#press(state), () => this.#cancel());
      case 'failed': return this.#trouble.draw((part) => part.failure(state, () => this.#press(state), () => this.#cancel()), this.#loading());
      default: return this.#underway(state);
    }
  }

  #choice(config: PortalConfig, reason: LoggedOutReason): TemplateResult {
    return choiceView({
      config,
      frame: this.#frame,
      purpose: 'login',
      opening: this.#ended(reason),
      stray: this.#order.part?.order.stray ?? false,
      hasLogo: (id) => this.querySelector(`:scope > [slot="logo-${CSS.escape(id)}"]`) !== null,
      onLogo: () => this.requestUpdate(),
      onNear: () => void this.#order.fetch(),
      onPress: (choice) => this.#press(choice),
    });
  }

  #ended(reason: LoggedOutReason): { heading: string; text: string } | undefined {
    return reason === 'none' ? undefined : this.#person.part?.ended(reason);
  }

  /** The heading keeps its element, and so the focus, when the rest of the step arrives. */
  #underway(state: PendingState): unknown {
    const { say } = this.#words;
    const onCancel = () => this.#cancel();
    return this.#order.draw(
      (part) => part.view(state, (choice) => this.#switch(choice), onCancel),
      [this.#frame.heading(say('starting')), html`<p class="actions"><button type="button" @click=${onCancel}>${say('cancel')}</button></p>`],
    );
  }

  #help(): unknown {
    const { known } = this.#config;
    return known ? helpView(known, this.#frame) : nothing;
  }

  #frameOf(): Frame {
    const known = () => this.#config.known;
    return {
      words: this.#words,
      heading: (text) => heading(this.#level, text, 'step'),
      local: (text) => inLanguage(text, this.#words.language, known()?.defaultLanguage),
      get config() {
        return known();
      },
    };
  }

  get #level(): number {
    return [2, 3, 4, 5, 6].includes(this.headingLevel) ? this.headingLevel : 2;
  }

  #tick(): number | undefined {
    const state = this.#session.state;
    if (state.at === 'loggedIn') return state.warning ? 1000 : 30_000;
    // An order under way is drawn again with each answer; this is for when one fails to come.
    return 'endsAt' in this.#login ? 2500 : undefined;
  }

  #press({ provider, device }: EidChoice): void {
    this.#forgive();
    this.#focus.moveTo();
    this.dispatchEvent(new KommunLoginStartedEvent(provider));
    this.#pressed = { provider, device };
  }

  #switch(choice: EidChoice): void {
    this.#end();
    this.#press(choice);
  }

  #end(): void {
    this.#pressed = undefined;
    this.#order.part?.order.cancel();
  }

  #cancel(): void {
    const state = this.#login;
    this.#end();
    this.#focus.moveTo('provider' in state ? `[data-choice="${CSS.escape(`${state.provider}/${state.device}`)}"]` : undefined);
  }

  #forgive(): void {
    for (const late of [this.#order, this.#person, this.#trouble]) late.forgive();
  }

  #retryAll(): void {
    this.#forgive();
    this.#focus.moveTo();
    this.#config.retry();
    this.#session.retry();
    this.requestUpdate();
  }

  #onLogin(after: OrderState): void {
    if (after.at === 'failed') this.dispatchEvent(new KommunLoginFailedEvent(after.order.failure?.code ?? 'eid-failed'));
    if (after.at === 'refused') this.dispatchEvent(new KommunLoginFailedEvent(after.problem.code));
  }

  #onSession(before: SessionState, after: SessionState): void {
    const claimed = this.#login.at === 'finishing';
    const { language: lang } = this.#words;
    const known = this.#known;
    if (after.at === 'loggedIn' && after.session.expiresAt !== known?.expiresAt) {
      this.#known = after.session;
      if (known && known.person.displayName !== after.session.person.displayName) this.dispatchEvent(new KommunSessionEndedEvent('elsewhere'));
      if (claimed || before.at === 'loggedOut') this.again = false;
      if (known || claimed || before.at === 'loggedOut') this.#begun(claimed);
    }
    if (after.at === 'loggedIn' && !claimed && !this.again) this.#end();
    if (after.at === 'loggedOut' && known) {
      this.#known = undefined;
      this.dispatchEvent(new KommunSessionEndedEvent(after.reason));
      const ended = this.#session.speaks && this.#ended(after.reason);
      if (ended) announce(`${ended.heading}. ${ended.text}`, { lang, assertive: after.reason !== 'pressed' });
    }
  }

  #begun(claimed: boolean): void {
    this.dispatchEvent(new KommunSessionStartedEvent());
    announce(this.#words.say('loggedIn'), { lang: this.#words.language });
    const next = claimed ? askedNext() : undefined;
    if (next) location.assign(next);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kommun-eid-login': KommunEidLogin;
  }
}
