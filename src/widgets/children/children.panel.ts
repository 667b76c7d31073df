import { html, type LitElement, type TemplateResult } from 'lit';
import type { FocusController } from '../../kit/focus.controller.ts';
import { isFramed } from '../../kit/framed.ts';
import { PatienceController } from '../../kit/patience.controller.ts';
import type { PortalController } from '../../portal/portal.controller.ts';
import { sessionName } from '../../portal/session-name.ts';
import type { SessionController } from '../../portal/session.controller.ts';
import { ChildrenDoor } from './children-door.controller.ts';
import { ChildrenController } from './children.controller.ts';
import { choosable, chosenIn, type ChildrenState } from './children.machine.ts';
import { spokenOfChildren } from './children.speech.ts';
import { choicesView } from './choices.view.ts';
import type { GroupParts } from './group.view.ts';
import { missingView } from './missing.view.ts';
import { tellUnknownService, type PickerAttributes } from './picker.attributes.ts';
import { faultKey, lasting } from './picker.faults.ts';
import type { PickerFrame } from './picker.frame.ts';
import { waitingView } from './waiting.view.ts';

export interface ChildrenPanelOptions {
  portal: PortalController;
  session: SessionController;
  focus: FocusController;
  /** Hears when the list, or who of it is chosen, is another. */
  onChange: (before: ChildrenState, after: ChildrenState) => void;
  /** Hears when the citizen has chosen. */
  onChoose: () => void;
}

/** What stands below the question: the children, a login to wait for, or what went wrong. */
export class ChildrenPanel {
  readonly children: ChildrenController;
  readonly #host: LitElement & PickerAttributes;
  readonly #frame: PickerFrame;
  readonly #options: ChildrenPanelOptions;
  readonly #patience: PatienceController;
  /** Whether the citizen has been told to wait. */
  #awaited = false;

  constructor(host: LitElement & PickerAttributes, frame: PickerFrame, options: ChildrenPanelOptions) {
    this.#host = host;
    this.#frame = frame;
    this.#options = options;
    this.children = new ChildrenController(host, new ChildrenDoor(options.portal), {
      session: () => sessionName(options.session.state),
      service: () => host.service ?? '',
      multiple: () => host.multiple,
      onChange: (before, after) => this.#onChange(before, after),
    });
    this.#patience = new PatienceController(host, () => this.#waits, () => this.#noticed());
  }

  /** What there is to choose with. */
  get controls(): GroupParts['controls'] {
    const { state } = this.children;
    if (state.at !== 'shown' || !choosable(state.list).length) return 'none';
    return this.#host.multiple ? 'checkboxes' : 'radios';
  }

  /** What keeps somebody who has chosen nobody from sending the form. */
  get fault(): string {
    return this.#frame.words.say(faultKey(this.#options.session.state, this.children.state, this.#host.multiple));
  }

  /** `invalid` when it is pointed out that a choice is missing. */
  render({ disabled, invalid }: { disabled: boolean; invalid: boolean }): unknown {
    const session = this.#options.session.state;
    const { state } = this.children;
    const retry = () => this.#retry();
    if (!this.#options.portal.connection || !this.#host.service) return this.#frame.problem({ code: 'misconfigured' });
    // To somebody who is not logged in, the login says so.
    if (isFramed() && session.at === 'loggedIn') return this.#frame.problem({ code: 'framed' });
    if (session.at === 'failed') return this.#frame.problem(session.problem, retry);
    if (session.at === 'loggedOut') return this.#loggedOut();
    if (state.at === 'failed') return this.#frame.problem(state.problem, lasting.includes(state.problem.code) ? undefined : retry);
    if (state.at !== 'shown') return waitingView(this.#patience.waiting, this.#frame.words.say, retry);
    return [this.#choices(state, disabled, invalid), missingView(state.list, this.#frame)];
  }

  #loggedOut(): TemplateResult {
    return html`<p>${this.#frame.words.say(chosenIn(this.children.state).length ? 'logIn.kept' : 'logIn')}</p>`;
  }

  #choices({ list, chosen }: Extract<ChildrenState, { at: 'shown' }>, disabled: boolean, invalid: boolean): TemplateResult {
    const { say, language } = this.#frame.words;
    if (!list.items.length) return html`<p><b>${say('empty')}</b></p><p>${say('empty.fix')}</p>`;
    const { multiple } = this.#host;
    return choicesView({ list, chosen, multiple, disabled, invalid, say, language, onToggle: (id, checked) => this.#toggle(id, checked) });
  }

  get #waits(): boolean {
    const { at } = this.#options.session.state;
    return this.#options.portal.connection !== undefined && Boolean(this.#host.service) && (at === 'asking' || this.children.state.at === 'loading');
  }

  #noticed(): void {
    this.#awaited = true;
    this.#frame.announce(this.#frame.words.say('loading'));
  }

  #toggle(id: string, checked: boolean): void {
    const others = this.#host.multiple ? chosenIn(this.children.state).filter((one) => one !== id) : [];
    this.children.choose(checked ? [...others, id] : others);
    this.#options.onChoose();
  }

  #retry(): void {
    this.#patience.restart();
    this.#options.focus.moveTo();
    this.#frame.retry();
    if (this.#options.session.state.at === 'loggedIn') this.children.retry();
    else this.#options.session.retry();
  }

  #onChange(before: ChildrenState, after: ChildrenState): void {
    const sentence = this.#frame.sentence;
    this.#frame.announce(spokenOfChildren(before, after, { say: this.#frame.words.say, sentence, awaited: this.#awaited }));
    if (after.at !== 'loading') this.#awaited = false;
    if (after.at === 'failed' && after.problem.code === 'service-not-found') tellUnknownService(this.#host, this.#host.service ?? '');
    this.#options.onChange(before, after);
  }
}
