import type pg from 'pg';
import type { OnceStore } from '../../cases/once-store.ts';
import type { DraftStore, PersonCase, ReadMarkStore, StoredDraft } from '../../cases/personal-store.ts';
import type { StoredUpload, UploadStore } from '../../cases/upload-store.ts';
import { epoch } from './case-rows.ts';
import { inTransaction } from './in-transaction.ts';

const place = 'person_key = $1 and source = $2 and case_id = $3';
const placeOf = ({ personKey, source, caseId }: PersonCase) => [personKey, source, caseId];

/** Up to when each person has seen each case. */
export function readMarksIn(pool: pg.Pool): ReadMarkStore {
  return {
    async find(where) {
      const { rows } = await pool.query<{ readUpTo: Date }>(
        `select read_up_to as "readUpTo" from case_read_marks where ${place}`,
        placeOf(where),
      );
      return rows[0]?.readUpTo;
    },
    async of(personKey) {
      const { rows } = await pool.query<{ source: string; caseId: string; readUpTo: number }>(
        `select source, case_id as "caseId", ${epoch('read_up_to')} as "readUpTo" from case_read_marks where person_key = $1`,
        [personKey],
      );
      return rows.map(({ source, caseId, readUpTo }) => ({ personKey, source, caseId, readUpTo: new Date(readUpTo) }));
    },
    async set(marks) {
      await pool.query(
        `insert into case_read_marks (person_key, source, case_id, read_up_to)
         select * from jsonb_to_recordset($1) as t ("personKey" text, source text, "caseId" text, "readUpTo" timestamptz)
         on conflict (person_key, source, case_id) do update set read_up_to = excluded.read_up_to`,
        [JSON.stringify(marks)],
      );
    },
    async clear(where) {
      await pool.query(`delete from case_read_marks where ${place}`, placeOf(where));
    },
  };
}

/** Replies that are not sent. */
export function draftsIn(pool: pg.Pool): DraftStore {
  return {
    async find(where) {
      const { rows } = await pool.query<StoredDraft>(
        `select person_key as "personKey", source, case_id as "caseId", sealed_text as "sealedText",
                upload_ids as "uploadIds", saved_at as "savedAt"
         from case_drafts where ${place}`,
        placeOf(where),
      );
      return rows[0];
    },
    async save(draft) {
      await pool.query(
        `insert into case_drafts (person_key, source, case_id, sealed_text, upload_ids, saved_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (person_key, source, case_id) do update set
           sealed_text = excluded.sealed_text, upload_ids = excluded.upload_ids, saved_at = excluded.saved_at`,
        [...placeOf(draft), draft.sealedText, draft.uploadIds, draft.savedAt],
      );
    },
    async delete(where) {
      await pool.query(`delete from case_drafts where ${place}`, placeOf(where));
    },
    async deleteSavedBefore(instant) {
      return (await pool.query('delete from case_drafts where saved_at < $1', [instant])).rowCount ?? 0;
    },
  };
}

type UploadRow = Omit<StoredUpload, 'mediaType'> & { mediaType: string | null };

/** Files on their way, kept in the pieces that they came in. */
export function uploadsIn(pool: pg.Pool): UploadStore {
  return {
    insert: ({ id, personKey, fileName, metadata, size, received, mediaType, createdAt }, most) =>
      inTransaction(pool, async (client) => {
        // One at a time for each person, so that none counts without another that is on its way.
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [personKey]);
        const { rowCount } = await client.query(
          `insert into uploads (id, person_key, file_name, metadata, size, received, media_type, created_at)
           select $1, $2, $3, $4, $5::integer, $6::integer, $7, $8::timestamptz
           where (select count(*) < $9::integer and coalesce(sum(size), 0) + $5::integer <= $10::bigint from uploads where person_key = $2)`,
          [id, personKey, fileName, metadata, size, received, mediaType, createdAt, most.files, most.bytes],
        );
        return rowCount === 1;
      }),
    async find(id) {
      const { rows } = await pool.query<UploadRow>(
        `select id, person_key as "personKey", file_name as "fileName", metadata, size, received, media_type as "mediaType",
                created_at as "createdAt"
         from uploads where id = $1`,
        [id],
      );
      return rows[0] && { ...rows[0], mediaType: rows[0].mediaType ?? undefined };
    },
    async append(id, offset, bytes, mediaType) {
      const { rowCount } = await pool.query(
        `with moved as (
           update uploads set received = received + length($3::bytea), media_type = $4 where id = $1 and received = $2 returning id
         )
         insert into upload_pieces (upload_id, position, bytes) select id, $2, $3 from moved`,
        [id, offset, bytes, mediaType],
      );
      return rowCount === 1;
    },
    async bytesOf(id) {
      const { rows } = await pool.query<{ bytes: Uint8Array }>('select bytes from upload_pieces where upload_id = $1 order by position', [id]);
      return new Uint8Array(Buffer.concat(rows.map(({ bytes }) => bytes)));
    },
    async delete(id) {
      await pool.query('delete from uploads where id = $1', [id]);
    },
    async deleteCreatedBefore(instant) {
      return (await pool.query('delete from uploads where created_at < $1', [instant])).rowCount ?? 0;
    },
    async deleteForsaken(instant) {
      const { rowCount } = await pool.query(
        `delete from uploads where created_at < $1 and received < size
         and not exists (select from case_drafts where uploads.id = any (upload_ids))`,
        [instant],
      );
      return rowCount ?? 0;
    },
  };
}

/** Calls that are to have their effect once. */
export function onceIn(pool: pg.Pool): OnceStore {
  return {
    async begin({ personKey, key, fingerprint, begunAt }, giveUpOn) {
      const begun = await pool.query(
        `insert into once_calls (person_key, key, fingerprint, begun_at) values ($1, $2, $3, $4)
         on conflict (person_key, key) do update set fingerprint = excluded.fingerprint, begun_at = excluded.begun_at
         where once_calls.answer is null and once_calls.begun_at < $5`,
        [personKey, key, fingerprint, begunAt, giveUpOn],
      );
      if (begun.rowCount === 1) return { at: 'begun' };
      const { rows } = await pool.query<{ fingerprint: string; answer: string | null }>(
        'select fingerprint, answer from once_calls where person_key = $1 and key = $2',
        [personKey, key],
      );
      const [known] = rows;
      // Abandoned between the two statements: whoever asks again will begin it.
      if (!known || known.answer === null) return { at: 'running', fingerprint: known?.fingerprint ?? fingerprint };
      return { at: 'done', fingerprint: known.fingerprint, answer: known.answer };
    },
    async finish(personKey, key, answer) {
      await pool.query('update once_calls set answer = $3 where person_key = $1 and key = $2', [personKey, key, answer]);
    },
    async abandon(personKey, key) {
      await pool.query('delete from once_calls where person_key = $1 and key = $2', [personKey, key]);
    },
    async deleteBegunBefore(instant) {
      return (await pool.query('delete from once_calls where begun_at < $1', [instant])).rowCount ?? 0;
    },
  };
}
