import type { LitElement, ReactiveController } from 'lit';

/** Calls `onNear` when the element that `selector` finds comes near the viewport. */
export class NearEndController implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: string;
  readonly #observer: IntersectionObserver;
  #watched: Element | null = null;

  constructor(host: LitElement, selector: string, onNear: () => void) {
    this.#host = host;
    this.#selector = selector;
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onNear();
    }, { rootMargin: '600px' });
    host.addController(this);
  }

  /** Looked for anew after each drawing: what comes may be too short to move the end away. */
  hostUpdated(): void {
    const found = this.#host.renderRoot.querySelector(this.#selector);
    if (this.#watched) this.#observer.unobserve(this.#watched);
    this.#watched = found;
    if (found) this.#observer.observe(found);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#watched = null;
  }
}
