/** A file on its way. Only whoever sends it may know of it. */
export interface StoredUpload {
  id: string;
  personKey: string;
  fileName: string;
  /** What its sender has said of it, as it came: the `Upload-Metadata` of tus. */
  metadata: string;
  size: number;
  /** How many bytes have come; the next ones are expected there. */
  received: number;
  /** What the file is, by its first bytes. */
  mediaType: string | undefined;
  createdAt: Date;
}

export interface UploadStore {
  /** Stores it if its person has no more than `most` waiting with it, by the sizes that were announced; answers whether it did. Of many at once no more are stored than fit. */
  insert(upload: StoredUpload, most: { files: number; bytes: number }): Promise<boolean>;
  find(id: string): Promise<StoredUpload | undefined>;
  /** Adds bytes if exactly `offset` have come before; answers whether it did. Of two that add at once, one does. */
  append(id: string, offset: number, bytes: Uint8Array, mediaType: string | undefined): Promise<boolean>;
  /** What has come, in order. */
  bytesOf(id: string): Promise<Uint8Array<ArrayBuffer>>;
  delete(id: string): Promise<void>;
  deleteCreatedBefore(instant: Date): Promise<number>;
  /** Deletes what was begun before `instant`, is not whole, and is in nobody's draft; answers how many. */
  deleteForsaken(instant: Date): Promise<number>;
}
