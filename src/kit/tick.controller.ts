import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates the widget again after `interval()` milliseconds, for what changes with time alone; not while it is `undefined`. */
export class TickController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #interval: () => number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, interval: () => number | undefined) {
    this.#host = host;
    this.#interval = interval;
    host.addController(this);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const interval = this.#interval();
    if (interval !== undefined) this.#timer = setTimeout(() => this.#host.requestUpdate(), interval);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }
}
