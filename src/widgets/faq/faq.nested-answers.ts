/** Opens answers of the lists that stand within the answers of another list, and closes again what it has opened. */
export class NestedAnswers {
  readonly #host: Element;
  readonly #opened = new Set<HTMLElement>();

  /** `host` is the outer list. */
  constructor(host: Element) {
    this.#host = host;
  }

  /** Opens every answer that one of `ranges` lies in, and of those that were opened here before no others stay. */
  open(ranges: readonly Range[]): void {
    const wanted = new Set(ranges.flatMap(({ startContainer }) => this.#questionsAround(startContainer)));
    for (const question of this.#opened) {
      if (wanted.has(question)) continue;
      this.#opened.delete(question);
      press(question, false);
    }
    for (const question of wanted) if (press(question, true)) this.#opened.add(question);
  }

  /** The questions of the inner lists whose answers hold `node`. */
  #questionsAround(node: Node): HTMLElement[] {
    const questions: HTMLElement[] = [];
    for (let place: Node | null = node; place && place.parentNode !== this.#host; place = place.parentNode) {
      const { assignedSlot } = place as Element | Text;
      const [question] = assignedSlot?.closest('.panel')?.parentElement?.querySelector('slot')?.assignedElements() ?? [];
      if (question instanceof HTMLElement) questions.push(question);
    }
    return questions;
  }
}

/** Presses the question's own button, as a reader would, unless its answer is already as wanted. Answers whether it did. */
function press(question: HTMLElement, open: boolean): boolean {
  const button = question.shadowRoot?.querySelector('button');
  if (!button || (button.getAttribute('aria-expanded') === 'true') === open) return false;
  button.click();
  return true;
}
