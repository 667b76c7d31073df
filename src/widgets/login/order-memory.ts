import { keyOf, returnMark, safely } from './order-mark.ts';

interface Kept {
  /** The order's own id, which is worth nothing in another browser. */
  id: string;
  /** The page's own fragment and place, to be put back. */
  hash: string;
  y: number;
}

/** Remembers, in this tab and no longer than it lives, which order is under way and where the citizen was on the page. */
export class OrderMemory {
  readonly #key: string;

  constructor(api: URL) {
    this.#key = keyOf(api);
  }

  keep(id: string): void {
    const hash = location.hash.startsWith(returnMark) ? '' : location.hash;
    safely(() => sessionStorage.setItem(this.#key, JSON.stringify({ id, hash, y: Math.round(scrollY) } satisfies Kept)));
  }

  recall(): Kept | undefined {
    return safely(() => {
      const { id, hash, y } = JSON.parse(sessionStorage.getItem(this.#key) ?? '') as Record<string, unknown>;
      return typeof id === 'string' ? { id, hash: String(hash), y: Number(y) } : undefined;
    });
  }

  forget(): void {
    safely(() => sessionStorage.removeItem(this.#key));
  }
}

/** Where the app is to send the citizen back: this page, marked. */
export function returnAddress(): string | undefined {
  const { origin, pathname, search } = location;
  const short = (address: string) => (address.length <= 512 && /^https?:/.test(address) ? address : undefined);
  return short(origin + pathname + search + returnMark) ?? short(origin + pathname + returnMark);
}

/** Whether an app has just sent the citizen back here. Puts the page's own fragment and place back. */
export function takeReturn(kept: Kept | undefined): boolean {
  if (!location.hash.startsWith(returnMark)) return false;
  const { pathname, search } = location;
  safely(() => history.replaceState(history.state, '', pathname + search + (kept?.hash ?? '')));
  if (kept) scrollTo({ top: kept.y, behavior: 'instant' });
  return true;
}
