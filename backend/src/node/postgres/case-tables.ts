import type pg from 'pg';
import { jsonOf } from '../../cases/case-json.ts';
import type { CaseEntries, CasePart, CaseStore, NewCase, StoredCase } from '../../cases/case-store.ts';
import { caseRowFrom, documentFrom, epoch, eventFrom, messageFrom, partFrom, storedCaseFrom } from './case-rows.ts';
import type { DocumentRow, EventRow, ListRow, MessageRow, PartRow } from './case-rows.ts';
import { inTransaction } from './in-transaction.ts';

/** Cases are written in portions, so that no single statement grows without end. */
const portion = 500;

/** The municipality's own cases, in tables. */
export function casesIn(pool: pg.Pool): CaseStore {
  return {
    async insert(cases) {
      for (let start = 0; start < cases.length; start += portion) {
        await inTransaction(pool, (client) => insertCases(client, cases.slice(start, start + portion)));
      }
    },
    update: (changed, parts = []) => inTransaction(pool, (client) => updateCase(client, changed, parts)),
    endPart: (caseId, personKey) => endCasePart(pool, caseId, personKey),
    append: (caseId, entries, updatedAt) => inTransaction(pool, (client) => appendToCase(client, caseId, entries, updatedAt)),
    async markRead(caseId, upTo, readAt) {
      await pool.query('update case_messages set read_at = $3 where case_id = $1 and by_person is not null and read_at is null and at <= $2', [
        caseId,
        upTo,
        readAt,
      ]);
    },
    async pageOf(personKey, limit, before) {
      const { rows } = await pool.query<ListRow>(listed, [personKey, before ?? null, limit]);
      return rows.map(caseRowFrom);
    },
    async part(caseId, personKey) {
      const { rows } = await pool.query<PartRow>('select * from case_parts where case_id = $1 and person_key = $2', [caseId, personKey]);
      return rows[0] && partFrom(rows[0]);
    },
    async find(caseId) {
      const [cases, events, messages, documents] = await Promise.all([
        pool.query<{ content: string; updated_at: Date }>('select content::text, updated_at from cases where id = $1', [caseId]),
        pool.query<EventRow>('select * from case_events where case_id = $1 order by at, id', [caseId]),
        pool.query<MessageRow>('select * from case_messages where case_id = $1 order by at, id', [caseId]),
        pool.query<DocumentRow>(
          `select id, at, by_person, origin, title, file_name, media_type, size, expires_at
           from case_documents where case_id = $1 order by at, id`,
          [caseId],
        ),
      ]);
      const [found] = cases.rows;
      return (
        found && {
          case: storedCaseFrom(found.content, found.updated_at),
          events: events.rows.map(eventFrom),
          messages: messages.rows.map(messageFrom),
          documents: documents.rows.map(documentFrom),
        }
      );
    },
    async bytesOf(caseId, documentId) {
      const { rows } = await pool.query<{ bytes: Uint8Array }>('select bytes from case_documents where case_id = $1 and id = $2', [
        caseId,
        documentId,
      ]);
      return rows[0] && new Uint8Array(rows[0].bytes);
    },
  };
}

/** Case by case by index: `offset 0` keeps the planner from reading everybody's cases to find one person's thousand. */
const listed = `
  select one.content::text, ${epoch('one.updated_at')} as updated_at, parts.*,
    ${epoch('events.last_at')} as last_at, events.last_text, events.news as event_news, messages.news as message_news
  from (
    select * from case_parts
    where person_key = $1 and ($2::text is null or case_id < $2)
    order by case_id desc limit $3
  ) parts
  cross join lateral (select content, updated_at from cases where id = parts.case_id offset 0) one
  cross join lateral (
    select max(at) as last_at, (array_agg(content order by at desc, id desc))[1] as last_text,
      array_agg(${epoch('at')}) filter (where by_person is distinct from $1) as news
    from case_events where case_id = parts.case_id
  ) events
  cross join lateral (
    select array_agg(${epoch('at')}) as news
    from case_messages where case_id = parts.case_id and by_person is distinct from $1
  ) messages
  order by parts.case_id desc`;

