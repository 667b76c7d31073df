import type { CaseMessage, Reply } from '../../../src/contract/case.ts';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import { safeFileName } from './attachment.ts';
import type { CaseInbox, OpenCase, Viewer } from './case-inbox.ts';
import { CaseSourceError } from './case-source.ts';
import { replyPlaceOf } from './case-drafts.ts';
import { messageIn, takerOf } from './case-members.ts';
import { messageView } from './case-view.ts';
import { maskContactDetails } from './contact-details.ts';
import type { StoredUpload } from './upload-store.ts';
import { createUploads } from './uploads.ts';

export type ReplyOutcome =
  | { ok: true; message: CaseMessage }
  | {
      ok: false;
      code: 'reply-not-allowed' | 'upload-not-found' | 'upload-not-complete' | 'case-source-unavailable' | 'idempotency-key-reused' | 'conflict';
    };

/** Sends replies, each once. */
export interface CaseReplies {
  /** The same key with the same reply gives the same answer for a day, without sending anything again. */
  send(viewer: Viewer, opened: OpenCase, key: string, reply: Reply): Promise<ReplyOutcome>;
}

/** A reply that has been on its way for so long was lost with the process that sent it. */
const longestSending = 2 * 60_000;

/** Replies through the system that takes them. */
export function createCaseReplies(deps: Pick<Deps, 'store' | 'clock' | 'random' | 'keyedNames' | 'log'>, inbox: CaseInbox): CaseReplies {
  const { store, clock, keyedNames, log } = deps;
  const uploads = createUploads(deps);

  async function filesOf(files: readonly StoredUpload[]) {
    return Promise.all(
      files.map(async ({ id, fileName, mediaType = '' }) => ({ fileName: safeFileName(fileName, mediaType), mediaType, bytes: await store.uploads.bytesOf(id) })),
    );
  }

  async function sendNow(viewer: Viewer, { members, names }: OpenCase, { text, uploadIds }: Reply): Promise<ReplyOutcome> {
    const { source, detail } = takerOf(members) ?? {};
    if (!source?.reply || !detail) return { ok: false, code: 'reply-not-allowed' };
    const found = await Promise.all(uploadIds.map((id) => uploads.find(viewer.key, id)));
    const known = found.filter((upload) => upload !== undefined);
    if (known.length < found.length) return { ok: false, code: 'upload-not-found' };
    if (known.some(({ size, received }) => received < size)) return { ok: false, code: 'upload-not-complete' };
    try {
      const message = await source.reply(viewer, detail.id, { text, files: await filesOf(known) });
      return { ok: true, message: await messageView(messageIn(source, message), names, maskContactDetails) };
    } catch (failure) {
      if (failure instanceof CaseSourceError && failure.code === 'refused') return { ok: false, code: 'reply-not-allowed' };
      log.warn('case-reply-failed', { source: source.id, ...failureFields(failure) });
      return { ok: false, code: 'case-source-unavailable' };
    }
  }

  async function tidyUp(viewer: Viewer, opened: OpenCase, { uploadIds }: Reply): Promise<void> {
    await store.drafts.delete(replyPlaceOf(viewer, opened));
    for (const id of uploadIds) await store.uploads.delete(id);
    inbox.outdate(viewer.key);
  }

  return {
    async send(viewer, opened, key, reply) {
      const now = clock.now();
      const { source, caseId } = replyPlaceOf(viewer, opened);
      const asked = JSON.stringify([source, caseId, reply.text, reply.uploadIds]);
      const call = { personKey: viewer.key, key, fingerprint: await keyedNames.nameOf(asked, 'reply'), begunAt: now };
      const state = await store.once.begin(call, new Date(now.getTime() - longestSending));
      if (state.at !== 'begun') {
        if (state.fingerprint !== call.fingerprint) return { ok: false, code: 'idempotency-key-reused' };
        return state.at === 'done' ? { ok: true, message: JSON.parse(state.answer) } : { ok: false, code: 'conflict' };
      }
      let outcome: ReplyOutcome | undefined;
      try {
        outcome = await sendNow(viewer, opened, reply);
      } finally {
        if (outcome?.ok) await store.once.finish(viewer.key, key, JSON.stringify(outcome.message));
        else await store.once.abandon(viewer.key, key);
      }
      if (outcome.ok) await tidyUp(viewer, opened, reply);
      return outcome;
    },
  };
}
