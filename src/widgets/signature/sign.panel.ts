import { nothing, type LitElement } from 'lit';
import { choiceView } from '../../eid/choice.view.ts';
import type { Errand } from '../../eid/errand.ts';
import type { Frame as EidFrame } from '../../eid/frame.ts';
import { helpView } from '../../eid/help.view.ts';
import { Late } from '../../eid/late.ts';
import { hasOrder } from '../../eid/order-mark.ts';
import type { EidChoice, OrderState, PendingState } from '../../eid/order.machine.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import type { PortalController } from '../../portal/portal.controller.ts';
import type { Frame } from './signature.frame.ts';

export interface SignOptions {
  errand: Errand;
  /** Hears of each place that a signature comes to. */
  onChange: (after: OrderState) => void;
}

/** Signing with an e-ID: the choice of one, and all that follows. */
export class SignPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #portal: PortalController;
  readonly #focus: FocusController;
  readonly #errand: Errand;
  readonly #eidFrame: EidFrame;
  readonly #order;
  readonly #trouble;
  /** What was pressed and is still to be handed to the part that drives the order. */
  #pressed: EidChoice | undefined;

  constructor(host: LitElement, frame: Frame, portal: PortalController, focus: FocusController, { errand, onChange }: SignOptions) {
    this.#host = host;
    this.#frame = frame;
    this.#portal = portal;
    this.#focus = focus;
    this.#errand = errand;
    this.#eidFrame = this.#frameOf();
    this.#order = new Late(host, this.#eidFrame, async () => {
      const [{ OrderPart }, { signOrderText }] = await Promise.all([import('../../eid/order.part.ts'), import('./sign-order.text.ts')]);
      return new OrderPart(host, portal, this.#eidFrame, { errand, words: signOrderText, onChange });
    });
    this.#trouble = new Late(host, this.#eidFrame, async () => {
      const [{ TroublePart }, { signFailureText }] = await Promise.all([import('../../eid/trouble.part.ts'), import('./sign-failure.text.ts')]);
      return new TroublePart(host, portal, this.#eidFrame, signFailureText);
    });
  }

  get state(): OrderState {
    if (this.#pressed) return { at: 'starting', ...this.#pressed };
    return this.#order.part?.order.state ?? { at: 'choosing' };
  }

  /** Takes up what this tab has under way; to be called before each drawing. */
  prepare(): void {
    const { connection } = this.#portal;
    if (connection && hasOrder(connection.api, this.#errand.mark)) void this.#order.fetch();
  }

  /** To be called after each drawing. */
  drawn(): void {
    const part = this.#order.part;
    part?.order.use(this.#portal.connection);
    if (part && this.#pressed) part.order.press(this.#pressed);
    if (part) this.#pressed = undefined;
    part?.drawn();
    this.#trouble.part?.speak(this.state, this.#focus.inside);
  }

  /** Every e-ID that can sign. */
  choice(): unknown {
    const { config } = this.#frame;
    if (!config) return nothing;
    return [choiceView({
      config,
      frame: this.#eidFrame,
      ended: undefined,
      stray: this.#order.part?.order.stray ?? false,
      hasLogo: (id) => this.#host.querySelector(`:scope > [slot="logo-${CSS.escape(id)}"]`) !== null,
      onLogo: () => this.#host.requestUpdate(),
      onNear: () => void this.#order.fetch(),
      onPress: (choice) => this.#press(choice),
    }), helpView(config, this.#eidFrame)];
  }

  /** A signature under way, or what became of it. */
  render(): unknown {
    const { state } = this;
    const wait = this.#frame.heading(this.#frame.say('starting'));
    if (state.at === 'refused') return this.#trouble.draw(() => this.#frame.problem(state.problem, () => this.#press(state)), wait);
    if (state.at === 'failed') return this.#trouble.draw((part) => part.failure(state, () => this.#press(state), () => this.cancel()), wait);
    return state.at === 'choosing' ? nothing : this.#order.draw((part) => part.view(state as PendingState, (choice) => this.#switch(choice), () => this.cancel()), wait);
  }

  /** Ends what is under way, and goes back to what was pressed. */
  cancel(): void {
    const { state } = this;
    this.end();
    this.#focus.moveTo('provider' in state ? `[data-choice="${CSS.escape(`${state.provider}/${state.device}`)}"]` : undefined);
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
    this.#focus.moveTo();
  }

  #switch(choice: EidChoice): void {
    this.end();
    this.#press(choice);
  }

  #frameOf(): EidFrame {
    const frame = this.#frame;
    // The choice is a part of what is shown; what follows stands alone.
    const heading = (text: string) => (this.state.at === 'choosing' ? frame.subheading(text, 'sign') : frame.heading(text));
    return {
      words: frame.words,
      heading,
      local: frame.local,
      get config() {
        return frame.config;
      },
    };
  }
}
