import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import type { OpenCase, Viewer } from './case-inbox.ts';
import type { SourceDocument } from './case-source.ts';

export type FetchedDocument =
  | { ok: true; document: SourceDocument; body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> }
  | { ok: false; code: 'document-not-found' | 'case-source-unavailable' };

/** The documents of an opened case, by the ids that this person's browser knows. */
export interface CaseDocuments {
  fetch(viewer: Viewer, opened: OpenCase, id: string): Promise<FetchedDocument>;
}

/** Documents out of the case's own source. */
export function createCaseDocuments({ log }: Pick<Deps, 'log'>): CaseDocuments {
  return {
    async fetch(viewer, { source, detail, names }, id) {
      const own = await names.partOf(id);
      const document = detail.documents.find((one) => one.id === own);
      if (!document) return { ok: false, code: 'document-not-found' };
      try {
        const found = await source.document(viewer, detail.id, document.id);
        if (!found) return { ok: false, code: 'document-not-found' };
        return { ok: true, document, body: found.body instanceof Uint8Array ? new Uint8Array(found.body) : found.body };
      } catch (failure) {
        log.warn('case-document-failed', { source: source.id, ...failureFields(failure) });
        return { ok: false, code: 'case-source-unavailable' };
      }
    },
  };
}
