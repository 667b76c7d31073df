import { jsonOf, valueOf } from '../../cases/case-json.ts';
import type { AuditRow } from '../../signing/audit-chain.ts';
import type { Round } from '../../signing/round.machine.ts';
import type { OutboxEntry, SigningOrder, StoredInvitation, StoredSigning } from '../../signing/signing-store.ts';

/** A row of `signings`, its round as text. */
export interface SigningRow {
  id: string;
  case_id: string;
  service_id: string;
  round_text: string;
  sealed_people: string;
  started_at: Date;
  checked_at: Date;
  version: number;
}

/** What `SigningRow` is read with. */
export const signingColumns = 'signings.*, signings.round::text as round_text';

export const signingFrom = (row: SigningRow): StoredSigning => ({
  id: row.id,
  caseId: row.case_id,
  serviceId: row.service_id,
  round: roundFrom(row.round_text),
  sealedPeople: row.sealed_people,
  startedAt: row.started_at,
  checkedAt: row.checked_at,
  version: row.version,
});

/** JSON drops what is undefined, which a round never does. */
const roundFrom = (text: string): Round => ({ ...valueOf<Round>(text), voidedAt: valueOf<Partial<Round>>(text).voidedAt });

/** The values of a signing's own columns from `round` on, with those that are there to be searched. */
export const signingValues = ({ round, sealedPeople, checkedAt }: StoredSigning): unknown[] => [
  jsonOf(round),
  round.phase.is,
  round.disclosure,
  sealedPeople,
  round.phase.sinceAt,
  round.expiresAt,
  checkedAt,
];

export const invitationColumns = `token_hash as "tokenHash", signing_id as "signingId", person_key as "personKey",
  created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"`;
export const orderColumns = `order_id as "orderId", signing_id as "signingId", person_key as "personKey",
  document_version as "documentVersion", sealed_texts as "sealedTexts", started_at as "startedAt", outcome`;
export const outboxColumns = `id, signing_id as "signingId", kind, person_key as "personKey", sealed_token as "sealedToken",
  state, queued_at as "queuedAt", settled_at as "settledAt"`;
export const auditColumns = `position::integer, at, signing_id as "signingId", actor, act, outcome,
  previous_hash as "previousHash", hash`;

type Nullable<Row, Name extends keyof Row> = Omit<Row, Name> & { [Key in Name]: Row[Key] | null };
export type InvitationRow = Nullable<StoredInvitation, 'revokedAt'>;
export type OrderRow = Nullable<SigningOrder, 'outcome'>;
export type OutboxRow = Nullable<OutboxEntry, 'personKey' | 'sealedToken' | 'settledAt'>;
export type AuditTableRow = Nullable<AuditRow, 'signingId' | 'actor'>;

export const invitationFrom = (row: InvitationRow): StoredInvitation => ({ ...row, revokedAt: row.revokedAt ?? undefined });
export const orderFrom = (row: OrderRow): SigningOrder => ({ ...row, outcome: row.outcome ?? undefined });
export const outboxFrom = (row: OutboxRow): OutboxEntry => ({
  ...row,
  personKey: row.personKey ?? undefined,
  sealedToken: row.sealedToken ?? undefined,
  settledAt: row.settledAt ?? undefined,
});
export const auditFrom = (row: AuditTableRow): AuditRow => ({ ...row, signingId: row.signingId ?? undefined, actor: row.actor ?? undefined });
