import type pg from 'pg';
import type { RegisterFailureStore, SigningStore, StoredEvidence, StoredSignedDocument } from '../../signing/signing-store.ts';
import { insertCases } from './case-tables.ts';
import { inTransaction } from './in-transaction.ts';
import {
  auditColumns,
  auditFrom,
  invitationColumns,
  invitationFrom,
  orderColumns,
  orderFrom,
  outboxColumns,
  outboxFrom,
  signingColumns,
  signingFrom,
} from './signing-rows.ts';
import type { AuditTableRow, InvitationRow, OrderRow, OutboxRow, SigningRow } from './signing-rows.ts';
import { addToAudit, insertSigning, Outdated, updateSigning, writeRest } from './write-signing.ts';

/** How many that are due are looked at in one go. */
const portion = 100;

/** The signing of cases, in tables. */
export function signingIn(pool: pg.Pool): SigningStore {
  async function one<Row extends pg.QueryResultRow, Found>(from: (row: Row) => Found, text: string, values: unknown[]): Promise<Found | undefined> {
    const { rows } = await pool.query<Row>(text, values);
    return rows[0] && from(rows[0]);
  }
  async function all<Row extends pg.QueryResultRow, Found>(from: (row: Row) => Found, text: string, values: unknown[] = []): Promise<Found[]> {
    return (await pool.query<Row>(text, values)).rows.map(from);
  }
  const idOf = ({ id }: { id: string }) => id;

  return {
    insert: (first, newCase) =>
      inTransaction(pool, async (client) => {
        await insertCases(client, [newCase]);
        await insertSigning(client, first);
        await writeRest(client, first);
      }),
    async commit(change) {
      try {
        await inTransaction(pool, async (client) => {
          await updateSigning(client, change);
          await writeRest(client, change);
        });
        return true;
      } catch (failure) {
        if (failure instanceof Outdated) return false;
        throw failure;
      }
    },
    find: (id) => one<SigningRow, ReturnType<typeof signingFrom>>(signingFrom, `select ${signingColumns} from signings where id = $1`, [id]),
    ofCase: (caseId) => one<SigningRow, ReturnType<typeof signingFrom>>(signingFrom, `select ${signingColumns} from signings where case_id = $1`, [caseId]),
    waitingOf: (personKey) =>
      all<SigningRow, ReturnType<typeof signingFrom>>(
        signingFrom,
        `select ${signingColumns} from signing_waits join signings on signings.id = signing_waits.signing_id
         where person_key = $1 order by expires_at, signings.id`,
        [personKey],
      ),
    uncheckedOf: (personKey, before) =>
      all<SigningRow, ReturnType<typeof signingFrom>>(
        signingFrom,
        `select ${signingColumns} from case_parts join signings on signings.case_id = case_parts.case_id
         where person_key = $1 and disclosure = 'open' and checked_at < $2`,
        [personKey, before],
      ),
    due: ({ now, collectingCheckedBefore, endedCheckedBefore }) =>
      all(
        idOf,
        `select id from signings
         where (phase = 'collecting' and (expires_at <= $1 or checked_at < $2)) or (phase <> 'collecting' and disclosure = 'open' and checked_at < $3)
         order by (phase = 'collecting' and expires_at <= $1) desc, checked_at limit ${portion}`,
        [now, collectingCheckedBefore, endedCheckedBefore],
      ),
    document: (signingId, version) =>
      one<StoredSignedDocument, StoredSignedDocument>(
        (row) => row,
        'select version, hash, sealed_content as "sealedContent" from signing_documents where signing_id = $1 and version = $2',
        [signingId, version],
      ),
    invitation: (tokenHash) => one<InvitationRow, ReturnType<typeof invitationFrom>>(invitationFrom, `select ${invitationColumns} from signing_invitations where token_hash = $1`, [tokenHash]),
    evidenceOf: (signingId) =>
      all<StoredEvidence, StoredEvidence>(
        (row) => row,
        `select person_key as "personKey", document_version as "documentVersion", document_hash as "documentHash", sealed_evidence as "sealedEvidence", at
         from signing_evidence
         where signing_id = $1 and document_version = (select (round->>'documentVersion')::integer from signings where id = $1)
         order by at, person_key`,
        [signingId],
      ),
    async addOrder({ orderId, signingId, personKey, documentVersion, sealedTexts, startedAt, outcome }) {
      await pool.query(
        `insert into signing_orders (order_id, signing_id, person_key, document_version, sealed_texts, started_at, outcome)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [orderId, signingId, personKey, documentVersion, sealedTexts, startedAt, outcome],
      );
    },
    order: (orderId) => one<OrderRow, ReturnType<typeof orderFrom>>(orderFrom, `select ${orderColumns} from signing_orders where order_id = $1`, [orderId]),
    async settleOrder(orderId, outcome, step) {
      await inTransaction(pool, async (client) => {
        const { rowCount } = await client.query('update signing_orders set outcome = $2 where order_id = $1 and outcome is null', [orderId, outcome]);
        await client.query('update eid_orders set sealed_identity = null where id = $1', [orderId]);
        if (step && rowCount === 1) await addToAudit(client, [step]);
      });
    },
    unsettledOrders: () => all<OrderRow, ReturnType<typeof orderFrom>>(orderFrom, `select ${orderColumns} from signing_orders where outcome is null order by started_at`),
    outboxEntry: (id) => one<OutboxRow, ReturnType<typeof outboxFrom>>(outboxFrom, `select ${outboxColumns} from signing_outbox where id = $1`, [id]),
    outboxOf: (signingId) => all<OutboxRow, ReturnType<typeof outboxFrom>>(outboxFrom, `select ${outboxColumns} from signing_outbox where signing_id = $1 order by id`, [signingId]),
    queued: () => all(idOf, `select id from signing_outbox where state = 'queued' order by id`),
    async settleEntry(id, state, at) {
      const { rowCount } = await pool.query(
        `update signing_outbox set state = $2, settled_at = $3, sealed_token = null where id = $1 and state = 'queued'`,
        [id, state, at],
      );
      return rowCount === 1;
    },
    serviceIds: () => all(({ id }: { id: string }) => id, 'select distinct service_id as id from signings'),
    endedBefore: (serviceId, phase, instant) =>
      all<{ id: string; caseId: string }, { id: string; caseId: string }>(
        (row) => row,
        `select id, case_id as "caseId" from signings
         where service_id = $1 and phase <> 'collecting' and (phase = 'complete') = $2 and since < $3 order by since`,
        [serviceId, phase === 'complete', instant],
      ),
    remove: (id, audit) =>
      inTransaction(pool, async (client) => {
        await client.query(`set local kommun.retention = 'signing_evidence'`);
        await client.query('delete from signing_evidence where signing_id = $1', [id]);
        const { rows } = await client.query<{ case_id: string }>('delete from signings where id = $1 returning case_id', [id]);
        await client.query('delete from cases where id = $1', [rows[0]?.case_id]);
        await addToAudit(client, [audit]);
      }),
    addAudit: (step) => inTransaction(pool, (client) => addToAudit(client, [step])),
    audit: () => all<AuditTableRow, ReturnType<typeof auditFrom>>(auditFrom, `select ${auditColumns} from signing_audit order by signing_audit.position`),
  };
}

/** How often a register has been silent for whom. */
export function registerFailuresIn(pool: pg.Pool): RegisterFailureStore {
  return {
    async count(personKey, at, since) {
      await pool.query('insert into register_failures (person_key, at) values ($1, $2)', [personKey, at]);
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::integer as count from register_failures where person_key = $1 and at > $2',
        [personKey, since],
      );
      return rows[0]?.count ?? 1;
    },
    async deleteBefore(instant) {
      return (await pool.query('delete from register_failures where at < $1', [instant])).rowCount ?? 0;
    },
  };
}
