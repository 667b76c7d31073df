import { inflateSync } from 'node:zlib';

/** What a reading aid finds in a PDF. */
export interface ReadPdf {
  /** The file with what is packed in it unpacked. */
  raw: string;
  /** The pages' text, each by the font's own table of letters. */
  text: string;
  /** The tags of the structure, in the order in which they were written. */
  tags: string[];
}

const bytesOf = (file: Uint8Array) => Buffer.from(file).toString('latin1');

/** Reads a PDF as pdfkit writes it. @throws when it is none */
export function readPdf(file: Uint8Array): ReadPdf {
  const whole = bytesOf(file);
  if (!whole.startsWith('%PDF-')) throw new Error('no PDF');
  const objects = new Map([...whole.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, unpacked(body)]));
  const raw = [...objects.values()].join('\n');
  const letters = new Map<string, string[]>();
  for (const [, fonts = ''] of raw.matchAll(/\/Font <<([\s\S]*?)>>/g)) {
    for (const [, name = '', id = ''] of fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)) letters.set(name, lettersOf(objects, id));
  }
  const pages = [...objects.values()].filter((body) => / Tf\b/.test(body));
  return { raw, text: pages.map((page) => textOf(page, letters)).join(''), tags: [...raw.matchAll(/\/S \/(\w+)/g)].map(([, tag = '']) => tag) };
}

function unpacked(body: string): string {
  const [, head = '', data = ''] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
  if (!head) return body;
  const bytes = Buffer.from(data, 'latin1');
  return `${head}\n${head.includes('/FlateDecode') ? bytesOf(inflateSync(bytes)) : data}`;
}

/** What each glyph of the font stands for. */
function lettersOf(objects: ReadonlyMap<string, string>, font: string): string[] {
  const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '') ?? [];
  const ranges = [...(objects.get(table) ?? '').matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)];
  const letters: string[] = [];
  for (const [, first = '0', list = ''] of ranges) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) letters[Number.parseInt(first, 16) + index] = lettersIn(hex);
  }
  return letters;
}

/** One glyph may stand for several letters. */
const lettersIn = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');

function textOf(page: string, letters: ReadonlyMap<string, string[]>): string {
  let font: string[] = [];
  let text = '';
  for (const [, name, shown, end] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(\bET\b)/g)) {
    if (name) font = letters.get(name) ?? [];
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/gi)) for (const glyph of hex.match(/.{4}/g) ?? []) text += font[Number.parseInt(glyph, 16)] ?? '\uFFFD';
    if (end) text += '\n';
  }
  return text;
}
