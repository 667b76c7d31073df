/** What tabs tell each other. A code and nothing more: never who. */
export type TabSignal = 'changed' | 'logged-out';

/** Tells the other tabs of the same site that the session changed, and hears it from them. Silent where the browser cannot. */
export class TabSignals {
  readonly #name: string;
  readonly #hear: (signal: TabSignal) => void;
  #channel: BroadcastChannel | undefined;

  constructor(name: string, hear: (signal: TabSignal) => void) {
    this.#name = name;
    this.#hear = hear;
  }

  listen(): void {
    this.#open();
    // An open channel keeps some browsers from keeping the page for the Back button.
    addEventListener('pagehide', this.#shut);
    addEventListener('pageshow', this.#open);
  }

  close(): void {
    removeEventListener('pagehide', this.#shut);
    removeEventListener('pageshow', this.#open);
    this.#shut();
  }

  send(signal: TabSignal): void {
    this.#channel?.postMessage(signal);
  }

  readonly #open = (): void => {
    if (this.#channel) return;
    try {
      this.#channel = new BroadcastChannel(this.#name);
      this.#channel.onmessage = ({ data }) => {
        if (data === 'changed' || data === 'logged-out') this.#hear(data);
      };
    } catch {
      // Old browsers have none, and others refuse it where a page may store nothing: then each tab asks for itself.
    }
  };

  readonly #shut = (): void => {
    this.#channel?.close();
    this.#channel = undefined;
  };
}