/** Writes the case and the parts that are given; answers false when there is no such case. Part of the caller's transaction. */
export async function updateCase(client: pg.ClientBase, changed: StoredCase, parts: readonly CasePart[]): Promise<boolean> {
  const { rowCount } = await client.query('update cases set updated_at = $2, content = $3 where id = $1', [
    changed.id,
    changed.updatedAt,
    jsonOf(changed),
  ]);
  if (rowCount === 1) await insertParts(client, parts);
  return rowCount === 1;
}

/** Takes the person's part in the case away. */
export async function endCasePart(client: Pick<pg.Pool, 'query'>, caseId: string, personKey: string): Promise<void> {
  await client.query('delete from case_parts where case_id = $1 and person_key = $2', [caseId, personKey]);
}

/** Adds what has happened, in the caller's transaction. */
export async function appendToCase(client: pg.ClientBase, caseId: string, entries: Partial<CaseEntries>, updatedAt: Date): Promise<void> {
  await client.query('update cases set updated_at = $2 where id = $1', [caseId, updatedAt]);
  await insertEntries(client, [{ caseId, entries }]);
}

/** Stores new cases, in the caller's transaction. */
export async function insertCases(client: pg.ClientBase, cases: readonly NewCase[]): Promise<void> {
  const rows = cases.map(({ case: one }) => ({ id: one.id, updated_at: one.updatedAt, content: jsonOf(one) }));
  await client.query(
    `insert into cases (id, updated_at, content)
     select id, updated_at, content::jsonb from jsonb_to_recordset($1) as t (id text, updated_at timestamptz, content text)`,
    [JSON.stringify(rows)],
  );
  await insertParts(client, cases.flatMap((one) => one.parts.map((part) => ({ ...part, caseId: one.case.id }))));
  await insertEntries(client, cases.map((one) => ({ caseId: one.case.id, entries: one })));
}

async function insertParts(client: pg.ClientBase, parts: readonly CasePart[]): Promise<void> {
  const rows = parts.map(({ caseId, personKey, role, nextAction }) => ({
    case_id: caseId,
    person_key: personKey,
    role,
    next_action: nextAction ?? null,
  }));
  await client.query(
    `insert into case_parts (case_id, person_key, role, next_action)
     select case_id, person_key, role, nullif(next_action, 'null'::jsonb)
     from jsonb_to_recordset($1) as t (case_id text, person_key text, role text, next_action jsonb)
     on conflict (person_key, case_id) do update set role = excluded.role, next_action = excluded.next_action`,
    [JSON.stringify(rows)],
  );
}

async function insertEntries(client: pg.ClientBase, groups: readonly { caseId: string; entries: Partial<CaseEntries> }[]): Promise<void> {
  const events = groups.flatMap(({ caseId, entries }) =>
    (entries.events ?? []).map(({ id, at, by, text }) => ({ id, case_id: caseId, at, by_person: by ?? null, content: text })),
  );
  await client.query(
    `insert into case_events (id, case_id, at, by_person, content)
     select * from jsonb_to_recordset($1) as t (id text, case_id text, at timestamptz, by_person text, content text)`,
    [JSON.stringify(events)],
  );
  for (const { caseId, entries } of groups) {
    for (const { id, at, by, origin, title, fileName, mediaType, size, expiresAt, bytes } of entries.documents ?? []) {
      await client.query(
        `insert into case_documents (id, case_id, at, by_person, origin, title, file_name, media_type, size, expires_at, bytes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, caseId, at, by, origin, title, fileName, mediaType, size, expiresAt, bytes],
      );
    }
    for (const { id, at, by, senderName, text, documentIds, readAt } of entries.messages ?? []) {
      await client.query(
        `insert into case_messages (id, case_id, at, by_person, sender_name, content, document_ids, read_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, caseId, at, by, senderName, text, documentIds, readAt],
      );
    }
  }
}
