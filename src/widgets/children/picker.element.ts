import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { LoginSlotController } from '../../eid/login-slot.controller.ts';
import { prepareAnnouncer } from '../../kit/announce.ts';
import { baseStyles } from '../../kit/base.styles.ts';
import { controlStyles } from '../../kit/control.styles.ts';
import { FocusController } from '../../kit/focus.controller.ts';
import { PortalController } from '../../portal/portal.controller.ts';
import { SessionController } from '../../portal/session.controller.ts';
import type { SessionState } from '../../portal/session.machine.ts';
import { chosenIn, type ChildrenState } from './children.machine.ts';
import { ChildrenPanel } from './children.panel.ts';
import { FormField, idsIn } from './form-field.ts';
import { groupView } from './group.view.ts';
import { levelOf, tellFaults } from './picker.attributes.ts';
import { KommunChildChosenEvent } from './picker.events.ts';
import { PickerFrame } from './picker.frame.ts';
import { pickerStyles } from './picker.styles.ts';

/**
 * The children that an e-service may concern, from the population register, as a field of the page's own form. What the
 * form sends is an id that is worthless to anybody but the person who is logged in. Asks for a login right here.
 *
 * @slot login - what is shown to somebody who is not logged in, in place of the login that the widget makes
 * @slot session - the login that the widget makes; nothing for an editor
 *
 * @fires kommun-child-chosen - another child is chosen than before, or none
 *
 * @csspart label - the question above the children
 * @csspart child - one child to choose
 * @csspart heading - the heading of what went wrong
 */
export class KommunChildPicker extends LitElement {
  static readonly formAssociated = true;
  static override properties = {
    service: {},
    name: { reflect: true },
    label: {},
    multiple: { type: Boolean },
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };
  static override styles = [baseStyles, controlStyles, pickerStyles];

  /** Id of the e-service that the child is chosen for. */
  declare service: string | undefined;
  /** Name of the field in the form. */
  declare name: string | undefined;
  /** The question above the children, when the widget's own does not fit. */
  declare label: string | undefined;
  /** Lets more than one child be chosen. The form then sends one value for each, under the same name. */
  declare multiple: boolean;
  /** Keeps the form from being sent until a child is chosen. */
  declare required: boolean;
  /** Shows the children without letting anybody choose; the form sends nothing of them. */
  declare disabled: boolean;
  /** Level of the headings for what goes wrong and for the login, 2 to 6. */
  declare headingLevel: number;

