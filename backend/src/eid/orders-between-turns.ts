import type { Clock } from '../clock.ts';
import { isLive } from '../store/store.ts';
import type { StoredEidOrder } from '../store/store.ts';

const most = 1000;
/** Milliseconds. A turn that somebody is taking may be over at any time. */
const longest = 2000;

/** Orders as this process last saw them, each until its next turn is due: before that nothing happens to one but its end. */
export interface OrdersBetweenTurns {
  /** The order, unless a turn may have changed it; one whose turn is due may have changed all the same, and whoever takes that turn finds out. */
  find(id: string): StoredEidOrder | undefined;
  keep(order: StoredEidOrder): void;
  forget(id: string): void;
}

/**
 * Most polls only want the QR code of the next second, so they need not ask the store what cannot have changed. An order
 * that another process ends is seen to have ended two seconds later at the most.
 */
export function ordersBetweenTurns(clock: Clock): OrdersBetweenTurns {
  const known = new Map<string, { order: StoredEidOrder; until: number }>();
  return {
    find(id) {
      const kept = known.get(id);
      const now = clock.now();
      if (kept && (now.getTime() < kept.until || now >= kept.order.nextCollectAt)) return kept.order;
      known.delete(id);
      return undefined;
    },
    keep(order) {
      // A citizen who is away at an e-ID's own page comes back when they like, to any process.
      if (!isLive(order.state) || order.state === 'redirecting') return void known.delete(order.id);
      known.set(order.id, { order, until: Math.min(order.nextCollectAt.getTime(), clock.now().getTime() + longest) });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
    forget: (id) => void known.delete(id),
  };
}
