import type { CaseStatus, NextAction } from '../../../src/contract/case.ts';
import type { CaseRole, SourceCaseDetail, SourceDocument } from './case-source.ts';

/** One of the municipality's own cases, the same for everybody who has a part in it. */
export interface StoredCase {
  /** Sorts by the time when the case was made. */
  id: string;
  title: string;
  service: { id: string; name: string };
  references: string[];
  /** As in `SourceCase`. */
  externalIds: string[];
  /** Whom it is about, when not the applicant; `key` is a keyed hash. */
  child: { key: string; givenName: string } | undefined;
  status: CaseStatus;
  sourceStatus: string;
  updatedAt: Date;
  dueAt: Date | undefined;
  signing: { signed: number; required: number } | undefined;
  requiresLoa: string | undefined;
  summary: string | undefined;
  steps: SourceCaseDetail['steps'];
  decision: SourceCaseDetail['decision'];
  reply: SourceCaseDetail['reply'];
  handler: SourceCaseDetail['handler'];
  relatedIds: string[];
}

/** One person's part in a case: the ground for everything that the person may see and do there. */
export interface CasePart {
  caseId: string;
  /** A keyed hash of the person's identity number. */
  personKey: string;
  role: CaseRole;
  /** What this person, and not the others, has to do now. */
  nextAction: { kind: NextAction; url?: string } | undefined;
}

/** Something that happened. `by` is a person's key, or absent when the municipality or its system did it. */
export interface CaseEvent {
  id: string;
  at: Date;
  by: string | undefined;
  text: string;
}

export interface StoredMessage {
  id: string;
  at: Date;
  by: string | undefined;
  /** The handler's name, when the municipality wrote. */
  senderName: string | undefined;
  text: string;
  documentIds: string[];
  /** When the municipality had read what a citizen wrote. */
  readAt: Date | undefined;
}

/** `origin` holds where `by` names no person. */
export interface StoredDocument extends Omit<SourceDocument, 'origin' | 'size'> {
  by: string | undefined;
  origin: 'municipality' | 'system';
  size: number;
}

/** What a case gathers over time. Nothing of it is ever taken away, or changed but for when a message was read. */
export interface CaseEntries {
  events: CaseEvent[];
  messages: StoredMessage[];
  documents: (StoredDocument & { bytes: Uint8Array })[];
}

export interface NewCase extends CaseEntries {
  case: StoredCase;
  parts: Omit<CasePart, 'caseId'>[];
}

/** A case as it stands in one person's list. */
export interface CaseRow {
  case: StoredCase;
  part: CasePart;
  lastEvent: { at: Date; text: string } | undefined;
  /** Times of messages and events by others than this person, oldest first. */
  news: Date[];
}

/** A case with all that it has gathered, oldest first; documents without their bytes. */
export interface CaseDossier extends Omit<CaseEntries, 'documents'> {
  case: StoredCase;
  documents: StoredDocument[];
}

/** The municipality's own cases. Who may see what is decided above, by `part`. */
export interface CaseStore {
  insert(cases: readonly NewCase[]): Promise<void>;
  /** Replaces the case itself, and the parts that are given; answers false when there is no such case. */
  update(changed: StoredCase, parts?: readonly CasePart[]): Promise<boolean>;
  /** Takes the person's part away, as when custody ends. For them the case is gone at once. */
  endPart(caseId: string, personKey: string): Promise<void>;
  /** Adds what has happened, and moves the time of the last change. */
  append(caseId: string, entries: Partial<CaseEntries>, updatedAt: Date): Promise<void>;
  /** Notes that the municipality at `readAt` had read what citizens had written until `upTo`. What it had read before keeps its time. */
  markRead(caseId: string, upTo: Date, readAt: Date): Promise<void>;
  /** The person's cases by falling id, those below `before` only. */
  pageOf(personKey: string, limit: number, before?: string): Promise<CaseRow[]>;
  part(caseId: string, personKey: string): Promise<CasePart | undefined>;
  find(caseId: string): Promise<CaseDossier | undefined>;
  bytesOf(caseId: string, documentId: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}
