import type { Clock } from '../clock.ts';
import { isLive } from '../store/store.ts';
import type { StoredEidOrder } from '../store/store.ts';

const most = 1000;
/** Milliseconds. An order whose next turn is further off is in somebody's turn, which may be over at any time. */
const untilTurn = 2000;
/** Milliseconds after which a turn that nobody has taken says nothing any more: the row may be gone. */
const overdue = 5000;

/** Orders as one service last saw them, each until its next turn: before that nothing happens to one but its end. */
export interface OrdersBetweenTurns {
  /** The order, unless a turn may have changed it; one whose turn is due may have changed all the same, and whoever takes that turn finds out. */
  find(id: string): StoredEidOrder | undefined;
  keep(order: StoredEidOrder): void;
  forget(id: string): void;
}

/**
 * Most polls only want the QR code of the next second, so they need not ask the store what cannot have changed. An order
 * that is ended elsewhere is seen to have ended two seconds later at the most.
 */
export function ordersBetweenTurns(clock: Clock): OrdersBetweenTurns {
  const known = new Map<string, StoredEidOrder>();
  const isOverdue = (order: StoredEidOrder) => clock.now().getTime() >= order.nextCollectAt.getTime() + overdue;
  return {
    find(id) {
      const order = known.get(id);
      if (order && !isOverdue(order)) return order;
      known.delete(id);
      return undefined;
    },
    keep(order) {
      const isWaiting = isLive(order.state) && order.nextCollectAt.getTime() <= clock.now().getTime() + untilTurn;
      if (!isWaiting) return void known.delete(order.id);
      // Whoever read the order before the others may be the last to tell.
      if (order.version < (known.get(order.id)?.version ?? 0)) return;
      known.delete(order.id);
      known.set(order.id, order);
      // What has been told last is last. Nothing of an order is held for long once nobody asks for it.
      for (const [id, earlier] of known) {
        if (known.size <= most && !isOverdue(earlier)) break;
        known.delete(id);
      }
    },
    forget: (id) => void known.delete(id),
  };
}
