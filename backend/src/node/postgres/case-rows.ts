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

/** Milliseconds since 1970. A list has thousands of instants, and the driver takes its time over each that is a `timestamptz`. */
type Epoch = number;
/** The instant in `column` as `Epoch`. */
export const epoch = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** A case in a person's list. */
export interface ListRow extends PartRow {
  content: string;
  updated_at: Epoch;
  last_at: Epoch | null;
  last_text: string | null;
  event_news: Epoch[] | null;
  message_news: Epoch[] | null;
}

export const caseRowFrom = (row: ListRow): CaseRow => ({
  case: storedCaseFrom(row.content, new Date(row.updated_at)),
  part: partFrom(row),
  lastEvent: row.last_at !== null && row.last_text !== null ? { at: new Date(row.last_at), text: row.last_text } : undefined,
  news: [...(row.event_news ?? []), ...(row.message_news ?? [])].sort((a, b) => a - b).map((at) => new Date(at)),
});

/** The case that `cases.content` holds, its instants named one by one: to look for them in every field takes longer than all the rest of a list. */
export function storedCaseFrom(content: string, updatedAt: Date): StoredCase {
  const one: StoredCase = JSON.parse(content);
  one.updatedAt = updatedAt;
  if (one.dueAt) one.dueAt = new Date(one.dueAt);
  for (const step of one.steps) if (step.at) step.at = new Date(step.at);
  if (one.decision) one.decision.at = new Date(one.decision.at);
  if (one.decision?.appealUntil) one.decision.appealUntil = new Date(one.decision.appealUntil);
  return one;
}

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
