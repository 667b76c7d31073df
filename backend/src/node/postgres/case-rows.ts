import { valueOf } from '../../cases/case-json.ts';
import type { CaseEvent, CasePart, CaseRow, StoredCase, StoredDocument, StoredMessage } from '../../cases/case-store.ts';

/** A row of `case_parts` as the database gives it. */
export interface PartRow {
  case_id: string;
  person_key: string;
  role: CasePart['role'];
  next_action: NonNullable<CasePart['nextAction']> | null;
}

export const partFrom = (row: PartRow): CasePart => ({
  caseId: row.case_id,
  personKey: row.person_key,
  role: row.role,
  nextAction: row.next_action ?? undefined,
});

/** A case in a person's list. */
export interface ListRow extends PartRow {
  content: string;
  updated_at: Date;
  last_at: Date | null;
  last_text: string | null;
  news: Date[] | null;
}

export const caseRowFrom = (row: ListRow): CaseRow => ({
  case: { ...valueOf<StoredCase>(row.content), updatedAt: row.updated_at },
  part: partFrom(row),
  lastEvent: row.last_at && row.last_text !== null ? { at: row.last_at, text: row.last_text } : undefined,
  news: row.news ?? [],
});

/** A row of `case_events`. */
export interface EventRow {
  id: string;
  at: Date;
  by_person: string | null;
  content: string;
}

export const eventFrom = (row: EventRow): CaseEvent => ({ id: row.id, at: row.at, by: row.by_person ?? undefined, text: row.content });

/** A row of `case_messages`. */
export interface MessageRow extends EventRow {
  sender_name: string | null;
  document_ids: string[];
  read_at: Date | null;
}

export const messageFrom = (row: MessageRow): StoredMessage => ({
  ...eventFrom(row),
  senderName: row.sender_name ?? undefined,
  documentIds: row.document_ids,
  readAt: row.read_at ?? undefined,
});

/** A row of `case_documents` without its bytes. */
export interface DocumentRow {
  id: string;
  at: Date;
  by_person: string | null;
  origin: StoredDocument['origin'];
  title: string;
  file_name: string;
  media_type: string;
  size: number;
  expires_at: Date | null;
}

export const documentFrom = (row: DocumentRow): StoredDocument => ({
  id: row.id,
  at: row.at,
  by: row.by_person ?? undefined,
  origin: row.origin,
  title: row.title,
  fileName: row.file_name,
  mediaType: row.media_type,
  size: row.size,
  expiresAt: row.expires_at ?? undefined,
});
