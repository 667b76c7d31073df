import { nothing, type LitElement } from 'lit';
import type { EidPurpose } from '../contract/eid-order.ts';
import type { Problem } from '../contract/problem.ts';
import type { FocusController } from '../kit/focus.controller.ts';
import type { PortalController } from '../portal/portal.controller.ts';
import { choiceView, type ChoiceParts } from './choice.view.ts';
import type { Frame } from './frame.ts';
import { helpView } from './help.view.ts';
import { Late } from './late.ts';
import { hasOrder } from './order-mark.ts';
import type { EidChoice, OrderState } from './order.machine.ts';
import type { OrderPart } from './order.part.ts';
import type { TroublePart } from './trouble.part.ts';

export interface EidPanelOptions {
  portal: PortalController;
  focus: FocusController;
  purpose: EidPurpose;
  /** The end of the address that an app comes back to. */
  mark: string;
  order: () => Promise<OrderPart>;
  trouble: () => Promise<TroublePart>;
  /** Draws a call that was refused, where the widget has words of its own for it. */
  problem?: (problem: Problem, onRetry: () => void) => unknown;
}

/** What is done with an e-ID within a widget: the choice of one, and all that follows, until something is made of it. */
export class EidPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #options: EidPanelOptions;
  readonly #order: Late<OrderPart>;
  readonly #trouble: Late<TroublePart>;
  /** What was pressed and is still to be handed to the part that drives the order. */
  #pressed: EidChoice | undefined;

  constructor(host: LitElement, frame: Frame, options: EidPanelOptions) {
    this.#host = host;
    this.#frame = frame;
    this.#options = options;
    this.#order = new Late(host, frame, options.order);
    this.#trouble = new Late(host, frame, options.trouble);
  }

  get state(): OrderState {
    if (this.#pressed) return { at: 'starting', ...this.#pressed };
    return this.#order.part?.order.state ?? { at: 'choosing' };
  }

  /** Takes up what this tab has under way; to be called before each drawing. */
  prepare(): void {
    const { portal: { connection }, mark } = this.#options;
    if (connection && hasOrder(connection.api, mark)) void this.#order.fetch();
  }

  /** To be called after each drawing. */
  drawn(): void {
    const { portal, focus } = this.#options;
    const { part } = this.#order;
    part?.order.use(portal.connection);
    if (part && this.#pressed) part.order.press(this.#pressed);
    if (part) this.#pressed = undefined;
    part?.drawn();
    this.#trouble.part?.speak(this.state, focus.inside);
  }

  /** Every e-ID that can be used for this, and help. */
  choice(opening?: ChoiceParts['opening']): unknown {
    const { config } = this.#frame;
    if (!config) return nothing;
    return [choiceView({
      config,
      purpose: this.#options.purpose,
      frame: this.#frame,
      opening,
      stray: this.#order.part?.order.stray ?? false,
      hasLogo: (id) => this.#host.querySelector(`:scope > [slot="logo-${CSS.escape(id)}"]`) !== null,
      onLogo: () => this.#host.requestUpdate(),
      onNear: () => void this.#order.fetch(),
      onPress: (choice) => this.#press(choice),
    }), helpView(config, this.#frame)];
  }

  /** An order under way, or what became of it. */
  render(): unknown {
    const { state } = this;
    const { problem } = this.#options;
    const wait = this.#frame.heading(this.#frame.words.say('starting'));
    const retry = (choice: EidChoice) => () => this.#press(choice);
    const onOther = () => this.cancel();
    switch (state.at) {
      case 'choosing': return nothing;
      case 'refused': return this.#trouble.draw((part) => problem?.(state.problem, retry(state)) ?? part.problem(state.problem, retry(state), onOther), wait);
      case 'failed': return this.#trouble.draw((part) => part.failure(state, retry(state), onOther), wait);
      default: return this.#order.draw((part) => part.view(state, (choice) => this.#switch(choice), onOther), wait);
    }
  }

  /** What went wrong before there was anything to choose. */
  problem(problem: Problem, onRetry?: () => void): unknown {
    return this.#trouble.draw((part) => part.problem(problem, onRetry), nothing);
  }

  /** Ends what is under way, and goes back to what was pressed. */
  cancel(): void {
    const { state } = this;
    this.end();
    this.#options.focus.moveTo('provider' in state ? `[data-choice="${CSS.escape(`${state.provider}/${state.device}`)}"]` : undefined);
  }

  /** Ends what is under way. */
  end(): void {
    this.#pressed = undefined;
    this.#order.part?.order.cancel();
  }

  #press({ provider, device }: EidChoice): void {
    this.#order.forgive();
    this.#trouble.forgive();
    this.#pressed = { provider, device };
    this.#options.focus.moveTo();
  }

  #switch(choice: EidChoice): void {
    this.end();
    this.#press(choice);
  }
}
