import type { LitElement, ReactiveController } from 'lit';

/** Knows the row with the focus, and gives it back where browsers take it from a row that the drawing moves among the others. */
export class RowFocusController implements ReactiveController {
  readonly #host: LitElement;
  #held: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Index of the row that has the focus. */
  get index(): number | undefined {
    const row = this.#focused?.closest<HTMLElement>('li[data-index]');
    return row ? Number(row.dataset['index']) : undefined;
  }

  hostUpdate(): void {
    this.#held = this.index === undefined ? undefined : this.#focused;
  }

  hostUpdated(): void {
    if (this.#held?.isConnected && !this.#focused) this.#held.focus({ preventScroll: true });
  }

  get #focused(): HTMLElement | undefined {
    const focused = this.#host.shadowRoot?.activeElement;
    return focused instanceof HTMLElement ? focused : undefined;
  }
}
