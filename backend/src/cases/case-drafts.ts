import type { ReplyDraft, ReplyDraftRequest } from '../../../src/contract/case.ts';
import type { Deps } from '../deps.ts';
import type { OpenCase, Viewer } from './case-inbox.ts';
import { takerOf } from './case-members.ts';
import type { PersonCase } from './personal-store.ts';
import type { StoredUpload } from './upload-store.ts';
import { createUploads } from './uploads.ts';

/** Replies that are not sent. Each person has their own, also in a case that several share. */
export interface CaseDrafts {
  /** An empty draft when there is none. */
  find(viewer: Viewer, opened: OpenCase): Promise<ReplyDraft>;
  /** Absent when one of the uploads is not this person's. */
  save(viewer: Viewer, opened: OpenCase, draft: ReplyDraftRequest): Promise<ReplyDraft | undefined>;
  /** Throws the draft and its files away. */
  discard(viewer: Viewer, opened: OpenCase): Promise<void>;
}

/** Where a reply to the case belongs, sent or not: in the system that takes it, whichever of its systems the case was opened by. */
export function replyPlaceOf(viewer: Viewer, opened: OpenCase): PersonCase {
  const { source, detail } = takerOf(opened.members) ?? opened;
  return { personKey: viewer.key, source: source.id, caseId: detail.id };
}

/** Drafts over the store, sealed. */
export function createCaseDrafts(deps: Pick<Deps, 'store' | 'clock' | 'seal' | 'random'>): CaseDrafts {
  const { store, clock, seal } = deps;
  const uploads = createUploads(deps);
  const purposeOf = ({ personKey, source, caseId }: PersonCase) => `case-draft:${personKey}:${source}:${caseId}`;
  const ownUploads = (viewer: Viewer, ids: readonly string[]) => Promise.all(ids.map((id) => uploads.find(viewer.key, id)));

  return {
    async find(viewer, opened) {
      const place = replyPlaceOf(viewer, opened);
      const draft = await store.drafts.find(place);
      if (!draft) return { text: '', uploads: [], savedAt: null };
      const files = await ownUploads(viewer, draft.uploadIds);
      return viewOf(await seal.open(draft.sealedText, purposeOf(place)), files.filter((file) => file !== undefined), draft.savedAt);
    },
    async save(viewer, opened, { text, uploadIds }) {
      const files = await ownUploads(viewer, uploadIds);
      const known = files.filter((file) => file !== undefined);
      if (known.length < files.length) return undefined;
      const place = replyPlaceOf(viewer, opened);
      const savedAt = clock.now();
      await store.drafts.save({ ...place, sealedText: await seal.seal(text, purposeOf(place)), uploadIds, savedAt });
      return viewOf(text, known, savedAt);
    },
    async discard(viewer, opened) {
      const place = replyPlaceOf(viewer, opened);
      const draft = await store.drafts.find(place);
      for (const id of draft?.uploadIds ?? []) await uploads.cancel(viewer.key, id);
      await store.drafts.delete(place);
    },
  };
}

const viewOf = (text: string, files: readonly StoredUpload[], savedAt: Date): ReplyDraft => ({
  text,
  uploads: files.map(({ id, fileName, size, received }) => ({ id, fileName, size, received })),
  savedAt: savedAt.toISOString(),
});
