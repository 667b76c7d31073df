import type { CaseStore } from './case-store.ts';
import type { OnceStore } from './once-store.ts';
import type { DraftStore, ReadMarkStore } from './personal-store.ts';
import type { UploadStore } from './upload-store.ts';

/** All that the case inbox stores. */
export interface CaseStores {
  cases: CaseStore;
  readMarks: ReadMarkStore;
  drafts: DraftStore;
  uploads: UploadStore;
  once: OnceStore;
}
