import type pg from 'pg';
import type { Log } from '../../log.ts';
import { endedStates } from '../../store/store.ts';
import type { EidOrderStore, FaqFeedbackStore, SessionStore, Store } from '../../store/store.ts';
import { casesIn } from './case-tables.ts';
import { tellingOutages } from './outage.ts';
import { openPool } from './pool.ts';
import { draftsIn, onceIn, readMarksIn, uploadsIn } from './reply-tables.ts';
import { eidOrderColumns, eidOrderFrom, eidOrderValues, sessionFrom } from './rows.ts';
import type { EidOrderRow, SessionRow } from './rows.ts';
import { registerFailuresIn, signingIn } from './signing-tables.ts';

/** The store on a PostgreSQL whose tables are up to date. @throws StoreOutage from any call while the database cannot be reached or does not answer. */
export function createPostgresStore(connection: pg.PoolConfig, log: Log): Store {
  const pool = openPool(connection, log);
  return tellingOutages<Store>({
    sessions: sessionsIn(pool),
    eidOrders: eidOrdersIn(pool),
    faqFeedback: faqFeedbackIn(pool),
    cases: casesIn(pool),
    readMarks: readMarksIn(pool),
    drafts: draftsIn(pool),
    uploads: uploadsIn(pool),
    once: onceIn(pool),
    signing: signingIn(pool),
    registerFailures: registerFailuresIn(pool),
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  });
}

function sessionsIn(pool: pg.Pool): SessionStore {
  return {
    async insert(session) {
      const { tokenHash, sealedIdentity, provider, loa, createdAt, idleExpiresAt, expiresAt } = session;
      await pool.query(
        `insert into sessions (token_hash, sealed_identity, provider, loa, created_at, idle_expires_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [tokenHash, sealedIdentity, provider, loa, createdAt, idleExpiresAt, expiresAt],
      );
    },
    async find(tokenHash) {
      const { rows } = await pool.query<SessionRow>('select * from sessions where token_hash = $1', [tokenHash]);
      return rows[0] && sessionFrom(rows[0]);
    },
    async extend(tokenHash, idleExpiresAt) {
      const result = await pool.query('update sessions set idle_expires_at = $2 where token_hash = $1', [tokenHash, idleExpiresAt]);
      return result.rowCount === 1;
    },
    async delete(tokenHash) {
      await pool.query('delete from sessions where token_hash = $1', [tokenHash]);
    },
    async deleteEnded(now) {
      const result = await pool.query('delete from sessions where idle_expires_at <= $1 or expires_at <= $1', [now]);
      return result.rowCount ?? 0;
    },
  };
}

function eidOrdersIn(pool: pg.Pool): EidOrderStore {
  const names = eidOrderColumns.join(', ');
  const places = eidOrderColumns.map((_, index) => `$${index + 1}`).join(', ');
  return {
    async insert(order) {
      await pool.query(`insert into eid_orders (${names}) values (${places})`, eidOrderValues(order));
    },
    async find(id) {
      const { rows } = await pool.query<EidOrderRow>('select * from eid_orders where id = $1', [id]);
      return rows[0] && eidOrderFrom(rows[0]);
    },
    async liveOf(ownerHash) {
      const { rows } = await pool.query<EidOrderRow>(
        `select * from eid_orders where owner_hash = $1 and state <> all ($2) order by created_at`,
        [ownerHash, endedStates],
      );
      return rows.map(eidOrderFrom);
    },
    async update(order) {
      const result = await pool.query(
        `update eid_orders set (${names}) = row (${places}) where id = $1 and version = $${eidOrderColumns.length + 1}`,
        [...eidOrderValues({ ...order, version: order.version + 1 }), order.version],
      );
      return result.rowCount === 1;
    },
    async eraseIdentities(now) {
      const result = await pool.query(
        "update eid_orders set sealed_identity = null, version = version + 1 where purpose <> 'sign' and sealed_identity is not null and expires_at <= $1",
        [now],
      );
      return result.rowCount ?? 0;
    },
    async deleteCreatedBefore(instant) {
      // A signature that is not taken in yet is not over.
      const result = await pool.query(`delete from eid_orders where created_at < $1 and (purpose <> 'sign' or sealed_identity is null)`, [instant]);
      return result.rowCount ?? 0;
    },
  };
}

function faqFeedbackIn(pool: pg.Pool): FaqFeedbackStore {
  return {
    async count(question, helpful, day) {
      await pool.query(
        `insert into faq_feedback (question, day, helpful, not_helpful) values ($1, $2, $3, $4)
         on conflict (question, day) do update set
           helpful = faq_feedback.helpful + excluded.helpful,
           not_helpful = faq_feedback.not_helpful + excluded.not_helpful`,
        [question, day, helpful ? 1 : 0, helpful ? 0 : 1],
      );
    },
    async totals() {
      const { rows } = await pool.query<{ question: string; helpful: number; notHelpful: number }>(
        `select question, sum(helpful)::integer as helpful, sum(not_helpful)::integer as "notHelpful"
         from faq_feedback group by question order by question collate "C"`,
      );
      return rows;
    },
  };
}
