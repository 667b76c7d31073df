import type { LitElement, ReactiveController } from 'lit';
import type { Virtualizer, VirtualItem, VirtualizerOptions } from '@tanstack/virtual-core';

/** Up to so many rows stand in the page as they are, where find-in-page reaches them all. */
const few = 100;
/** Before the code that chooses is there, so many are drawn of a list that comes long, and of one that has grown long. */
const atFirst = 40;
const whenGrown = 200;
const beyond = 8;

type Core = typeof import('@tanstack/virtual-core');
type Lines = Virtualizer<Element | Window, HTMLElement>;

export interface RowWindowOptions {
  count: () => number;
  keyOf: (index: number) => string;
}

/** Draws only the rows near the viewport of a long list, and always the one with the focus. Its code comes with the first long list. */
export class RowWindowController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RowWindowOptions;
  #core: Core | undefined;
  #asked = false;
  #lost = false;
  #lines: Lines | undefined;
  #stop: (() => void) | undefined;
  #heights: VirtualItem[] = [];
  #revealed: number | undefined;
  #scroller: Element | undefined;
  /** A guess at heights that are not measured; kept, so that a list that comes back is as long as it was. */
  #usual = 0;
  #hasGrown = false;
  #held: HTMLElement | undefined;

  constructor(host: LitElement, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Indexes of the rows to draw, in order; `undefined` for all of them. */
  get shown(): readonly number[] | undefined {
    const count = this.#options.count();
    if (count <= few || this.#lost) return undefined;
    const near = this.#lines?.getVirtualIndexes() ?? [];
    // Until it has measured the viewport it knows of no rows.
    const drawn = near.length ? near : [...Array(Math.min(count, this.#hasGrown ? whenGrown : atFirst)).keys()];
    return withOne(drawn, this.#focused ?? this.#revealed);
  }

  /** Sees to it that the row at `index` is drawn, wherever the list is scrolled to. */
  reveal(index: number): void {
    this.#revealed = index >= 0 ? index : undefined;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const focused = this.#host.shadowRoot?.activeElement;
    this.#held = focused instanceof HTMLElement && focused.closest('li[data-index]') ? focused : undefined;
  }

  hostUpdated(): void {
    this.#holdFocus();
    const list = this.#list;
    const count = this.#options.count();
    if (!list || count <= few) {
      this.#hasGrown = count > 0;
      return this.#close();
    }
    if (!this.#core) return void this.#fetch();
    if (this.#lines) this.#lines.setOptions(this.#settings(this.#core, list));
    else this.#open(this.#core, list);
    this.#lines?._willUpdate();
    this.#place(list);
  }

  hostDisconnected(): void {
    this.#close();
  }

  get #list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('ul.rows');
  }

  get #rows(): HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
  }

  /** Browsers take the focus from a row that the drawing moves among the others. */
  #holdFocus(): void {
    if (this.#held?.isConnected && !this.#host.shadowRoot?.activeElement) this.#held.focus({ preventScroll: true });
  }

  async #fetch(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    // Without it the list is slow, and whole.
    this.#core = await import('@tanstack/virtual-core').catch(() => undefined);
    this.#lost = !this.#core;
    this.#host.requestUpdate();
  }

  #open(core: Core, list: HTMLElement): void {
    this.#scroller = scrollerOf(this.#host);
    this.#usual ||= this.#rows[0]?.offsetHeight || 180;
    const settings = this.#settings(core, list);
    const known = this.#heights.length ? this.#heights : this.#measured(settings.scrollMargin ?? 0);
    this.#lines = new core.Virtualizer({ ...settings, initialMeasurementsCache: known });
    this.#stop = this.#lines._didMount();
    this.#host.requestUpdate();
  }

  /** The rows that stand there already keep their heights, so that nothing jumps when the window closes in on them. */
  #measured(margin: number): VirtualItem[] {
    const top = this.#list?.getBoundingClientRect().top ?? 0;
    return this.#rows.map((row, index) => {
      const box = row.getBoundingClientRect();
      const start = box.top - top + margin;
      return { index, key: this.#options.keyOf(index), start, size: box.height, end: start + box.height, lane: 0 };
    });
  }

  #settings(core: Core, list: HTMLElement): VirtualizerOptions<Element | Window, HTMLElement> {
    const scroller = this.#scroller;
    const known = this.#lines?.isScrolling ? this.#lines.options.scrollMargin : undefined;
    const shared = {
      count: this.#options.count(),
      getItemKey: this.#options.keyOf,
      overscan: beyond,
      // A row that grows moves others; within the same frame the browser would report an error to the page.
      useAnimationFrameWithResizeObserver: true,
      estimateSize: () => this.#usual,
      scrollMargin: known ?? topWithin(list, scroller),
      onChange: () => this.#host.requestUpdate(),
    };
    const over = scroller
      ? { getScrollElement: () => scroller, observeElementRect: core.observeElementRect, observeElementOffset: core.observeElementOffset, scrollToFn: core.elementScroll }
      : { getScrollElement: () => window, observeElementRect: core.observeWindowRect, observeElementOffset: core.observeWindowOffset, scrollToFn: core.windowScroll, initialOffset: () => scrollY };
    return { ...shared, ...over } as VirtualizerOptions<Element | Window, HTMLElement>;
  }

  get #focused(): number | undefined {
    const row = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('li[data-index]');
    const index = Number(row?.dataset['index']);
    if (!row || index >= this.#options.count()) return undefined;
    this.#revealed = undefined;
    return index;
  }

  // By property and not by attribute, which a strict CSP forbids.
  #place(list: HTMLElement): void {
    const lines = this.#lines;
    if (!lines) return;
    list.classList.add('windowed');
    list.style.blockSize = `${lines.getTotalSize()}px`;
    for (const row of this.#rows) {
      const { start } = lines.measurementsCache[Number(row.dataset['index'])] ?? { start: lines.options.scrollMargin };
      row.style.translate = `0 ${start - lines.options.scrollMargin}px`;
      lines.measureElement(row);
    }
  }

  #close(): void {
    if (!this.#lines) return;
    this.#heights = this.#lines.takeSnapshot();
    this.#stop?.();
    this.#lines = undefined;
    const list = this.#list;
    list?.classList.remove('windowed');
    list?.style.removeProperty('block-size');
    for (const row of this.#rows) row.style.removeProperty('translate');
  }
}

/** What scrolls the widget, when it is not the page. */
function scrollerOf(host: Element): Element | undefined {
  for (let node: Element | null = parentOf(host); node && node !== document.body && node !== document.documentElement; node = parentOf(node)) {
    if (/auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight) return node;
  }
  return undefined;
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode();
  return node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function topWithin(list: Element, scroller: Element | undefined): number {
  const { top } = list.getBoundingClientRect();
  return scroller ? top - scroller.getBoundingClientRect().top + scroller.scrollTop : top + scrollY;
}

const withOne = (indexes: number[], one: number | undefined): number[] =>
  one === undefined || indexes.includes(one) ? indexes : [...indexes, one].sort((a, b) => a - b);
