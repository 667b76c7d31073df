import type { Store } from '../../../src/store/store.ts';

/** How long what was acknowledged is left unwritten. Milliseconds. */
const delay = 400;

/** A store with the fault that the test must catch: a signature counts as taken in before it is written. */
export function hastyStore(store: Store): Store {
  return {
    ...store,
    signing: {
      ...store.signing,
      async commit({ order, ...rest }) {
        if (!order) return store.signing.commit(rest);
        await store.signing.settleOrder(order.id, order.outcome);
        setTimeout(() => void store.signing.commit(rest).catch(() => {}), delay);
        return true;
      },
    },
  };
}
