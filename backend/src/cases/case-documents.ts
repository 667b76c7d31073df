import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import type { OpenCase, Viewer } from './case-inbox.ts';
import { caseName } from './case-join.ts';
import type { CaseMember } from './case-members.ts';
import type { SourceDocument } from './case-source.ts';

export type FetchedDocument =
  | { ok: true; document: SourceDocument; body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> }
  | { ok: false; code: 'document-not-found' | 'case-source-unavailable' };

/** The documents of an opened case, by the ids that this person's browser knows. */
export interface CaseDocuments {
  fetch(viewer: Viewer, opened: OpenCase, id: string): Promise<FetchedDocument>;
}

/** Documents out of the systems that have the case. */
export function createCaseDocuments({ log }: Pick<Deps, 'log'>): CaseDocuments {
  return {
    async fetch(viewer, { members, names }, id) {
      const { source, detail, document } = documentIn(members, await names.partOf(id)) ?? {};
      if (!source || !detail || !document) return { ok: false, code: 'document-not-found' };
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

function documentIn(members: readonly CaseMember[], name: string | undefined): (CaseMember & { document: SourceDocument }) | undefined {
  const all = members.flatMap((member) => member.detail.documents.map((document) => ({ ...member, document })));
  return all.find(({ source, document }) => caseName(source.id, document.id) === name);
}
