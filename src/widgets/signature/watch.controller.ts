import type { ReactiveController, ReactiveControllerHost } from 'lit';

const interval = 10_000;
/** A tab that is shown again asks at once, but not more often than this. */
const enough = 2000;

/** Calls `look` again and again while the page is seen, and at once when it is seen again or the line is back. */
export class WatchController implements ReactiveController {
  readonly #look: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = 0;

  constructor(host: ReactiveControllerHost, look: () => void) {
    this.#look = look;
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
    if (document.visibilityState === 'visible' && (event.type === 'online' || Date.now() - this.#last >= enough)) this.#ask();
  };

  readonly #ask = (): void => {
    this.#last = Date.now();
    this.#look();
  };

  #start(): void {
    clearInterval(this.#timer);
    this.#timer = document.visibilityState === 'visible' ? setInterval(this.#ask, interval) : undefined;
  }
}
