import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../src/eid/qr-code.ts';
import { qrPath } from '../../src/eid/qr-path.ts';

const letters = (length: number) => Array.from({ length }, (_, index) => String.fromCharCode(97 + ((index * 7) % 26))).join('');

/** What a camera would see: six pixels for each module. */
function photograph(text: string) {
  const { size, d } = qrPath(text);
  const width = size * 6;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let row = Number(y) * 6; row < Number(y) * 6 + 6; row += 1) {
      for (let column = Number(x) * 6; column < (Number(x) + Number(length)) * 6; column += 1) data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
  }
  return { data, width, height: width };
}

describe('a QR code', () => {
  it('is the same, module for module, as that of an encoder by somebody else, at every length that it can hold', () => {
    for (let length = 1; length <= 271; length += 1) {
      const text = letters(length);
      const theirs = encodeQR(text, 'raw', { ecc: 'low', encoding: 'byte', mask: 1, border: 1 }).slice(1, -1).map((row) => row.slice(1, -1).map(Number));
      expect(qrCode(text)).toEqual(theirs);
    }
  });

  it.each([
    ['bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8'],
    ['https://example.se/åäö?q=€'],
    ['x'],
  ])('of %s is read by a decoder to the letter', (text) => {
    expect(decodeQR(photograph(text))).toBe(text);
  });

  it('keeps four white modules around itself', () => {
    const { size, d } = qrPath('x');
    const places = [...d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [Number(x), Number(y), Number(x) + Number(length)] as const);
    expect(Math.min(...places.map(([x]) => x))).toBe(4);
    expect(Math.min(...places.map(([, y]) => y))).toBe(4);
    expect(Math.max(...places.map(([, , end]) => end))).toBe(size - 4);
  });

  it('is refused when the text is longer than it can hold', () => {
    expect(() => qrCode(letters(272))).toThrow(RangeError);
  });
});
