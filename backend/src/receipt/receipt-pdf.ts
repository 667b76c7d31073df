import PdfFile from 'pdfkit';
import type { DocumentBlock } from '../../../src/contract/signing.ts';
import type { Receipt } from './receipt.ts';
import { en } from './receipt.text.en.ts';
import { sv } from './receipt.text.sv.ts';

/** Fonts as TrueType. They are put into the file, as far as they are used, so that every name is legible everywhere. */
export interface ReceiptFonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

type Pdf = InstanceType<typeof PdfFile>;
type Element = PDFKit.PDFStructureElement;

const margin = 62;
const words = { sv, en };

/** The receipt as a PDF that screen readers can follow: tagged, with language, title and headings, as PDF/UA has it. */
export async function receiptPdf(receipt: Receipt, fonts: ReceiptFonts): Promise<Uint8Array<ArrayBuffer>> {
  const { language } = receipt;
  const word = words[language];
  const pdf = new PdfFile({
    // None until ours are registered: the built-in ones lack half of Europe's letters.
    font: '',
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    // Its types do not know that one yet.
    subset: 'PDF/UA' as 'PDF/A-3a',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    // Nothing that a citizen or a municipality has written: the library does not escape it.
    info: { Title: `${word.title} ${receipt.reference}`, CreationDate: receipt.completeAt },
  });
  const bytes = bytesOf(pdf);
  // As buffers where there are any, since that is what the types know; any bytes will do.
  pdf.registerFont('regular', fonts.regular as Buffer).registerFont('bold', fonts.bold as Buffer);
  const root = pdf.struct('Document', { lang: language });
  pdf.addStructure(root);
  drawReceipt(pdf, root, receipt);
  root.end();
  numberPages(pdf, word.page);
  pdf.end();
  return bytes;
}

function drawReceipt(pdf: Pdf, root: Element, receipt: Receipt): void {
  const { language, municipality, reference, version, hash, completeAt, document, signatures, afterwards } = receipt;
  const word = words[language];
  const { heading, paragraph, fact } = pen(pdf, root);
  paragraph(municipality);
  heading(1, word.title);
  paragraph(word.intro);
  fact(word.reference, reference);
  fact(word.completeAt, timeIn(language, completeAt));
  fact(word.version, String(version));
  fact(word.hash, hash);
  paragraph(word.aboutHash);

  heading(2, word.signatures);
  for (const { name, eid, at } of signatures) paragraph(filled(word.signature, { name, eid, time: timeIn(language, at) }));

  heading(2, word.document);
  const inFull = pdf.struct('Sect', { lang: document.language });
  root.add(inFull);
  for (const block of document.blocks) drawBlock(pen(pdf, inFull), block);
  inFull.end();

  if (afterwards === undefined) return;
  heading(2, word.afterwards);
  paragraph(afterwards);
}

function drawBlock({ heading, paragraph, fact }: ReturnType<typeof pen>, { kind, text, rows = [] }: DocumentBlock): void {
  if (text !== undefined && (kind === 'heading' || rows.length > 0)) heading(3, text);
  else if (text !== undefined) paragraph(text);
  for (const { label, value } of rows) fact(label, value);
}

/** Writes into `parent`, from where the pen is. */
function pen(pdf: Pdf, parent: Element) {
  const write = (tag: string, draw: () => void) => void parent.add(pdf.struct(tag, {}, draw));
  return {
    heading(level: 1 | 2 | 3, text: string): void {
      const size = { 1: 21, 2: 15, 3: 12 }[level];
      // A heading at the foot of a page would stand there alone.
      if (pdf.y > pdf.page.height - margin - 5 * size) pdf.addPage();
      pdf.moveDown(level === 1 ? 0.2 : 0.9);
      write(`H${level}`, () => pdf.font('bold').fontSize(size).text(text));
      pdf.fontSize(11).moveDown(0.35);
    },
    paragraph(text: string): void {
      write('P', () => pdf.font('regular').fontSize(11).text(text, { lineGap: 2.5 }));
      pdf.moveDown(0.45);
    },
    fact(label: string, value: string): void {
      write('P', () => {
        pdf.font('bold').fontSize(11).text(`${label}: `, { continued: true, lineGap: 2.5 });
        pdf.font('regular').text(value);
      });
      pdf.moveDown(0.2);
    },
  };
}

/** At the foot of each page, for eyes only: whoever listens knows where they are. */
function numberPages(pdf: Pdf, template: string): void {
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    // Text in the margin would make another page.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font('regular').fontSize(9).text(filled(template, { page: String(index + 1), pages: String(count) }), margin, pdf.page.height - 40, { align: 'right', lineBreak: false, width: pdf.page.width - 2 * margin });
    pdf.endMarkedContent();
  }
}

function bytesOf(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (piece: Uint8Array<ArrayBuffer>) => void pieces.push(piece));
    pdf.on('error', reject);
    pdf.on('end', () => resolve(new Blob(pieces).arrayBuffer().then((buffer) => new Uint8Array(buffer))));
  });
}

const filled = (template: string, values: Record<string, string>) => template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const timeIn = (language: 'sv' | 'en', at: Date) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(at);
