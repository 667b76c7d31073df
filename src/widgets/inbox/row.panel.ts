import type { LitElement, TemplateResult } from 'lit';
import type { CaseSummary, NextAction } from '../../contract/case.ts';
import { CopyController } from './copy.controller.ts';
import { isForTheBrowser } from '../../kit/for-the-browser.ts';
import type { ListOptions } from './inbox.attributes.ts';
import { KommunCaseActionChosenEvent } from './inbox.events.ts';
import type { Frame } from './inbox.frame.ts';
import { rowView, type RowParts } from './row.view.ts';

/** What a row of the list leads to. */
export class RowPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #options: () => ListOptions;
  readonly #onOpened: () => void;
  readonly #copy: CopyController;

  constructor(host: LitElement, frame: Frame, options: () => ListOptions, onOpened: () => void) {
    this.#host = host;
    this.#frame = frame;
    this.#options = options;
    this.#onOpened = onOpened;
    this.#copy = new CopyController(host, (done) => frame.announce(frame.words.say(done ? 'copied' : 'copy.byHand')));
  }

  /** How to draw each row of one drawing of the list. */
  drawer(): (one: CaseSummary) => TemplateResult {
    const parts = this.#parts();
    return (one) => rowView(one, parts);
  }

  #parts(): RowParts {
    const { words: { say, language }, level, address: { view } } = this.#frame;
    return {
      say,
      language,
      level: Math.min(level + 1, 6),
      now: Date.now(),
      compact: this.#options().compact,
      copied: this.#copy.last,
      hrefOf: (open) => this.#hrefOf(open, view),
      onOpen: (event, one) => this.#onOpen(event, one),
      onCopy: (reference) => void this.#copy.copy(reference),
      onAction: (id, action) => this.#act(id, action),
    };
  }

  /** Empty for a short list that no page goes with. */
  #hrefOf(open: string, view = this.#frame.address.view): string {
    const { address, usual } = this.#frame;
    const { compact, href } = this.#options();
    if (!compact) return address.hrefOf({ ...view, open });
    return href ? address.hrefOf({ ...usual, open }, href) : '';
  }

  #onOpen(event: MouseEvent, { id, requiresLoa }: CaseSummary): void {
    if (this.#options().compact || isForTheBrowser(event)) return;
    event.preventDefault();
    this.#open(id);
    if (requiresLoa !== undefined) this.#frame.stepUp.start();
  }

  #act(id: string, action: NextAction): void {
    if (!this.#host.dispatchEvent(new KommunCaseActionChosenEvent(id, action))) return;
    if (!this.#options().compact) this.#open(id);
    else if (this.#hrefOf(id)) location.assign(this.#hrefOf(id));
  }

  #open(open: string): void {
    const { address } = this.#frame;
    address.go({ ...address.view, open });
    this.#onOpened();
  }
}
