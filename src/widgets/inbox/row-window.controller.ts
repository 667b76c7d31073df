import type { LitElement, ReactiveController } from 'lit';
import type { VirtualItem } from '@tanstack/virtual-core';
import { RowFocusController } from './row-focus.controller.ts';
import { RowLines, type LinesCore } from './row-lines.ts';

/** Up to so many rows stand in the page as they are, where find-in-page and screen readers reach them all. */
const whole = 500;
/** So many are drawn at once, and then so many whenever the browser has time to spare. */
const atFirst = 40;
const slice = 25;
/** So many of a longer list that comes back stand there until it is known which are near. */
const untilKnown = 200;

export interface RowWindowOptions {
  count: () => number;
  keyOf: (index: number) => string;
  /** Whether every row must stand there, however many there are. */
  all: () => boolean;
}

/**
 * Chooses which rows of a list to draw: all, a few more at a time, as long as the browser can bear it, and beyond that
 * those near the viewport. Always the one with the focus. The code for the latter comes with the first list so long.
 */
export class RowWindowController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RowWindowOptions;
  readonly #focus: RowFocusController;
  #core: LinesCore | 'asked' | 'lost' | undefined;
  #lines: RowLines | undefined;
  #drawn = atFirst;
  #first = '';
  #waits = false;
  #revealed: number | undefined;
  /** What is known of the rows is kept while a case stands open, so that the list comes back as long as it was. */
  #heights: VirtualItem[] = [];
  #usual = 0;

  constructor(host: LitElement, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    this.#focus = new RowFocusController(host);
    host.addController(this);
  }

  /** Whether only the rows near the viewport stand in the page. */
  get isWindow(): boolean {
    return this.#options.count() > whole && !this.#options.all() && this.#core !== 'lost';
  }

  /** Whether rows are still to be drawn, wherever the viewport is. */
  get isFilling(): boolean {
    return !this.isWindow && !this.#options.all() && this.#drawn < this.#options.count();
  }

  /** Indexes of the rows to draw, in order; `undefined` for all of them. */
  get shown(): readonly number[] | undefined {
    if (!this.isWindow && !this.isFilling) return undefined;
    const near = this.isWindow ? (this.#lines?.near ?? []) : [];
    const pinned = this.#focus.index ?? this.#revealed;
    // Until it has measured the viewport it knows of no rows.
    const first = this.#heights.length ? untilKnown : this.#drawn;
    const drawn = near.length ? near : [...Array(Math.min(this.#options.count(), first)).keys()];
    return pinned === undefined || drawn.includes(pinned) ? drawn : [...drawn, pinned].sort((a, b) => a - b);
  }

  /** Sees to it that the row at `index` is drawn, wherever the list is scrolled to. */
  reveal(index: number): void {
    this.#revealed = index >= 0 ? index : undefined;
    this.#host.requestUpdate();
  }

  /** A list that begins with another row is another list. */
  hostUpdate(): void {
    const first = this.#options.keyOf(0);
    if (first === this.#first) return;
    this.#first = first;
    this.#drawn = atFirst;
    this.#heights = [];
  }

  hostUpdated(): void {
    const list = this.#host.renderRoot.querySelector<HTMLElement>('ul.rows');
    if (this.#focus.index !== undefined) this.#revealed = undefined;
    if (!list || !this.isWindow) this.#close();
    else if (typeof this.#core === 'object') this.#place(this.#core, list);
    else void this.#fetch();
    if (list && this.isFilling) this.#fill();
  }

  hostDisconnected(): void {
    this.#close();
  }

  #fill(): void {
    if (this.#waits) return;
    this.#waits = true;
    idle(() => {
      this.#waits = false;
      this.#drawn = Math.min(this.#drawn + slice, this.#options.count());
      this.#host.requestUpdate();
    });
  }

  async #fetch(): Promise<void> {
    if (this.#core) return;
    this.#core = 'asked';
    // Without it the list is slow, and whole.
    this.#core = await import('@tanstack/virtual-core').catch(() => 'lost' as const);
    this.#host.requestUpdate();
  }

  #place(core: LinesCore, list: HTMLElement): void {
    const isNew = this.#lines === undefined;
    this.#lines ??= this.#open(core, list);
    this.#lines.place();
    if (isNew) this.#host.requestUpdate();
  }

  #open(core: LinesCore, list: HTMLElement): RowLines {
    this.#usual ||= list.querySelector('li')?.offsetHeight || 180;
    const { count, keyOf } = this.#options;
    return new RowLines(core, { host: this.#host, list, count, keyOf, usual: this.#usual, known: this.#heights, onChange: () => this.#host.requestUpdate() });
  }

  #close(): void {
    if (this.#lines) this.#heights = this.#lines.close();
    this.#lines = undefined;
  }
}

const idle = (then: () => void): unknown => ('requestIdleCallback' in globalThis ? requestIdleCallback(then, { timeout: 100 }) : setTimeout(then, 16));
