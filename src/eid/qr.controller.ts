import type { LitElement, ReactiveController } from 'lit';
import { qrPath, type QrPath } from './qr-path.ts';

/** So much of the code must be in view for a camera to read it. */
const enough = 0.85;

/** Draws the QR code of the moment, and knows whether all of it is in view. */
export class QrController implements ReactiveController {
  readonly #host: LitElement;
  #text: string | undefined;
  #path: QrPath | undefined;
  #watched: Element | null = null;
  #watcher: IntersectionObserver | undefined;
  /** Whether part of the code is out of view. */
  cut = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The drawing of `text`; nothing when it is more than a code can hold. */
  path(text: string): QrPath | undefined {
    if (text === this.#text) return this.#path;
    this.#text = text;
    try {
      this.#path = qrPath(text);
    } catch {
      this.#path = undefined;
    }
    return this.#path;
  }

  hostUpdated(): void {
    const code = this.#host.renderRoot.querySelector('.qr');
    if (code === this.#watched) return;
    this.#watcher?.disconnect();
    this.#watched = code;
    this.cut = false;
    if (!code || typeof IntersectionObserver === 'undefined') return;
    this.#watcher = new IntersectionObserver((entries) => this.#onSight(entries.at(-1)!), { threshold: enough });
    this.#watcher.observe(code);
  }

  hostDisconnected(): void {
    this.#watcher?.disconnect();
    this.#watched = null;
  }

  #onSight({ intersectionRatio }: IntersectionObserverEntry): void {
    const cut = intersectionRatio < enough;
    if (cut === this.cut) return;
    this.cut = cut;
    this.#host.requestUpdate();
  }
}
