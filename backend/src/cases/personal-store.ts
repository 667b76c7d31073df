/** A case in whatever system it is, and one person. */
export interface PersonCase {
  personKey: string;
  source: string;
  caseId: string;
}

/** Up to when a person has seen a case. Each person has their own marks, also in a case that several share. */
export interface ReadMark extends PersonCase {
  readUpTo: Date;
}

export interface ReadMarkStore {
  /** Up to when the person has seen the case, if at all. */
  find(place: PersonCase): Promise<Date | undefined>;
  of(personKey: string): Promise<ReadMark[]>;
  set(marks: readonly ReadMark[]): Promise<void>;
  clear(place: PersonCase): Promise<void>;
}

/** A reply that its writer has not sent. */
export interface StoredDraft extends PersonCase {
  /** Sealed: nobody but its writer is to read what may never be sent. */
  sealedText: string;
  uploadIds: string[];
  savedAt: Date;
}

export interface DraftStore {
  find(place: PersonCase): Promise<StoredDraft | undefined>;
  save(draft: StoredDraft): Promise<void>;
  delete(place: PersonCase): Promise<void>;
  /** Deletes what was saved before `instant`; answers how many. */
  deleteSavedBefore(instant: Date): Promise<number>;
}
