import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Remembers that somebody whose login is too weak for the open case is about to log in anew. They stay logged in until that is done. */
export class StepUpController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #openCase: () => string;
  #id = '';

  /** `openCase` gives the id of the case that stands open. */
  constructor(host: ReactiveControllerHost, openCase: () => string) {
    this.#host = host;
    this.#openCase = openCase;
    host.addController(this);
  }

  /** Whether the login stands open for the case that does. */
  get on(): boolean {
    return this.#id !== '';
  }

  hostUpdate(): void {
    if (this.#id !== this.#openCase()) this.#id = '';
  }

  start(): void {
    this.#id = this.#openCase();
    this.#host.requestUpdate();
  }

  stop(): void {
    this.#id = '';
    this.#host.requestUpdate();
  }
}
