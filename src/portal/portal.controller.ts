import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { Connection } from './connection.ts';
import { answerFromPage } from './page-portal.ts';
import { portalContext, type Portal } from './portal.ts';
import type { WordsPortal } from './words.controller.ts';

/** Gives a widget the portal around it, or the page's own. Updates the widget when that changes. */
export class PortalController implements ReactiveController, WordsPortal {
  readonly #host: LitElement;
  #portal: Portal | undefined;
  #stop: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    answerFromPage();
    host.addController(this);
    new ContextConsumer(host, {
      context: portalContext,
      subscribe: true,
      callback: (portal) => this.#onPortal(portal),
    });
  }

  /** `undefined` until somebody has answered, or when no backend is stated. */
  get connection(): Connection | undefined {
    return this.#portal?.connection;
  }

  /** Whether it is known which backend applies, even if it is none. */
  get settled(): boolean {
    return this.#portal !== undefined;
  }

  /** Whether it is known that no backend is stated, and the editor has yet to be told. */
  get missing(): boolean {
    return this.settled && !this.connection && !this.#portal?.told;
  }

  get languages(): string[] {
    return [this.#portal?.language, this.connection?.knownConfig?.defaultLanguage].filter((language) => language !== undefined);
  }

  get texts(): WordsPortal['texts'] {
    return this.connection?.knownConfig?.texts ?? {};
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #onPortal(portal: Portal): void {
    this.#stop?.();
    this.#portal = portal;
    this.#stop = portal.connection?.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
