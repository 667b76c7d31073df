import type { ReactiveController, ReactiveControllerHost } from 'lit';

const silent = 1000;
const long = 10_000;

/** How long somebody has waited: under a second nothing is said, after ten there must be a way on. */
export type Waiting = 'no' | 'short' | 'noticed' | 'long';

/** Follows one wait at a time, and updates the widget when it grows long. `onNoticed` hears once that it is worth a word. */
export class PatienceController implements ReactiveController {
  waiting: Waiting = 'no';
  readonly #host: ReactiveControllerHost;
  readonly #isWaiting: () => boolean;
  readonly #onNoticed: () => void;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(host: ReactiveControllerHost, isWaiting: () => boolean, onNoticed: () => void) {
    this.#host = host;
    this.#isWaiting = isWaiting;
    this.#onNoticed = onNoticed;
    host.addController(this);
  }

  hostUpdate(): void {
    const waits = this.#isWaiting();
    if (waits === (this.waiting !== 'no')) return;
    this.#stop();
    if (!waits) return;
    this.waiting = 'short';
    this.#timers = [this.#later('noticed', silent), this.#later('long', long)];
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Starts to count anew, for somebody who has tried again. */
  restart(): void {
    this.#stop();
    this.#host.requestUpdate();
  }

  #later(waiting: Waiting, after: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      this.waiting = waiting;
      if (waiting === 'noticed') this.#onNoticed();
      this.#host.requestUpdate();
    }, after);
  }

  #stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.waiting = 'no';
  }
}
