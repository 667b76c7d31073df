import { z } from '../../../src/contract/schema.ts';
import { memoryCaseStores } from '../cases/memory-case-stores.ts';
import { memorySigningStores } from '../signing/memory-signing-stores.ts';
import { isLive } from './store.ts';
import type { Store, StoredEidOrder, StoredSession } from './store.ts';

interface Tables {
  sessions: Map<string, StoredSession>;
  eidOrders: Map<string, StoredEidOrder>;
  /** By question. */
  faqFeedback: Map<string, Total>;
}

type Total = { helpful: number; notHelpful: number };

/** The tables as a snapshot lists them; the rows are this store's own, and taken as they are. */
const snapshotSchema = z.object({
  sessions: z.array(z.tuple([z.string(), z.custom<StoredSession>()])),
  eidOrders: z.array(z.tuple([z.string(), z.custom<StoredEidOrder>()])),
  faqFeedback: z.array(z.tuple([z.string(), z.custom<Total>()])),
  /** The snapshots of the cases and of what is signed, as text. */
  cases: z.string(),
  signing: z.string(),
});

/** A store that forgets, unless its `snapshot` is kept. */
export interface MemoryStore extends Store {
  /** Everything in the store, as JSON. */
  snapshot(): string;
  /** Replaces everything by what `snapshot` gave. @throws when `json` is no snapshot. */
  restore(json: string): void;
}

/** A store in memory: for tests, and for the demo that runs inside a browser. */
export function createMemoryStore(): MemoryStore {
  const tables: Tables = { sessions: new Map(), eidOrders: new Map(), faqFeedback: new Map() };
  const { snapshot: casesSnapshot, restore: restoreCases, ...caseStores } = memoryCaseStores();
  const signing = memorySigningStores(caseStores.cases, (orderId) => {
    const order = tables.eidOrders.get(orderId);
    if (order) order.sealedIdentity = undefined;
  });
  return {
    ...caseStores,
    signing: signing.signing,
    registerFailures: signing.registerFailures,
    sessions: {
      insert: async (session) => void tables.sessions.set(session.tokenHash, { ...session }),
      find: async (tokenHash) => copyOf(tables.sessions.get(tokenHash)),
      async extend(tokenHash, idleExpiresAt) {
        const session = tables.sessions.get(tokenHash);
        if (session) session.idleExpiresAt = idleExpiresAt;
        return session !== undefined;
      },
      delete: async (tokenHash) => void tables.sessions.delete(tokenHash),
      deleteEnded: async (now) =>
        deleteWhere(tables.sessions, (session) => session.idleExpiresAt <= now || session.expiresAt <= now),
    },
    eidOrders: {
      insert: async (order) => void tables.eidOrders.set(order.id, { ...order }),
      find: async (id) => copyOf(tables.eidOrders.get(id)),
      liveOf: async (ownerHash) =>
        [...tables.eidOrders.values()]
          .filter((order) => order.ownerHash === ownerHash && isLive(order.state))
          .map((order) => ({ ...order })),
      async update(order) {
        if (tables.eidOrders.get(order.id)?.version !== order.version) return false;
        tables.eidOrders.set(order.id, { ...order, version: order.version + 1 });
        return true;
      },
      async eraseIdentities(now) {
        const due = [...tables.eidOrders.values()].filter(({ purpose, sealedIdentity, expiresAt }) => purpose !== 'sign' && sealedIdentity !== undefined && expiresAt <= now);
        for (const order of due) Object.assign(order, { sealedIdentity: undefined, version: order.version + 1 });
        return due.length;
      },
      // A signature that is not taken in yet is not over.
      deleteCreatedBefore: async (instant) =>
        deleteWhere(tables.eidOrders, (order) => order.createdAt < instant && (order.purpose !== 'sign' || order.sealedIdentity === undefined)),
    },
    faqFeedback: {
      async count(question, helpful) {
        const total = tables.faqFeedback.get(question) ?? { helpful: 0, notHelpful: 0 };
        total[helpful ? 'helpful' : 'notHelpful'] += 1;
        tables.faqFeedback.set(question, total);
      },
      totals: async () =>
        [...tables.faqFeedback]
          .map(([question, total]) => ({ question, ...total }))
          .sort((a, b) => (a.question < b.question ? -1 : 1)),
    },
    ping: async () => {},
    close: async () => {},
    snapshot: () =>
      JSON.stringify({
        sessions: [...tables.sessions],
        eidOrders: [...tables.eidOrders],
        faqFeedback: [...tables.faqFeedback],
        cases: casesSnapshot(),
        signing: signing.snapshot(),
      }),
    restore(json) {
      const kept = snapshotSchema.parse(JSON.parse(json, instantsRevived));
      restoreCases(kept.cases);
      signing.restore(kept.signing);
      tables.sessions = new Map(kept.sessions);
      tables.eidOrders = new Map(kept.eidOrders);
      tables.faqFeedback = new Map(kept.faqFeedback);
    },
  };
}

/** Rows are handed over as copies: what a caller does to one is not stored until it is written. */
function copyOf<Row extends object>(row: Row | undefined): Row | undefined {
  return row && { ...row };
}

function deleteWhere<Row>(table: Map<string, Row>, matches: (row: Row) => boolean): number {
  const before = table.size;
  for (const [key, row] of table) if (matches(row)) table.delete(key);
  return before - table.size;
}

/** Every field whose name ends in `At` is an instant. */
function instantsRevived(key: string, value: unknown): unknown {
  return key.endsWith('At') && typeof value === 'string' ? new Date(value) : value;
}
