import { keyOf, safely } from './order-mark.ts';

interface Kept {
  /** The order's own id, which is worth nothing in another browser. */
  id: string;
  /** What it is about, as its errand calls it. */
  about: string;
  /** When the page that began it was loaded, which tells it from every other page. */
  page: number;
  /** The page's own query, when it is too long for the app to bring back. */
  search: string;
  /** The page's own fragment and place, to be put back. */
  hash: string;
  y: number;
}

/** Remembers, in this tab and no longer than it lives, which order is under way and where the citizen was on the page. */
export class OrderMemory {
  readonly #mark: string;
  readonly #key: string;

  constructor(mark: string, api: URL) {
    this.#mark = mark;
    this.#key = keyOf(mark, api);
  }

  keep(id: string, about: string): void {
    const hash = location.hash.startsWith(this.#mark) ? '' : location.hash;
    const search = short(this.#address(location.search)) ? '' : location.search;
    safely(() => sessionStorage.setItem(this.#key, JSON.stringify({ id, about, page: performance.timeOrigin, search, hash, y: Math.round(scrollY) } satisfies Kept)));
  }

  recall(): Kept | undefined {
    return safely(() => {
      const { id, about = '', page, search = '', hash, y } = JSON.parse(sessionStorage.getItem(this.#key) ?? '') as Record<string, unknown>;
      return typeof id === 'string' ? { id, about: String(about), page: Number(page), search: String(search), hash: String(hash), y: Number(y) } : undefined;
    });
  }

  /** Whether the page that began it was left, and not only loaded anew: then somebody else may be here. */
  wasLeft({ page }: Kept): boolean {
    const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return page !== performance.timeOrigin && arrival?.type !== 'reload';
  }

  forget(): void {
    safely(() => sessionStorage.removeItem(this.#key));
  }

  /** Where the app is to send the citizen back: this page, marked. */
  returnAddress(): string | undefined {
    return short(this.#address(location.search)) ?? short(this.#address(''));
  }

  #address(search: string): string {
    return location.origin + location.pathname + search + this.#mark;
  }

  /** Whether an app has just sent the citizen back here. Puts the page's own fragment and place back, and the query that was too long to send along. */
  takeReturn(kept: Kept | undefined): boolean {
    if (!location.hash.startsWith(this.#mark)) return false;
    const { pathname, search } = location;
    safely(() => history.replaceState(history.state, '', pathname + (search || (kept?.search ?? '')) + (kept?.hash ?? '')));
    if (kept) scrollTo({ top: kept.y, behavior: 'instant' });
    return true;
  }
}

/** The address, if an app can be given it. */
const short = (address: string) => (address.length <= 512 && /^https?:/.test(address) ? address : undefined);
