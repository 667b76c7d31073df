import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { warnEditor } from '../kit/warn-editor.ts';
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

  /** Tells the editor when no backend is stated, unless it has been said already what is wrong with the one that was. */
  tellIfMissing(): void {
    if (!this.#portal || this.connection || this.#portal.told) return;
    warnEditor({ element: this.#host, message: 'Adressen till kommunens tjänst saknas. Skriv den i data-api på skriptet eller i attributet api på <kommun-portal>.' });
  }

  /** Tells the editor what keeps a page from a backend on another host more often than anything; a browser does not say why. */
  tellUnreachable(): void {
    const { api } = this.connection!;
    if (api.origin === location.origin) return;
    warnEditor({ element: this.#host, message: `${api.origin} svarar inte den här sidan. Är tjänsten igång? Skriv då ${location.origin} i allowedOrigins i municipality.json.` });
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
