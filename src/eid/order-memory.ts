import { isReturn, keyOf, safely } from './order-mark.ts';
import { readReturn, returnFragment } from './return-address.ts';

interface Kept {
  /** The order's own id, which is worth nothing in another browser. */
  id: string;
  /** What it is about, as its errand calls it. */
  about: string;
  /** What an address with which the citizen comes back from it must say. */
  nonce: string;
  /** When the page that began it was loaded, which tells it from every other page. */
  page: number;
  /** The page's own query, when it is too long for the app to bring back. */
  search: string;
  /** The page's own fragment and place, to be put back. */
  hash: string;
  y: number;
}

/** What came back with the citizen, by order. In memory alone, and for every widget of the page that follows the order. */
const handoffs = new Map<string, string>();

/** Remembers, in this tab and no longer than it lives, which order is under way and where the citizen was on the page. */
export class OrderMemory {
  readonly #mark: string;
  readonly #key: string;

  constructor(mark: string, api: URL) {
    this.#mark = mark;
    this.#key = keyOf(mark, api);
  }

  keep(id: string, about: string, nonce: string): void {
    const hash = isReturn(this.#mark, location.hash) ? '' : location.hash;
    const search = short(this.#address(location.search, nonce)) ? '' : location.search;
    safely(() => sessionStorage.setItem(this.#key, JSON.stringify({ id, about, nonce, page: performance.timeOrigin, search, hash, y: Math.round(scrollY) } satisfies Kept)));
  }

  recall(): Kept | undefined {
    return safely(() => {
      const { id, about = '', nonce = '', page, search = '', hash, y } = JSON.parse(sessionStorage.getItem(this.#key) ?? '') as Record<string, unknown>;
      return typeof id === 'string' ? { id, about: String(about), nonce: String(nonce), page: Number(page), search: String(search), hash: String(hash), y: Number(y) } : undefined;
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

  /** Where the citizen is to be sent back to: this page, marked as nobody else can know. */
  returnAddress(nonce: string): string | undefined {
    return short(this.#address(location.search, nonce)) ?? short(this.#address('', nonce));
  }

  #address(search: string, nonce: string): string {
    return location.origin + location.pathname + search + returnFragment(this.#mark, nonce);
  }

  /**
   * How the citizen was just sent back here, if they were: from the order that this tab has under way, or `astray`. Takes
   * the code out of the address. After the tab's own order it puts the page's fragment and place back, and the query that
   * was too long to send along.
   */
  takeReturn(): 'own' | 'astray' | undefined {
    const back = readReturn(this.#mark, location.hash);
    if (!back) return undefined;
    const kept = this.recall();
    const own = kept?.nonce && kept.nonce === back.nonce ? kept : undefined;
    const { pathname, search } = location;
    safely(() => history.replaceState(history.state, '', pathname + (search || (own?.search ?? '')) + (own?.hash ?? '')));
    if (!own) return 'astray';
    if (back.handoff) handoffs.set(own.id, back.handoff);
    scrollTo({ top: own.y, behavior: 'instant' });
    return 'own';
  }

  /** The code that came back from the order `id`. */
  handoffOf(id: string): string | undefined {
    return handoffs.get(id);
  }
}

/** The address, if an app can be given it. */
const short = (address: string) => (address.length <= 512 && /^https?:/.test(address) ? address : undefined);
