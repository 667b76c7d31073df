import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Problem } from '../../contract/problem.ts';
import type { Signing } from '../../contract/signing.ts';
import { eidStyles } from '../../eid/eid.styles.ts';
import { LoginSlotController } from '../../eid/login-slot.controller.ts';
import type { OrderState } from '../../eid/order.machine.ts';
import { prepareAnnouncer } from '../../kit/announce.ts';
import { baseStyles } from '../../kit/base.styles.ts';
import { controlStyles } from '../../kit/control.styles.ts';
import { FocusController } from '../../kit/focus.controller.ts';
import { isFramed } from '../../kit/framed.ts';
import { SaverController } from '../../kit/saver.controller.ts';
import { TickController } from '../../kit/tick.controller.ts';
import { warnAttribute } from '../../kit/warn-editor.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { SessionController } from '../../portal/session.controller.ts';
import type { SessionState } from '../../portal/session.machine.ts';
import { askedCase } from './case-address.ts';
import { ContactPanel } from './contact.panel.ts';
import { choosingView, invitedView, linkDeadView, nothingWaitsView, notYoursView } from './door.view.ts';
import { signPanel } from './sign.panel.ts';
import { SignatureController } from './signature.controller.ts';
import { KommunCaseSignedEvent, KommunSigningEndedEvent, KommunSigningFailedEvent } from './signature.events.ts';
import { Frame } from './signature.frame.ts';
import type { Shown, SignatureState } from './signature.machine.ts';
import { spokenOf } from './signature.speech.ts';
import { signatureStyles } from './signature.styles.ts';
import { SigningDoor } from './signing-door.controller.ts';
import { signingErrand } from './signing.errand.ts';
import { signingView } from './signing.view.ts';
import { casesView } from './status.view.ts';
import { TaskPanel } from './task.panel.ts';

/**
 * A case that guardians sign together: what is signed, in full, who has signed and who has not, and signing it with an
 * e-ID. Finds the case by itself: the one that the link in a mail leads to, that the page names, or that waits for
 * whoever is logged in. Asks for a login right here when nobody is.
 *
 * @slot login - what is shown to somebody who is not logged in, in place of the login that the widget makes
 * @slot session - the login that the widget makes; nothing for an editor
 * @slot logo-{provider} - the approved logo of the e-ID whose id is `{provider}`, on a white plate
 *
 * @fires kommun-case-signed - the person's own signature was taken in
 * @fires kommun-signing-ended - nothing more can be signed in the case
 * @fires kommun-signing-failed - what there is to sign could not be shown, or a signature came to nothing
 *
 * @csspart heading - every heading
 * @csspart party - one guardian
 * @csspart provider - one e-ID to choose
 * @csspart qr - the QR code
 */
