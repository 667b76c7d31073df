import type pg from 'pg';
import { linked } from '../../signing/audit-chain.ts';
import type { AuditStep } from '../../signing/audit-chain.ts';
import { canSign } from '../../signing/round.machine.ts';
import type { OutboxEntry, SigningChange, StoredEvidence, StoredSigning } from '../../signing/signing-store.ts';
import { appendToCase, endCasePart, updateCase } from './case-tables.ts';
import { auditColumns, auditFrom, signingValues } from './signing-rows.ts';
import type { AuditTableRow } from './signing-rows.ts';

/** Another change came first: what this one was made from is no longer so. */
export class Outdated extends Error {}

/** The task of the job queue that carries out an entry of the outbox. */
export const outboxTask = 'outbox';
/** The last attempt comes some three days after the first. */
const mostAttempts = 20;

/** Stores a new signing, whose case is there already. */
export async function insertSigning(client: pg.ClientBase, { signing }: SigningChange): Promise<void> {
  const { id, caseId, serviceId, startedAt, version } = signing;
  await client.query(
    `insert into signings (id, case_id, service_id, started_at, version, round, phase, disclosure, sealed_people, since, expires_at, checked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, caseId, serviceId, startedAt, version, ...signingValues(signing)],
  );
}

/** Writes the signing over the version that it was read at. @throws Outdated when there is another by now. */
export async function updateSigning(client: pg.ClientBase, { signing }: SigningChange): Promise<void> {
  const { rowCount } = await client.query(
    `update signings set version = version + 1,
       round = $3, phase = $4, disclosure = $5, sealed_people = $6, since = $7, expires_at = $8, checked_at = $9
     where id = $1 and version = $2`,
    [signing.id, signing.version, ...signingValues(signing)],
  );
  if (rowCount !== 1) throw new Outdated();
}

/** Writes all of a change but the signing itself. @throws Outdated when the order was settled by another call. */
export async function writeRest(client: pg.ClientBase, change: SigningChange): Promise<void> {
  const { signing, document, order, evidence } = change;
  if (order) await settle(client, order.id, order.outcome);
  await writeWaits(client, signing);
  if (document) {
    await client.query('insert into signing_documents (signing_id, version, hash, sealed_content) values ($1, $2, $3, $4)', [
      signing.id,
      document.version,
      document.hash,
      document.sealedContent,
    ]);
  }
  await writeInvitations(client, change);
  if (evidence) await insertEvidence(client, signing.id, evidence);
  if (change.case) await writeCase(client, signing.caseId, change.case);
  for (const entry of change.outbox ?? []) await queue(client, entry);
  await addToAudit(client, change.audit);
}

async function settle(client: pg.ClientBase, orderId: string, outcome: string): Promise<void> {
  const { rowCount } = await client.query('update signing_orders set outcome = $2 where order_id = $1 and outcome is null', [orderId, outcome]);
  if (rowCount !== 1) throw new Outdated();
  await client.query('update eid_orders set sealed_identity = null where id = $1', [orderId]);
}

async function writeWaits(client: pg.ClientBase, { id, round }: StoredSigning): Promise<void> {
  const waiting = round.parties.map(({ key }) => key).filter((key) => canSign(round, key));
  await client.query('delete from signing_waits where signing_id = $1 and person_key <> all ($2)', [id, waiting]);
  await client.query('insert into signing_waits (signing_id, person_key) select $1, unnest($2::text[]) on conflict do nothing', [id, waiting]);
}

async function writeInvitations(client: pg.ClientBase, { signing, at, revokedOf = [], invitations = [] }: SigningChange): Promise<void> {
  await client.query(
    'update signing_invitations set revoked_at = $3 where signing_id = $1 and person_key = any ($2) and revoked_at is null',
    [signing.id, revokedOf, at],
  );
  for (const { tokenHash, signingId, personKey, createdAt, expiresAt, revokedAt } of invitations) {
    await client.query(
      'insert into signing_invitations (token_hash, signing_id, person_key, created_at, expires_at, revoked_at) values ($1, $2, $3, $4, $5, $6)',
      [tokenHash, signingId, personKey, createdAt, expiresAt, revokedAt],
    );
  }
}

async function insertEvidence(client: pg.ClientBase, signingId: string, evidence: StoredEvidence): Promise<void> {
  await client.query(
    'insert into signing_evidence (signing_id, person_key, document_version, document_hash, sealed_evidence, at) values ($1, $2, $3, $4, $5, $6)',
    [signingId, evidence.personKey, evidence.documentVersion, evidence.documentHash, evidence.sealedEvidence, evidence.at],
  );
}

async function writeCase(client: pg.ClientBase, caseId: string, change: NonNullable<SigningChange['case']>): Promise<void> {
  await updateCase(client, change.case, change.parts);
  if (change.events.length > 0) await appendToCase(client, caseId, { events: [...change.events] }, change.case.updatedAt);
  for (const key of change.endedParts) await endCasePart(client, caseId, key);
}

/** The entry and the job that carries it out: there is never one of them without the other. */
async function queue(client: pg.ClientBase, entry: OutboxEntry): Promise<void> {
  await client.query(
    'insert into signing_outbox (id, signing_id, kind, person_key, sealed_token, state, queued_at, settled_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [entry.id, entry.signingId, entry.kind, entry.personKey, entry.sealedToken, entry.state, entry.queuedAt, entry.settledAt],
  );
  await addOutboxJob(client, entry.id);
}

/** The job that carries an entry of the outbox out; it takes the place of an earlier one. */
export async function addOutboxJob(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<void> {
  await client.query(`select graphile_worker.add_job($1, json_build_object('id', $2::text), job_key := $2, max_attempts := $3)`, [outboxTask, id, mostAttempts]);
}

/** Adds to the chain, one transaction after the other: each row builds on the one before. */
export async function addToAudit(client: pg.ClientBase, steps: readonly AuditStep[]): Promise<void> {
  if (steps.length === 0) return;
  await client.query(`select pg_advisory_xact_lock(hashtext('signing_audit'))`);
  const { rows } = await client.query<AuditTableRow>(`select ${auditColumns} from signing_audit order by signing_audit.position desc limit 1`);
  let last = rows[0] && auditFrom(rows[0]);
  for (const step of steps) {
    last = await linked(step, last);
    await client.query(
      'insert into signing_audit (position, at, signing_id, actor, act, outcome, previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [last.position, last.at, last.signingId, last.actor, last.act, last.outcome, last.previousHash, last.hash],
    );
  }
}
