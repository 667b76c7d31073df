import { qrCode } from './qr-code.ts';

/** White modules that must surround the code so that cameras find it. */
const quiet = 4;

/** A QR code as one SVG path in a square of `size` units, quiet zone included. */
export interface QrPath {
  size: number;
  d: string;
}

/** Draws `text`. Throws when it is more than a code can hold. */
export function qrPath(text: string): QrPath {
  const rows = qrCode(text);
  let d = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      d += `M${start + quiet} ${y + quiet}h${x + 1 - start}v1H${start + quiet}z`;
    }
  });
  return { size: rows.length + 2 * quiet, d };
}
