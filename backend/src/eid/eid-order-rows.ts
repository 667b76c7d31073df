import type { Deps } from '../deps.ts';
import { isLive } from '../store/store.ts';
import type { StoredEidOrder } from '../store/store.ts';
import type { SilentSince } from './eid-order-turn.ts';
import type { EidEvidence, EidIdentity, EidProviderState, EidStart } from './eid-provider.ts';

/** What is sealed with an order: how it was started, so that it can be started anew, and how it stands at the provider. */
export interface ProviderSide {
  start: EidStart;
  /** Absent while the provider has no order: it was to be started anew, and could not be. */
  state?: EidProviderState;
  silentSince?: SilentSince;
}

/** A signature, and who made it. */
export interface EidSignature {
  identity: EidIdentity;
  evidence: EidEvidence;
}

/** What came of changing an order that others may change at the same time. */
export type Amended = { written: true; before: StoredEidOrder; after: StoredEidOrder } | { written: false; now: StoredEidOrder };

const purposes = { providerSide: 'eid-order', identity: 'eid-identity', signature: 'eid-signature' };
const mostTries = 5;

/** E-ID orders in the store, with their secrets sealed. */
export function createOrderRows({ store, seal }: Pick<Deps, 'store' | 'seal'>) {
  /** For as long as somebody holds the order: it is shown many times between its turns. */
  const opened = new WeakMap<StoredEidOrder, ProviderSide>();

  /** Writes `change` if nobody has changed the order since; absent when somebody has. */
  async function amend(before: StoredEidOrder, change: Partial<StoredEidOrder>): Promise<StoredEidOrder | undefined> {
    const after = { ...before, ...change, version: before.version + 1 };
    if (!(await store.eidOrders.update({ ...after, version: before.version }))) return undefined;
    const side = opened.get(before);
    if (side && after.sealedProviderState === before.sealedProviderState) opened.set(after, side);
    return after;
  }

  return {
    amend,

    sealSide: (side: ProviderSide): Promise<string> => seal.seal(JSON.stringify(side), purposes.providerSide),
    /** Only for an order that has not ended: with its end the provider's side is thrown away. */
    async openSide(order: StoredEidOrder): Promise<ProviderSide> {
      const side: ProviderSide = opened.get(order) ?? JSON.parse(await seal.open(order.sealedProviderState, purposes.providerSide));
      opened.set(order, side);
      return side;
    },
    sealIdentity: (identity: EidIdentity): Promise<string> => seal.seal(JSON.stringify(identity), purposes.identity),
    sealSignature: (signature: EidSignature): Promise<string> => seal.seal(JSON.stringify(signature), purposes.signature),
    openSignature: async (sealed: string): Promise<EidSignature> => JSON.parse(await seal.open(sealed, purposes.signature)),
    openIdentity: async (sealed: string): Promise<EidIdentity> => JSON.parse(await seal.open(sealed, purposes.identity)),

    /** Writes `change` over whatever version is stored, unless the order has ended by then. */
    async amendLive(order: StoredEidOrder, change: Partial<StoredEidOrder>): Promise<Amended> {
      let before = order;
      for (let tries = 0; tries < mostTries && isLive(before.state); tries += 1) {
        const after = await amend(before, change);
        if (after) return { written: true, before, after };
        before = (await store.eidOrders.find(order.id)) ?? { ...before, state: 'expired' };
      }
      return { written: false, now: before };
    },
  };
}
