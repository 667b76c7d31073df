import { replyLimits, uploadQuota } from '../../../src/contract/case.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../secrets/random.ts';
import { attachmentTypeOf, safeFileName, startLength } from './attachment.ts';
import type { StoredUpload } from './upload-store.ts';

/** For how many milliseconds a file that is not whole is surely kept. One that a draft has is kept with it. */
export const uploadLife = 86_400_000;

/** What came of a step: the upload as it is now, or why it was refused. */
export type UploadStep =
  | { ok: true; upload: StoredUpload }
  | {
      ok: false;
      code: 'upload-not-found' | 'upload-offset-mismatch' | 'upload-too-large' | 'upload-type-not-allowed' | 'upload-quota-exceeded';
    };

/** Files on their way to a reply. To another person than the one who sends it, a file does not exist. */
export interface Uploads {
  announce(personKey: string, file: { fileName: string; metadata: string; size: number }): Promise<UploadStep>;
  find(personKey: string, id: string): Promise<StoredUpload | undefined>;
  /** Adds what came after `offset`. A file that turns out to be of a wrong kind is deleted. */
  add(personKey: string, id: string, offset: number, bytes: Uint8Array): Promise<UploadStep>;
  /** Answers false when there is no such upload of this person's. */
  cancel(personKey: string, id: string): Promise<boolean>;
}

/** Uploads over the store. */
export function createUploads({ store: { uploads }, clock, random }: Pick<Deps, 'store' | 'clock' | 'random'>): Uploads {
  async function find(personKey: string, id: string): Promise<StoredUpload | undefined> {
    const upload = await uploads.find(id);
    return upload?.personKey === personKey ? upload : undefined;
  }

  /** The first bytes of the file, as far as they have come with `bytes`. */
  async function startOf({ id, received }: StoredUpload, bytes: Uint8Array): Promise<Uint8Array> {
    const before = received > 0 ? await uploads.bytesOf(id) : [];
    return Uint8Array.from([...before, ...bytes.subarray(0, startLength)].slice(0, startLength));
  }

  return {
    find,
    async announce(personKey, { fileName, metadata, size }) {
      if (size > replyLimits.bytes) return { ok: false, code: 'upload-too-large' };
      const upload: StoredUpload = {
        id: newId(random),
        personKey,
        fileName: safeFileName(fileName),
        metadata,
        size,
        received: 0,
        mediaType: undefined,
        createdAt: clock.now(),
      };
      return (await uploads.insert(upload, uploadQuota)) ? { ok: true, upload } : { ok: false, code: 'upload-quota-exceeded' };
    },

    async add(personKey, id, offset, bytes) {
      const upload = await find(personKey, id);
      if (!upload) return { ok: false, code: 'upload-not-found' };
      if (upload.received !== offset) return { ok: false, code: 'upload-offset-mismatch' };
      const received = offset + bytes.length;
      if (received > upload.size) return { ok: false, code: 'upload-too-large' };
      if (bytes.length === 0) return { ok: true, upload };

      const isTold = received >= Math.min(startLength, upload.size);
      const mediaType = upload.mediaType ?? (isTold ? attachmentTypeOf(await startOf(upload, bytes)) : undefined);
      if (isTold && mediaType === undefined) {
        await uploads.delete(id);
        return { ok: false, code: 'upload-type-not-allowed' };
      }
      if (!(await uploads.append(id, offset, bytes, mediaType))) return { ok: false, code: 'upload-offset-mismatch' };
      return { ok: true, upload: { ...upload, received, mediaType } };
    },

    async cancel(personKey, id) {
      const upload = await find(personKey, id);
      if (upload) await uploads.delete(id);
      return upload !== undefined;
    },
  };
}
