import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../contract/problem.ts';
import { isForTheBrowser } from './for-the-browser.ts';

/** Whether a file can be had; absent when whoever asked has left meanwhile. */
export type FileAnswer = { ok: true } | { ok: false; problem: Problem } | undefined;

/**
 * Lets links save files. A link alone saves nothing, without a word, when a session has ended or a line is down, so it is
 * asked first whether the file can be had. `onRefused` hears why not.
 */
export class SaverController implements ReactiveController {
  /** The link that saved nothing last, and why. */
  refused: { href: string; problem: Problem } | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => Promise<FileAnswer>;
  readonly #onRefused: (problem: Problem) => void;
  #asking = false;

  constructor(host: ReactiveControllerHost, ask: () => Promise<FileAnswer>, onRefused: (problem: Problem) => void) {
    this.#host = host;
    this.#ask = ask;
    this.#onRefused = onRefused;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.refused = undefined;
  }

  readonly press = (event: MouseEvent): void => {
    if (isForTheBrowser(event)) return;
    event.preventDefault();
    if (!this.#asking) void this.#save((event.currentTarget as HTMLAnchorElement).href);
  };

  async #save(href: string): Promise<void> {
    this.#asking = true;
    const answer = await this.#ask();
    this.#asking = false;
    this.refused = answer?.ok === false ? { href, problem: answer.problem } : undefined;
    this.#host.requestUpdate();
    if (answer?.ok) save(href);
    else if (answer) this.#onRefused(answer.problem);
  }
}

function save(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
