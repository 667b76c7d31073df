import type { VirtualItem, Virtualizer, VirtualizerOptions } from '@tanstack/virtual-core';
import { scrollerOf, topWithin } from './scroller.ts';

export type LinesCore = typeof import('@tanstack/virtual-core');
type Lines = Virtualizer<Element | Window, HTMLElement>;

/** Rows beyond the viewport that are drawn as well. */
const beyond = 8;

export interface RowLinesOptions {
  /** The widget: what scrolls it is looked for around it. */
  host: Element;
  /** The `<ul>` of the rows that are drawn, each with its index in `data-index`. */
  list: HTMLElement;
  count: () => number;
  keyOf: (index: number) => string;
  /** A guess at the height of a row that was never drawn. */
  usual: number;
  /** Heights that are known already. */
  known: VirtualItem[];
  onChange: () => void;
}

/** Where each row of a long list lies, and which are near the viewport: virtual-core, over the page or what scrolls within it. */
export class RowLines {
  readonly #core: LinesCore;
  readonly #options: RowLinesOptions;
  readonly #scroller: Element | undefined;
  readonly #lines: Lines;
  readonly #stop: () => void;

  constructor(core: LinesCore, options: RowLinesOptions) {
    this.#core = core;
    this.#options = options;
    this.#scroller = scrollerOf(options.host);
    const margin = topWithin(options.list, this.#scroller);
    const known = options.known.length ? options.known : heightsIn(options.list, options.keyOf, margin);
    this.#lines = new core.Virtualizer({ ...this.#settings(margin), initialMeasurementsCache: known });
    this.#stop = this.#lines._didMount();
  }

  /** Indexes of the rows to draw; none until the viewport is measured. */
  get near(): number[] {
    return this.#lines.getVirtualIndexes();
  }

  /** Takes over what has changed, and puts the rows that are drawn in their places. */
  place(): void {
    const { list } = this.#options;
    const lines = this.#lines;
    lines.setOptions(this.#settings(lines.isScrolling ? lines.options.scrollMargin : topWithin(list, this.#scroller)));
    lines._willUpdate();
    list.classList.add('windowed');
    // By property and not by attribute, which a strict CSP forbids.
    list.style.blockSize = `${lines.getTotalSize()}px`;
    const { scrollMargin } = lines.options;
    for (const row of rowsIn(list)) {
      const { start } = lines.measurementsCache[Number(row.dataset['index'])] ?? { start: scrollMargin };
      row.style.translate = `0 ${start - scrollMargin}px`;
      lines.measureElement(row);
    }
  }

  /** Lets the rows that are drawn stand as any list's do, and gives every height that is known. */
  close(): VirtualItem[] {
    const { list } = this.#options;
    this.#stop();
    list.classList.remove('windowed');
    list.style.removeProperty('block-size');
    for (const row of rowsIn(list)) row.style.removeProperty('translate');
    return this.#lines.takeSnapshot();
  }

  #settings(scrollMargin: number): VirtualizerOptions<Element | Window, HTMLElement> {
    const { count, keyOf, usual, onChange } = this.#options;
    const core = this.#core;
    const scroller = this.#scroller;
    const over = scroller
      ? { getScrollElement: () => scroller, observeElementRect: core.observeElementRect, observeElementOffset: core.observeElementOffset, scrollToFn: core.elementScroll }
      : { getScrollElement: () => window, observeElementRect: core.observeWindowRect, observeElementOffset: core.observeWindowOffset, scrollToFn: core.windowScroll, initialOffset: () => scrollY };
    return {
      count: count(),
      getItemKey: keyOf,
      overscan: beyond,
      // A row that grows moves others; within the same frame the browser would report an error to the page.
      useAnimationFrameWithResizeObserver: true,
      estimateSize: () => usual,
      scrollMargin,
      onChange,
      ...over,
    } as VirtualizerOptions<Element | Window, HTMLElement>;
  }
}

const rowsIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(':scope > li')];

/** The rows that stand there already keep their heights, so that nothing jumps when the window closes in on them. */
function heightsIn(list: Element, keyOf: (index: number) => string, margin: number): VirtualItem[] {
  const { top } = list.getBoundingClientRect();
  return rowsIn(list).map((row, index) => {
    const box = row.getBoundingClientRect();
    const start = box.top - top + margin;
    return { index, key: keyOf(index), start, size: box.height, end: start + box.height, lane: 0 };
  });
}
