import { attachmentTypes } from '../../../src/contract/case.ts';

export type AttachmentType = keyof typeof attachmentTypes;

/** As many bytes as it takes to tell what a file is. */
export const startLength = 8;

const signatures: Record<AttachmentType, readonly number[]> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** What a file is by its first bytes, whatever it is called; absent when it is nothing that may be attached. */
export function attachmentTypeOf(start: Uint8Array): AttachmentType | undefined {
  const found = Object.entries(signatures).find(([, bytes]) => bytes.every((byte, index) => start[index] === byte));
  return found?.[0] as AttachmentType | undefined;
}

const longestName = 100;
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\\/:*?"<>|]/gu;

/** A file name that does no harm on any computer. It keeps its ending only when that is one of the file's own kind. */
export function safeFileName(name: string, mediaType?: string): string {
  const clean = name.normalize('NFC').replaceAll(unsafe, ' ').replaceAll(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const endings: readonly string[] = new Map<string, readonly string[]>(Object.entries(attachmentTypes)).get(mediaType ?? '') ?? [];
  const [, stem = clean, ending = ''] = /^(.*)\.([^.]{1,8})$/.exec(clean) ?? [];
  if (endings.length === 0) return shortened(clean, '');
  return endings.includes(ending.toLowerCase()) ? shortened(stem, `.${ending}`) : shortened(clean, `.${endings[0]}`);
}

const shortened = (stem: string, ending: string) => ([...stem].slice(0, longestName - ending.length).join('').trim() || 'fil') + ending;

/** Says to save, never to show, what follows; old and new browsers both find a name that they understand. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