export class KommunGuardianSignature extends LitElement {
  static override properties = {
    case: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles = [baseStyles, controlStyles, eidStyles, signatureStyles];

  /**
   * The case to sign, by its id in the inbox of whoever is logged in. Left out, it is the one that `?kommun-case=` in the
   * page's address names, or what waits for them.
   */
  declare case: string | undefined;
  /** Level of the heading, 2 to 5. */
  declare headingLevel: number;

  readonly #portal = new PortalController(this);
  readonly #session = new SessionController(this, this.#portal, (before, after) => this.#onSession(before, after));
  readonly #login = new LoginSlotController(this, this.#session, () => ({ level: this.#level + 1 }));
  readonly #focus = new FocusController(this, '#step');
  readonly #frame = new Frame(this, this.#portal, () => this.#level);
  readonly #door = new SigningDoor(this.#portal);
  readonly #signing = new SignatureController(this, this.#door, {
    session: () => sessionOf(this.#session.state),
    written: () => this.case || askedCase(),
    onChange: (before, after, byOthers) => this.#onChange(before, after, byOthers),
  });
  readonly #saver = new SaverController(this, () => this.#signing.files(), (problem) => this.#frame.announce(this.#notSaved(problem)));
  readonly #sign = signPanel(this, this.#frame, this.#portal, this.#focus, {
    errand: signingErrand(this.#door, () => this.#shown?.signing, (signing) => this.#onSigned(signing)),
    onChange: (state) => this.#onOrder(state),
  });
  readonly #contact = new ContactPanel(this, this.#frame, this.#signing, this.#focus);
  readonly #task = new TaskPanel(this, this.#frame, this.#signing, this.#session, this.#focus);

  constructor() {
    super();
    this.headingLevel = 2;
    new TickController(this, () => this.#tick());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('headingLevel') && this.#level !== this.headingLevel) warnAttribute(this, 'heading-level', this.getAttribute('heading-level'), '2, 3, 4 eller 5');
    this.#portal.tellIfMissing();
    this.#sign.prepare();
  }

  protected override render(): TemplateResult {
    return html`
      <section class="box" lang=${this.#frame.language} aria-labelledby="step" @click=${(event: Event) => event.stopPropagation()}>
        ${this.#frame.ready && this.#portal.settled ? this.#panel() : nothing}
      </section>
      <slot name="login" ?hidden=${!this.#login.showsEditors}></slot>
      <slot name="session" ?hidden=${!this.#login.showsOwn}></slot>`;
  }

  protected override updated(): void {
    this.#sign.drawn();
  }

  #panel(): unknown {
    const frame = this.#frame;
    const session = this.#session.state;
    if (!this.#portal.connection) return frame.problem({ code: 'misconfigured' });
    // To somebody who is not logged in, the login says so.
    if (isFramed() && session.at === 'loggedIn') return frame.problem({ code: 'framed' });
    if (session.at === 'failed') return frame.problem(session.problem, () => this.#retry());
    if (frame.configProblem) return frame.problem(frame.configProblem, () => this.#retry());
    if (session.at === 'asking') return this.#loading();
    if (session.at === 'loggedIn' && this.#sign.state.at !== 'choosing') return this.#sign.render();
    return this.#found(this.#signing.state, session);
  }

  #found(state: SignatureState, session: SessionState): unknown {
    const frame = this.#frame;
    switch (state.at) {
      case 'shown': return this.#shownView(state);
      case 'invited': return invitedView(state, frame);
      case 'link-dead': return linkDeadView(frame);
      case 'link-not-yours': return notYoursView(frame, nameIn(session), this.#handOverFault, () => void this.#changePerson());
      case 'choosing': return choosingView(state, frame, (id) => this.#choose(id));
      case 'nothing-waits': return nothingWaitsView(frame, this.#signing.handedOver ? () => void this.#changePerson() : undefined);
      case 'failed': return this.#failed(state.problem);
      case 'idle': return session.at === 'loggedOut' ? this.#loggedOut() : this.#loading();
      case 'looking': return this.#loading();
    }
  }

  #failed(problem: Problem): unknown {
    const hopeless = problem.status === 404 || problem.status === 403;
    return [this.#frame.problem(problem, hopeless ? undefined : () => this.#retry()), hopeless ? casesView(this.#frame) : nothing];
  }

  #shownView(shown: Shown): unknown {
    const { signing, task } = shown;
    if (task.is !== 'reading' && task.is !== 'correcting') return this.#task.render(task.is, shown);
    return signingView({
      shown,
      frame: this.#frame,
      receipt: signing.can.includes('download') ? { href: this.#door.receiptAddress(signing.case), onSave: this.#saver.press, notSaved: this.#saver.refused && this.#notSaved(this.#saver.refused.problem) } : undefined,
      contact: (party) => this.#contact.render(shown, party),
      choice: () => this.#sign.choice(),
      onAsk: (question, from) => this.#task.ask(question, from),
    });
  }

  #notSaved(problem: Problem): string {
    return `${this.#frame.say('download.refused')} ${this.#frame.sentence(problem)}`;
  }

  #loggedOut(): TemplateResult {
    const { say, heading } = this.#frame;
    const { handedOver } = this.#signing;
    return html`${heading(say(handedOver ? 'handedOver' : 'heading'))}<p>${say(handedOver ? 'handedOver.fix' : 'logIn')}</p>`;
  }

  #loading(): TemplateResult {
    return html`${this.#frame.heading(this.#frame.say('heading'))}<p>${this.#frame.say('loading')}</p>`;
  }

  get #level(): number {
    return [2, 3, 4, 5].includes(this.headingLevel) ? this.headingLevel : 2;
  }

  get #shown(): Shown | undefined {
    const { state } = this.#signing;
    return state.at === 'shown' ? state : undefined;
  }

  /** Why the person could not be logged out. */
  #handOverFault = '';

  /** An order under way is drawn again with each answer; this is for when one fails to come, and for what opens with time. */
  #tick(): number | undefined {
    if ('endsAt' in this.#sign.state) return 2500;
    return this.#shown?.signing.parties.some(({ again }) => again && Date.parse(again.at) > Date.now()) ? 15_000 : undefined;
  }

  #retry(): void {
    this.#focus.moveTo();
    this.#frame.retry();
    if (this.#session.state.at === 'failed') this.#session.retry();
    else this.#signing.retry();
  }

  #choose(id: string): void {
    this.#signing.choose(id);
    this.#focus.moveTo();
  }

  async #changePerson(): Promise<void> {
    this.#handOverFault = '';
    this.#focus.moveTo();
    const answer = await this.#session.hub?.end();
    if (!answer || answer.ok) return;
    this.#handOverFault = this.#frame.sentence(answer.problem);
    this.#focus.moveTo('#fault');
  }

  #onSigned(signing: Signing): void {
    this.#signing.told(signing);
    this.#focus.moveTo();
    this.dispatchEvent(new KommunCaseSignedEvent(signing.case));
  }

  /** A signature that was refused because of what others have done is no fault of the e-ID: what they did is shown. */
  #onOrder(after: OrderState): void {
    if (after.at === 'failed') this.dispatchEvent(new KommunSigningFailedEvent(after.order.failure?.code ?? 'eid-failed'));
    if (after.at !== 'refused') return;
    if (overtaken.has(after.problem.code)) {
      this.#sign.end();
      this.#signing.overtaken(after.problem);
      this.#focus.moveTo(this.#signing.refusal);
    }
    // That has been told already.
    if (this.#signing.state.at !== 'failed') this.dispatchEvent(new KommunSigningFailedEvent(after.problem.code));
  }

  #onChange(before: SignatureState, after: SignatureState, byOthers: boolean): void {
    if (after.at === 'failed') this.#onFailed(before, after.problem, byOthers);
    if (before.at !== 'shown' || after.at !== 'shown') return this.#contact.forget();
    if (before.signing === after.signing) return;
    if (byOthers) this.#heedOthers(before, after);
    if (before.signing.state !== after.signing.state) this.dispatchEvent(new KommunSigningEndedEvent(after.signing.case, after.signing.state));
  }

  /** Says what they did, and ends a signature that can lead nowhere any more. */
  #heedOthers(before: Shown, after: Shown): void {
    this.#frame.announce(spokenOf(before, after, this.#frame));
    if (!after.signing.can.includes('sign')) this.#giveUpSigning();
  }

  #onFailed(before: SignatureState, problem: Problem, byOthers: boolean): void {
    this.dispatchEvent(new KommunSigningFailedEvent(problem.code));
    if (before.at !== 'shown') return;
    if (byOthers) this.#frame.announce(this.#frame.sentence(problem));
    this.#giveUpSigning();
  }

  /** What is being taken in has its own answer coming. */
  #giveUpSigning(): void {
    const { at } = this.#sign.state;
    if (at !== 'choosing' && at !== 'finishing') this.#sign.end();
  }

  #onSession(before: SessionState, after: SessionState): void {
    if (after.at === 'loggedOut') this.#sign.end();
    // The login goes away, and with it what had the focus.
    if (after.at === 'loggedIn' && before.at === 'loggedOut' && this.contains(document.activeElement)) this.#focus.moveTo();
  }
}

/** Refusals that say that somebody, or oneself in another place, was first. */
const overtaken = new Set(['document-changed', 'already-signed', 'signing-over', 'signing-action-not-allowed', 'signing-not-found', 'case-not-found', 'conflict']);

/** Names the session of whoever is logged in; empty for nobody. The end is set when a session begins, so no two have the same on one computer. */
function sessionOf(state: SessionState): string | undefined {
  if (state.at === 'loggedIn') return state.session.expiresAt;
  return state.at === 'loggedOut' ? '' : undefined;
}

const nameIn = (state: SessionState): string => (state.at === 'loggedIn' ? state.session.person.displayName : '');

declare global {
  interface HTMLElementTagNameMap {
    'kommun-guardian-signature': KommunGuardianSignature;
  }
}
