import type { SourceDocument } from '../case-source.ts';
import { maskPersonalNumbers } from '../personal-numbers.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A document of which a system tells no more than the name: titled by it, its kind told by its ending. The name is fit for any disk and holds no personal number. */
export function documentOf(known: Pick<SourceDocument, 'id' | 'fileName' | 'size' | 'at' | 'origin'>): SourceDocument {
  const fileName = safeFileName(known.fileName);
  const [, title = fileName, ending = ''] = /^(.+)\.(\w{1,5})$/.exec(fileName) ?? [];
  const mediaType = mediaTypes[ending.toLowerCase()] ?? 'application/octet-stream';
  return { ...known, fileName, title, mediaType, expiresAt: undefined };
}

function safeFileName(name: string): string {
  const plain = maskPersonalNumbers(name).replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ').trim();
  return plain.replace(/^[.\s]+/, '').slice(-120) || 'dokument';
}
