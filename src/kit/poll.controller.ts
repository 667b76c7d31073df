import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Pace {
  /** Milliseconds from one look to the next. */
  every: number;
  /** A tab that is shown again looks at once, but not more often than this, in milliseconds. */
  enough: number;
}

/** Calls `look` again and again while the page is seen, and at once when it is seen again or the line is back. */
export class PollController implements ReactiveController {
  readonly #look: () => void;
  readonly #pace: Pace;
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = 0;

  constructor(host: ReactiveControllerHost, look: () => void, pace: Pace = { every: 60_000, enough: 5000 }) {
    this.#look = look;
    this.#pace = pace;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onReturn);
    addEventListener('online', this.#onReturn);
    this.#start();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onReturn);
    removeEventListener('online', this.#onReturn);
    clearInterval(this.#timer);
  }

  readonly #onReturn = (event: Event): void => {
    this.#start();
    if (document.visibilityState === 'visible' && (event.type === 'online' || Date.now() - this.#last >= this.#pace.enough)) this.#ask();
  };

  readonly #ask = (): void => {
    this.#last = Date.now();
    this.#look();
  };

  #start(): void {
    clearInterval(this.#timer);
    this.#timer = document.visibilityState === 'visible' ? setInterval(this.#ask, this.#pace.every) : undefined;
  }
}
