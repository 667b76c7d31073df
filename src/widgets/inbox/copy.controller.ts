import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Copies a reference, and remembers which and whether it worked. */
export class CopyController implements ReactiveController {
  last: { reference: string; done: boolean } | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onCopied: (done: boolean) => void;

  constructor(host: ReactiveControllerHost, onCopied: (done: boolean) => void) {
    this.#host = host;
    this.#onCopied = onCopied;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.last = undefined;
  }

  readonly copy = async (reference: string): Promise<void> => {
    // Pages in frames, and pages without https, may not.
    const done = await Promise.resolve(navigator.clipboard?.writeText(reference)).then(() => navigator.clipboard !== undefined, () => false);
    this.last = { reference, done };
    this.#onCopied(done);
    this.#host.requestUpdate();
  };
}
