import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A token is long and random, so that it holds capitals, which the page's own places do not. */
const token = /^(?=.*[A-Z])[\w-]{32,128}$/;

/**
 * The token that came in the page's address after `#`. It is taken out of the address at once, and lives in memory alone.
 * `onLink` hears that one has come.
 */
export class LinkTokenController implements ReactiveController {
  token: string | undefined;
  readonly #onLink: () => void;

  constructor(host: ReactiveControllerHost, onLink: () => void) {
    this.#onLink = onLink;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#take);
    this.#take();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#take);
  }

  readonly #take = (): void => {
    const written = location.hash.slice(1);
    if (!token.test(written) || document.getElementById(written)) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.token = written;
    this.#onLink();
  };
}
