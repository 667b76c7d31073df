import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ReceiptFonts } from '../receipt/receipt-pdf.ts';

const { resolve } = createRequire(import.meta.url);
const font = (name: string) => readFile(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

let loaded: Promise<ReceiptFonts> | undefined;

/** Fonts with the letters of Europe's languages, Arabic and Hebrew among others. Read once. */
export const receiptFonts = (): Promise<ReceiptFonts> => (loaded ??= Promise.all([font('DejaVuSans'), font('DejaVuSans-Bold')]).then(([regular, bold]) => ({ regular, bold })));
