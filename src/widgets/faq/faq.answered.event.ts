/** Somebody said whether an answer helped. Holds nothing about who. */
export class KommunFaqAnsweredEvent extends Event {
  /** The question's stable address: `#` and this leads to it. */
  readonly question: string;
  readonly helpful: boolean;

  constructor(question: string, helpful: boolean) {
    super('kommun-faq-answered', { bubbles: true, composed: true });
    this.question = question;
    this.helpful = helpful;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kommun-faq-answered': KommunFaqAnsweredEvent;
  }
}
