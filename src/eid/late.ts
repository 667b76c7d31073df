import { html, type LitElement } from 'lit';
import type { Frame } from './frame.ts';

/** What is fetched late, with words of its own. */
export interface LatePart {
  /** False while the words are on their way. */
  readonly ready: boolean;
}

/** One part of a widget whose code is fetched when it is first needed, or a little before. */
export class Late<P extends LatePart> {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #make: () => Promise<P>;
  #part: P | undefined;
  #at: 'away' | 'coming' | 'here' | 'lost' = 'away';

  constructor(host: LitElement, frame: Frame, make: () => Promise<P>) {
    this.#host = host;
    this.#frame = frame;
    this.#make = make;
  }

  /** The part, once its code and its words are here. */
  get part(): P | undefined {
    return this.#part?.ready ? this.#part : undefined;
  }

  /** Fetches the part, once; after a failure not until `forgive`. */
  async fetch(): Promise<void> {
    if (this.#at !== 'away') return;
    this.#at = 'coming';
    try {
      this.#part = await this.#make();
      this.#at = 'here';
    } catch {
      this.#at = 'lost';
    }
    this.#host.requestUpdate();
  }

  /** Lets a part that could not be fetched be fetched anew. */
  forgive(): void {
    if (this.#at === 'lost') this.#at = 'away';
  }

  /** Draws the part, or `waiting` until it is here, or else the little that can always be said. */
  draw(draw: (part: P) => unknown, waiting: unknown): unknown {
    void this.fetch();
    const { part } = this;
    if (part) return draw(part);
    return this.#at === 'lost' ? this.#lost() : waiting;
  }

  #lost(): unknown {
    const { heading, words: { say } } = this.#frame;
    const onRetry = () => {
      this.forgive();
      this.#host.requestUpdate();
    };
    return html`
      ${heading(say('lost'))}
      <p>${say('lostFix')}</p>
      <p><button type="button" class="primary" @click=${onRetry}>${say('tryAgain')}</button></p>`;
  }
}
