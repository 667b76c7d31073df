import type { LitElement, TemplateResult } from 'lit';
import type { EidOrder } from '../contract/eid-order.ts';
import type { Problem } from '../contract/problem.ts';
import { announce } from '../kit/announce.ts';
import { problemWords } from '../kit/problem.text.ts';
import { problemFix, problemHeading, problemView } from '../kit/problem.view.ts';
import type { WordSource } from '../kit/words.ts';
import { contactFor } from '../portal/contact-for.ts';
import { WordsController, type WordsPortal } from '../portal/words.controller.ts';
import type { FailureWords } from './failure.text.sv.ts';
import { failureText } from './failure.text.ts';
import { advised, failureHeading, failureSentence, failureView, otherWay } from './failure.view.ts';
import type { Frame } from './frame.ts';
import type { LatePart } from './late.ts';
import type { OrderState } from './order.machine.ts';

/** What is said of an order that came to nothing, and advised: as of a login, unless stated. */
export interface TroubleOptions {
  words?: WordSource<FailureWords>;
  advice?: (order: EidOrder) => readonly string[];
}

type Failed = Extract<OrderState, { at: 'failed' }>;

/** What goes wrong. An order that works never fetches it. */
export class TroublePart implements LatePart {
  readonly #frame: Frame;
  readonly #problem;
  readonly #failure;
  readonly #advice;
  #said = '';

  constructor(host: LitElement, portal: WordsPortal, frame: Frame, { words = failureText, advice = advised }: TroubleOptions = {}) {
    this.#frame = frame;
    this.#advice = advice;
    this.#problem = new WordsController(host, portal, problemWords);
    this.#failure = new WordsController(host, portal, words);
  }

  get ready(): boolean {
    return this.#problem.ready && this.#failure.ready;
  }

  /** A call that was refused, or that got no answer. */
  problem(problem: Problem, onRetry?: () => void, onOther?: () => void): TemplateResult {
    const { config, heading, local } = this.#frame;
    const other = onOther && otherWay(this.#failure.say, onOther);
    return problemView({ problem, heading, onRetry, other, contact: contactFor(config, local), say: this.#problem.say });
  }

  /** An order that came to nothing. */
  failure({ order }: Failed, onRetry: () => void, onOther: () => void): TemplateResult {
    const { heading, local, config } = this.#frame;
    return failureView({ order, advice: this.#advice(order), heading, local, config, onRetry, onOther, say: this.#failure.say });
  }

  /** A problem in one breath. */
  sentence(problem: Problem): string {
    return `${problemHeading(problem, this.#problem.say)}. ${problemFix(problem, this.#problem.say)}`;
  }

  /** Says once why nothing came of an order, unless the focus is here, where the step's heading is read anyway. */
  speak(state: OrderState, focused: boolean): void {
    const text = this.#spoken(state);
    if (text && text !== this.#said && !focused) announce(text, { lang: this.#frame.words.language });
    this.#said = text;
  }

  #spoken(state: OrderState): string {
    if (state.at === 'refused') return this.sentence(state.problem);
    if (state.at !== 'failed') return '';
    const { config, local } = this.#frame;
    const parts = { order: state.order, config, local, say: this.#failure.say };
    return `${failureHeading(parts)}. ${failureSentence(parts)}`;
  }
}
