import type { StoredEidOrder, StoredSession } from '../../store/store.ts';

/** A row of `sessions` as the database gives it. */
export interface SessionRow {
  token_hash: string;
  sealed_identity: string;
  provider: string;
  loa: string;
  created_at: Date;
  idle_expires_at: Date;
  expires_at: Date;
}

export function sessionFrom(row: SessionRow): StoredSession {
  return {
    tokenHash: row.token_hash,
    sealedIdentity: row.sealed_identity,
    provider: row.provider,
    loa: row.loa,
    createdAt: row.created_at,
    idleExpiresAt: row.idle_expires_at,
    expiresAt: row.expires_at,
  };
}

/** A row of `eid_orders` as the database gives it. */
export interface EidOrderRow {
  id: string;
  owner_hash: string;
  purpose: StoredEidOrder['purpose'];
  provider: string;
  device: StoredEidOrder['device'];
  state: StoredEidOrder['state'];
  hint: string | null;
  failure_code: string | null;
  sealed_provider_state: string;
  sealed_identity: string | null;
  loa: string | null;
  became_session: string | null;
  return_to: string | null;
  across_sites: boolean;
  handoff_hash: string | null;
  created_at: Date;
  next_collect_at: Date;
  in_turn: boolean;
  expires_at: Date;
  restarts: number;
  version: number;
}

export function eidOrderFrom(row: EidOrderRow): StoredEidOrder {
  return {
    id: row.id,
    ownerHash: row.owner_hash,
    purpose: row.purpose,
    provider: row.provider,
    device: row.device,
    state: row.state,
    hint: row.hint ?? undefined,
    failureCode: row.failure_code ?? undefined,
    sealedProviderState: row.sealed_provider_state,
    sealedIdentity: row.sealed_identity ?? undefined,
    loa: row.loa ?? undefined,
    becameSession: row.became_session ?? undefined,
    returnTo: row.return_to ?? undefined,
    acrossSites: row.across_sites,
    handoffHash: row.handoff_hash ?? undefined,
    createdAt: row.created_at,
    nextCollectAt: row.next_collect_at,
    inTurn: row.in_turn,
    expiresAt: row.expires_at,
    restarts: row.restarts,
    version: row.version,
  };
}

const eidOrderFields = {
  id: (order) => order.id,
  owner_hash: (order) => order.ownerHash,
  purpose: (order) => order.purpose,
  provider: (order) => order.provider,
  device: (order) => order.device,
  state: (order) => order.state,
  hint: (order) => order.hint,
  failure_code: (order) => order.failureCode,
  sealed_provider_state: (order) => order.sealedProviderState,
  sealed_identity: (order) => order.sealedIdentity,
  loa: (order) => order.loa,
  became_session: (order) => order.becameSession,
  return_to: (order) => order.returnTo,
  across_sites: (order) => order.acrossSites,
  handoff_hash: (order) => order.handoffHash,
  created_at: (order) => order.createdAt,
  next_collect_at: (order) => order.nextCollectAt,
  in_turn: (order) => order.inTurn,
  expires_at: (order) => order.expiresAt,
  restarts: (order) => order.restarts,
  version: (order) => order.version,
} satisfies Record<keyof EidOrderRow, (order: StoredEidOrder) => unknown>;

/** The columns of `eid_orders`, `id` first, in the order of `eidOrderValues`. */
export const eidOrderColumns = Object.keys(eidOrderFields);
export const eidOrderValues = (order: StoredEidOrder): unknown[] =>
  Object.values(eidOrderFields).map((field) => field(order));
