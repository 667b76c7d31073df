import type { LitElement, ReactiveController } from 'lit';

/** Keeps the keyboard's place when a widget draws its next step: what had the focus may be gone. */
export class FocusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #fallback: string;
  #had = false;
  #wanted: string | undefined;

  /** `fallback` selects what takes the focus when the element that had it is gone: the step's heading. */
  constructor(host: LitElement, fallback: string) {
    this.#host = host;
    this.#fallback = fallback;
    host.addController(this);
  }

  /** Whether the focus is somewhere in the widget. */
  get inside(): boolean {
    return Boolean(this.#host.shadowRoot?.activeElement);
  }

  /** Moves the focus once the next drawing is done. Only for what the citizen did. */
  moveTo(selector = this.#fallback): void {
    this.#wanted = selector;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#had = this.inside;
  }

  hostUpdated(): void {
    const elsewhere = this.inside || (document.activeElement !== document.body && document.activeElement !== null);
    const target = this.#wanted ?? (this.#had && !elsewhere ? this.#fallback : undefined);
    this.#wanted = undefined;
    if (target) this.#host.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }
}
