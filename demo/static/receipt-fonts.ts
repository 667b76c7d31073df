import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?url';
import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url';
import type { ReceiptFonts } from '../../backend/src/receipt/receipt-pdf.ts';

const font = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer());

/** Fetched by those only who want a receipt. */
export async function receiptFonts(): Promise<ReceiptFonts> {
  const fonts = await Promise.all([font(regular), font(bold)]);
  return { regular: fonts[0], bold: fonts[1] };
}
