import { zipSync } from 'fflate';
import type { Case } from '../../../src/contract/case.ts';
import { safeFileName } from './attachment.ts';
import { casePageOf } from './case-bundle-page.ts';
import type { BundledDocument } from './case-bundle-page.ts';
import type { FetchedDocument } from './case-documents.ts';

/** Larger bundles would have to be held in memory; what does not fit is named, and can be fetched by itself. */
const mostBytes = 100 * 1024 * 1024;

/** Everything in a case as one zip: a page to read, and the documents. A document that cannot be had is named as missing. */
export async function bundleOf(view: Case, language: 'sv' | 'en', fetch: (id: string) => Promise<FetchedDocument>): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {};
  const documents: BundledDocument[] = [];
  let left = mostBytes;
  for (const [index, document] of view.documents.entries()) {
    const bytes = await bytesOf(fetch, document.id, left);
    const number = String(index + 1).padStart(2, '0');
    const path = `${folder[language]}/${number} ${safeFileName(document.fileName, document.mediaType)}`;
    if (bytes) files[path] = bytes;
    left -= bytes?.length ?? 0;
    documents.push({ document, path: bytes && path });
  }
  const page = new TextEncoder().encode(casePageOf(view, documents, language));
  // PDFs and pictures are compressed as they are.
  return new Uint8Array(zipSync({ [pageName[language]]: [page, { level: 6 }], ...files }, { level: 0 }));
}

const folder = { sv: 'handlingar', en: 'documents' } as const;
const pageName = { sv: 'ärende.html', en: 'case.html' } as const;

async function bytesOf(fetch: (id: string) => Promise<FetchedDocument>, id: string, most: number): Promise<Uint8Array | undefined> {
  const found = await fetch(id);
  if (!found.ok) return undefined;
  try {
    const bytes = new Uint8Array(await new Response(found.body).arrayBuffer());
    return bytes.length <= most ? bytes : undefined;
  } catch {
    // The line to the document's system was cut; the other documents are still worth having.
    return undefined;
  }
}
