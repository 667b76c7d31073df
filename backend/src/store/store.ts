import type { EidOrderState, EidPurpose } from '../../../src/contract/eid-order.ts';
import type { CaseStores } from '../cases/case-stores.ts';
import type { SigningStores } from '../signing/signing-store.ts';

/** A session row. The browser holds the token; only its SHA-256 is stored. */
export interface StoredSession {
  tokenHash: string;
  /** The identity as the e-ID vouched for it, sealed; opened only where it is needed. */
  sealedIdentity: string;
  provider: string;
  loa: string;
  createdAt: Date;
  idleExpiresAt: Date;
  expiresAt: Date;
}

export interface SessionStore {
  insert(session: StoredSession): Promise<void>;
  find(tokenHash: string): Promise<StoredSession | undefined>;
  /** Answers whether there was such a session. */
  extend(tokenHash: string, idleExpiresAt: Date): Promise<boolean>;
  delete(tokenHash: string): Promise<void>;
  /** Deletes what ended before `now`; answers how many. */
  deleteEnded(now: Date): Promise<number>;
}

/** States that an order never leaves. */
export const endedStates: readonly EidOrderState[] = ['complete', 'failed', 'cancelled', 'expired'];

/** Whether an order in this state can still come to something. */
export const isLive = (state: EidOrderState): boolean => !endedStates.includes(state);

/** An e-ID order row. `id` is what the browser knows; the provider's own reference is inside `sealedProviderState`. */
export interface StoredEidOrder {
  id: string;
  /** SHA-256 of the secret in the cookie of the browser that started it; nobody else can see or end the order. */
  ownerHash: string;
  purpose: EidPurpose;
  provider: string;
  device: 'same' | 'other';
  state: EidOrderState;
  hint: string | undefined;
  failureCode: string | undefined;
  sealedProviderState: string;
  /** Set when `state` is `complete` and the purpose is not `test`; of a signature it holds the evidence too, until it is taken in. */
  sealedIdentity: string | undefined;
  loa: string | undefined;
  /** Token hash of the session that this order became, so that a lost answer can be asked for again. */
  becameSession: string | undefined;
  /** The page to come back to, for an e-ID whose own page the citizen leaves ours for; absent for any other. */
  returnTo: string | undefined;
  /** Whether that page is on another site than the backend, which its cookie does not come along from: then a handoff code does. */
  acrossSites: boolean;
  /** SHA-256 of the handoff code, from when the login is complete until it has been used. */
  handoffHash: string | undefined;
  createdAt: Date;
  nextCollectAt: Date;
  /** Whether a turn has begun and not ended: it is under way, or what the provider said in it is lost. */
  inTurn: boolean;
  /** When the citizen's time is up. */
  expiresAt: Date;
  /** Times that the order was silently started anew. */
  restarts: number;
  /** Counts up at each update. */
  version: number;
}

export interface EidOrderStore {
  insert(order: StoredEidOrder): Promise<void>;
  find(id: string): Promise<StoredEidOrder | undefined>;
  /** Orders of this browser that have not ended. */
  liveOf(ownerHash: string): Promise<StoredEidOrder[]>;
  /** Writes `order` with `version + 1` if the stored version is still `order.version`; answers whether it did. */
  update(order: StoredEidOrder): Promise<boolean>;
  /** Erases the identities of orders whose time was up at `now`; answers how many. Signatures that are not taken in yet stay. Whoever read such an order before cannot update it. */
  eraseIdentities(now: Date): Promise<number>;
  /** Deletes those, save signatures that are not taken in yet; answers how many. */
  deleteCreatedBefore(instant: Date): Promise<number>;
}

export interface FaqFeedbackStore {
  /** Counts an answer. Nothing else is kept: no person, no time finer than the day. */
  count(question: string, helpful: boolean, day: string): Promise<void>;
  totals(): Promise<{ question: string; helpful: number; notHelpful: number }[]>;
}

/** Thrown by a store that cannot be reached, or that gives no answer, for now: whoever asks again later may have one. */
export class StoreOutage extends Error {
  constructor(cause: unknown) {
    super('The store cannot be reached.', { cause });
    this.name = 'StoreOutage';
  }
}

/** Where the backend keeps things. PostgreSQL in earnest; memory for route tests and the demo inside a browser. */
export interface Store extends CaseStores, SigningStores {
  sessions: SessionStore;
  eidOrders: EidOrderStore;
  faqFeedback: FaqFeedbackStore;
  /** Rejects when the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
