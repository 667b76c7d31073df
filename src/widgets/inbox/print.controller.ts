import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Says whether the page is being printed. `redraw` must draw at once: the browser lays out the paper as soon as it has returned. */
export class PrintController implements ReactiveController {
  on = false;
  readonly #redraw: () => void;

  constructor(host: ReactiveControllerHost, redraw: () => void) {
    this.#redraw = redraw;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
    this.on = false;
  }

  readonly #onPrint = ({ type }: Event): void => {
    this.on = type === 'beforeprint';
    this.#redraw();
  };
}
