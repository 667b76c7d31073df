export { KommunFaqAnsweredEvent } from './faq.answered.event.ts';

/** A question was opened or closed by a press, a link, find-in-page or a search. */
export class KommunFaqToggledEvent extends Event {
  /** The question's stable address: `#` and this leads to it. */
  readonly question: string;
  readonly open: boolean;

  constructor(question: string, open: boolean) {
    super('kommun-faq-toggled', { bubbles: true, composed: true });
    this.question = question;
    this.open = open;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kommun-faq-toggled': KommunFaqToggledEvent;
  }
}
