import type { CaseStatus, NextAction } from '../../../src/contract/case.ts';

/** The person whose cases are asked for. `idNumber` goes to the source and nowhere else, above all not into a log. */
export interface CasePerson {
  /** The backend's own stable name for the person: a keyed hash. */
  key: string;
  idNumber: string;
}

/** `applicant` started it, `coSigner` is to sign it as well, `guardian` sees it because it is about their child. */
export type CaseRole = 'applicant' | 'coSigner' | 'guardian';

/** A case as a source tells it, before it is joined with others. Instants are real; a source without zones has been read as Swedish time. */
export interface SourceCase {
  /** The source's own id. */
  id: string;
  title: string;
  service: { id: string; name: string };
  references: string[];
  /** What it is called elsewhere: `caseName` of the same case in another source, or a name that both give it. */
  externalIds: string[];
  /** `unknown` where the source does not say. */
  concerns: { kind: 'me' } | { kind: 'unknown' } | { kind: 'child'; key: string; givenName: string };
  status: CaseStatus;
  sourceStatus: string;
  lastEvent: { at: Date; text: string } | undefined;
  updatedAt: Date;
  dueAt: Date | undefined;
  nextAction: { kind: NextAction; url?: string } | undefined;
  signing: { signed: number; required: number } | undefined;
  /** The person's own part in it; whoever has none stated started it. */
  myRole?: CaseRole;
  /** The level of assurance that opens it, when the municipality has set one. */
  requiresLoa?: string;
  /** Times of what the person may not have seen yet: messages and events by others, newest last. */
  news: Date[];
}

export interface SourceDocument {
  id: string;
  title: string;
  fileName: string;
  mediaType: string;
  size: number | undefined;
  at: Date;
  origin: 'you' | 'guardian' | 'municipality' | 'system';
  expiresAt: Date | undefined;
}

export interface SourceMessage {
  id: string;
  at: Date;
  from: 'you' | 'guardian' | 'municipality';
  senderName: string | undefined;
  text: string;
  documentIds: string[];
  /** When the other side had read it; `null` while it has not, and `undefined` where the source does not say. */
  readAt: Date | null | undefined;
}

/** One case in full. What a source does not know is left out or empty. */
export interface SourceCaseDetail extends SourceCase {
  summary: string | undefined;
  steps: { name: string; state: 'done' | 'current' | 'coming'; at?: Date; usualDays?: number }[];
  timeline: { id: string; at: Date; text: string }[];
  decision: { outcome: string; at: Date; howToAppeal?: string; appealUntil?: Date } | undefined;
  documents: SourceDocument[];
  messages: SourceMessage[];
  reply: { allowed: boolean; reason?: string };
  handler: { name: string; unit?: string; phone?: string } | undefined;
  relatedIds: string[];
}

/** Why a source gave no answer, `refused` being an answer: it does not let this person do that. No word of the source's own travels with it. */
export class CaseSourceError extends Error {
  readonly code: 'unavailable' | 'timed-out' | 'rejected' | 'unreadable' | 'refused';
  constructor(code: CaseSourceError['code'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** A system that has cases. Every call ends within the source's own time limit. */
export interface CaseSource {
  readonly id: string;
  /** What citizens read when it is silent. */
  readonly name: string;
  /** For how many milliseconds its list stays true; a minute unless stated. */
  readonly freshFor?: number;
  /** After how many milliseconds nobody waits for it any more; ten seconds unless stated. */
  readonly patience?: number;
  /** Every case that concerns the person; an empty list means that there are none. @throws CaseSourceError */
  list(person: CasePerson, signal?: AbortSignal): Promise<SourceCase[]>;
  /** `undefined` when it is not there or not this person's. @throws CaseSourceError */
  find(person: CasePerson, id: string, signal?: AbortSignal): Promise<SourceCaseDetail | undefined>;
  /** The bytes of a document of the person's own case. @throws CaseSourceError */
  document(person: CasePerson, caseId: string, documentId: string, signal?: AbortSignal): Promise<{ body: ReadableStream<Uint8Array> | Uint8Array; document: SourceDocument } | undefined>;
  /** Sends a reply; absent when the source takes none. @throws CaseSourceError */
  reply?(person: CasePerson, caseId: string, message: { text: string; files: { fileName: string; mediaType: string; bytes: Uint8Array }[] }): Promise<SourceMessage>;
}
