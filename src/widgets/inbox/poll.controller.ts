import type { ReactiveController, ReactiveControllerHost } from 'lit';

const interval = 60_000;
/** A tab that is shown again asks at once, but not more often than this. */
const enough = 5000;

/** Calls `look` every minute while the page is seen, and at once when it is seen again or the line is back. */
export class PollController implements ReactiveController {
  readonly #look: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #last = Date.now();

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
