import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseCounts } from '../../contract/case.ts';
import { PollController } from '../../kit/poll.controller.ts';
import type { CaseDoor } from './case-door.controller.ts';

/** How many cases there are and how many wait: asked once a minute, and when something was read. Figures only, so a failure just leaves them out. */
export class CountsController implements ReactiveController {
  /** The last good figures; absent when nobody is logged in or nothing is known. */
  known: CaseCounts | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #door: CaseDoor;
  readonly #session: () => string;
  #asked = '';
  #run = new AbortController();

  /** `session` names the session of whoever is counted for; empty for nobody. */
  constructor(host: ReactiveControllerHost, door: CaseDoor, session: () => string) {
    this.#host = host;
    this.#door = door;
    this.#session = session;
    new PollController(host, () => void this.#ask());
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('kommun-case-read', this.#onRead);
  }

  hostUpdate(): void {
    const session = this.#session();
    if (session === this.#asked) return;
    this.#asked = session;
    this.#forget();
    void this.#ask();
  }

  hostDisconnected(): void {
    document.removeEventListener('kommun-case-read', this.#onRead);
    this.#asked = '';
    this.#forget();
  }

  readonly #onRead = (): void => void this.#ask();

  async #ask(): Promise<void> {
    if (!this.#asked) return;
    this.#run.abort();
    const { signal } = (this.#run = new AbortController());
    const answer = await this.#door.call((backend) => backend.caseCounts(signal)).catch(() => undefined);
    if (!answer?.ok || signal.aborted) return;
    this.known = answer.value;
    this.#host.requestUpdate();
  }

  #forget(): void {
    this.#run.abort();
    this.known = undefined;
  }
}
