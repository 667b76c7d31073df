import type { LitElement, TemplateResult } from 'lit';
import { longestDeclineReason } from '../../contract/signing.values.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import type { SessionController } from '../../portal/session.controller.ts';
import type { SignatureController } from './signature.controller.ts';
import type { Frame } from './signature.frame.ts';
import { countOf, type Shown } from './signature.machine.ts';
import { taskView, type Question } from './task.view.ts';

/** The steps that are asked about before they are taken: to decline, to withdraw, to hand over the device. */
export class TaskPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #signing: SignatureController;
  readonly #session: SessionController;
  readonly #focus: FocusController;
  #tooLong = 0;
  #from = '';

  constructor(host: LitElement, frame: Frame, signing: SignatureController, session: SessionController, focus: FocusController) {
    this.#host = host;
    this.#frame = frame;
    this.#signing = signing;
    this.#session = session;
    this.#focus = focus;
  }

  /** Goes to the step from the control that `from` selects, where the person comes back if they change their mind. */
  ask(question: Question, from: string): void {
    this.#tooLong = 0;
    this.#from = from;
    this.#signing.turnTo({ is: question });
    this.#focus.moveTo();
  }

  render(question: Question, { signing, fault, sending }: Shown): TemplateResult {
    return taskView({
      question,
      frame: this.#frame,
      tooLong: this.#tooLong,
      fault: fault ? this.#frame.sentence(fault) : '',
      alone: countOf(signing).needed < 2,
      sending,
      onGo: (reason) => void this.#go(question, reason),
      onBack: () => this.#back(),
    });
  }

  #back(): void {
    this.#signing.turnTo({ is: 'reading' });
    this.#focus.moveTo(this.#from);
  }

  async #go(question: Question, reason: string): Promise<void> {
    if (question === 'handing-over') return this.#handOver();
    this.#tooLong = question === 'declining' ? Math.max(0, reason.length - longestDeclineReason) : 0;
    this.#host.requestUpdate();
    if (this.#tooLong) return this.#focus.moveTo('#reason');
    const done = await (question === 'declining' ? this.#signing.decline(reason) : this.#signing.withdraw());
    this.#focus.moveTo(done ? undefined : this.#signing.refusal);
  }

  async #handOver(): Promise<void> {
    const { hub } = this.#session;
    if (hub) await this.#signing.handOver(() => hub.end());
    this.#focus.moveTo();
  }
}