  readonly #field = new FormField(this);
  readonly #portal = new PortalController(this);
  readonly #session = new SessionController(this, this.#portal, (_, after) => this.#onSession(after));
  readonly #login = new LoginSlotController(this, this.#session, () => ({ level: levelOf(this) }));
  readonly #frame = new PickerFrame(this, this.#portal, () => levelOf(this));
  readonly #panel = new ChildrenPanel(this, this.#frame, {
    portal: this.#portal,
    session: this.#session,
    focus: new FocusController(this, '#label'),
    onChange: (before, after) => this.#onChildren(before, after),
    onChoose: () => this.#onChoose(),
  });
  /** Whether a form has tried to be sent in vain since the last choice. */
  #faulted = false;
  /** Disabled by a fieldset around it as well as by itself. */
  #off = false;

  constructor() {
    super();
    this.multiple = false;
    this.required = false;
    this.disabled = false;
    this.headingLevel = 2;
    this.addEventListener('invalid', () => this.#onInvalid());
  }

  /** Id of the child that is chosen; empty for none. */
  get value(): string {
    return this.values[0] ?? '';
  }

  set value(id: string) {
    this.#panel.children.choose(idsIn(id));
  }

  /** Ids of all who are chosen, with `multiple`. */
  get values(): readonly string[] {
    return idsOf(this.#panel.children.state);
  }

  /** The form that it is a field of. */
  get form(): HTMLFormElement | null {
    return this.#field.internals.form;
  }

  /** Whether the form can be sent, as with the browser's own fields. */
  get validity(): ValidityState {
    return this.#field.internals.validity;
  }

  /** Why the form cannot be sent, in the widget's language; empty when it can. */
  get validationMessage(): string {
    return this.#field.internals.validationMessage;
  }

  /** Whether the form cares at all: it does not for a field that is disabled. */
  get willValidate(): boolean {
    return this.#field.internals.willValidate;
  }

  /** Tells whether the form can be sent, and shows in text why not. */
  checkValidity(): boolean {
    return this.#field.internals.checkValidity();
  }

  /** Like `checkValidity`, and moves the focus to what is to be mended. */
  reportValidity(): boolean {
    return this.#field.internals.reportValidity();
  }

  override focus(options?: FocusOptions): void {
    this.#anchor?.focus(options);
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#off = disabled;
    this.requestUpdate();
  }

  /** @internal */
  formResetCallback(): void {
    this.#faulted = false;
    this.#panel.children.reset();
    this.requestUpdate();
  }

  /** @internal */
  formStateRestoreCallback(kept: unknown): void {
    const ids = idsIn(kept);
    // A form that was left before there was a choice keeps nobody either.
    if (ids.length) this.#panel.children.choose(ids);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    tellFaults(this);
    this.#portal.tellIfMissing();
    if (changed.has('multiple') && !this.multiple && this.values.length) this.#panel.children.choose(this.values);
  }

  protected override render(): TemplateResult {
    const login = html`<slot name="login" ?hidden=${!this.#login.showsEditors}></slot><slot name="session" ?hidden=${!this.#login.showsOwn}></slot>`;
    const first = this.#session.state.at === 'loggedIn';
    return html`
      ${first ? login : nothing}
      <div class="box" lang=${this.#frame.words.language} @click=${stop} @input=${stop}>${this.#frame.ready && this.#portal.settled ? this.#group() : nothing}</div>
      ${first ? nothing : login}`;
  }

  protected override updated(): void {
    this.#tellForm();
  }

  #group(): TemplateResult {
    const fault = this.#faulted ? this.#fault : '';
    return groupView({
      label: this.label || this.#frame.words.say(this.multiple ? 'label.several' : 'label'),
      controls: this.#panel.controls,
      required: this.required,
      fault,
      content: this.#panel.render({ disabled: this.disabled || this.#off, invalid: fault !== '' }),
    });
  }

  #onChoose(): void {
    this.#faulted = false;
    this.requestUpdate();
    for (const name of ['input', 'change']) this.dispatchEvent(new Event(name, { bubbles: true, composed: name === 'input' }));
  }

  #onChildren(before: ChildrenState, after: ChildrenState): void {
    this.#tellForm();
    const ids = idsOf(after);
    if (ids.join(' ') !== idsOf(before).join(' ')) this.dispatchEvent(new KommunChildChosenEvent(ids));
  }

  #onSession(after: SessionState): void {
    if (after.at === 'loggedOut' && after.reason === 'pressed') this.#panel.children.forget();
  }

  #onInvalid(): void {
    this.#faulted = true;
    this.#frame.announce(this.#fault);
    this.requestUpdate();
  }

  /** At once, since the page may send the form before the widget is drawn again. */
  #tellForm(): void {
    this.#field.show({ name: this.name ?? '', ids: this.values, kept: chosenIn(this.#panel.children.state), fault: this.#fault, anchor: this.#anchor });
  }

  /** Why the form cannot be sent; empty when it can. */
  get #fault(): string {
    return this.required && !this.values.length ? this.#panel.fault : '';
  }

  /** Where there is something to do, or else the question. */
  get #anchor(): HTMLElement | null {
    const within = (selector: string) => this.renderRoot?.querySelector<HTMLElement>(selector) ?? null;
    return within('input:enabled') ?? within('fieldset :is(button, a.button)') ?? within('#label');
  }
}

const idsOf = (state: ChildrenState): readonly string[] => (state.at === 'shown' ? state.chosen : []);
const stop = (event: Event) => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'kommun-child-picker': KommunChildPicker;
  }
}
