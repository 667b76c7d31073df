// A QR code by ISO/IEC 18004, and only as much of it as an e-ID needs: bytes, the lowest correction and versions 1 to 10,
// which hold 271 bytes. The lowest correction gives the largest modules, which old cameras read best. The mask is always
// the same: trying all eight takes four times as long and gains nothing on a text as random as this. In a trial with
// badly photographed codes those with a fixed mask were read as often as those with the chosen one.

/** For each version from 1: bytes in all, correction bytes in a block, blocks. */
const versions = [
  [26, 7, 1], [44, 10, 1], [70, 15, 1], [100, 20, 1], [134, 26, 1],
  [172, 18, 2], [196, 20, 2], [242, 24, 2], [292, 30, 2], [346, 18, 4],
] as const;

/** Lowest correction with mask 1, and the checksum of that. */
const format = 0b111001011110011;

const frames: number[][][] = [];

/** Dark modules are 1, light ones 0, rows from the top, without a quiet zone. Throws when `text` is too long. */
export function qrCode(text: string): number[][] {
  const bytes = [...new TextEncoder().encode(text)];
  const version = versions.findIndex((_, index) => bytes.length <= dataBytes(index) - (index < 9 ? 2 : 3)) + 1;
  if (version === 0) throw new RangeError(`${bytes.length} bytes do not fit in a code`);
  // The codes of one order differ in their data alone.
  const rows = (frames[version] ??= frame(version)).map((row) => [...row]);
  fill(rows, corrected(packed(bytes, version), version));
  return rows;
}

function dataBytes(index: number): number {
  const [all, correction, blocks] = versions[index]!;
  return all - correction * blocks;
}

/** The bytes behind their mode and number, filled up to what the version holds. */
function packed(bytes: number[], version: number): number[] {
  const { length } = bytes;
  const count = version < 10 ? [length >> 4, length & 15] : [length >> 12, (length >> 8) & 15, (length >> 4) & 15, length & 15];
  const halves = [4, ...count, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data: number[] = [];
  for (let i = 0; i < halves.length; i += 2) data.push((halves[i]! << 4) | halves[i + 1]!);
  for (let pad = 0xec; data.length < dataBytes(version - 1); pad ^= 0xec ^ 0x11) data.push(pad);
  return data;
}

/** The data in blocks with their Reed-Solomon correction, woven together. */
function corrected(data: number[], version: number): number[] {
  const [, correction, blocks] = versions[version - 1]!;
  const short = Math.floor(data.length / blocks);
  const longer = blocks - (data.length % blocks);
  const generator = divisor(correction);
  const parts: number[][] = [];
  for (let from = 0; parts.length < blocks; ) parts.push(data.slice(from, (from += short + (parts.length < longer ? 0 : 1))));
  return [...woven(parts), ...woven(parts.map((part) => remainder(part, generator)))];
}

function woven(parts: number[][]): number[] {
  const all: number[] = [];
  for (let i = 0; i < parts.at(-1)!.length; i += 1) for (const part of parts) if (i < part.length) all.push(part[i]!);
  return all;
}

const powers: number[] = [];
const logarithms: number[] = [];
for (let i = 0, power = 1; i < 255; i += 1, power = (power << 1) ^ ((power >> 7) * 0x11d)) {
  powers[i] = power;
  logarithms[power] = i;
}

/** `Array.from` and its like are not what they were on pages with an old library. */
function many(length: number, value: number): number[] {
  const all: number[] = [];
  while (all.length < length) all.push(value);
  return all;
}

/** Product in the field of 256 elements. */
function times(a: number, b: number): number {
  return a && b ? powers[(logarithms[a]! + logarithms[b]!) % 255]! : 0;
}

function divisor(degree: number): number[] {
  const factors = many(degree, 0);
  factors[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i += 1, root = times(root, 2)) {
    for (let j = 0; j < degree; j += 1) factors[j] = times(factors[j]!, root) ^ (factors[j + 1] ?? 0);
  }
  return factors;
}

function remainder(data: number[], generator: number[]): number[] {
  const rest = generator.map(() => 0);
  for (const byte of data) {
    const lead = byte ^ rest[0]!;
    for (let i = 0; i < rest.length; i += 1) rest[i] = (rest[i + 1] ?? 0) ^ times(generator[i]!, lead);
  }
  return rest;
}

/** What every code of a version has in common; -1 where the data goes. */
function frame(version: number): number[][] {
  const size = 17 + 4 * version;
  const rows = many(size, 0).map(() => many(size, -1));
  const set = (x: number, y: number, dark: number) => {
    if (rows[y]?.[x] !== undefined) rows[y][x] = dark & 1;
  };
  const square = (x: number, y: number, reach: number, light: readonly number[]) => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) set(x + dx, y + dy, light.includes(Math.max(Math.abs(dx), Math.abs(dy))) ? 0 : 1);
    }
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i + 1);
    set(i, 6, i + 1);
  }
  const last = size - 7;
  const places = version < 2 ? [] : version < 7 ? [6, last] : [6, last - 2 * (version + 1), last];
  for (const x of places) {
    for (const y of places) if (x + y > last + 6 || (x > 6 && x < last) || (y > 6 && y < last)) square(x, y, 2, [1]);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(x, y, 4, [2, 4]);
  for (let i = 0; i < 15; i += 1) {
    const bit = format >> i;
    set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, bit);
    set(i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, 8, bit);
  }
  set(8, size - 8, 1);
  if (version > 6) {
    let check = version;
    for (let i = 0; i < 12; i += 1) check = (check << 1) ^ ((check >> 11) * 0x1f25);
    for (let i = 0; i < 18; i += 1) {
      const bit = ((version << 12) | check) >> i;
      set(size - 11 + (i % 3), Math.floor(i / 3), bit);
      set(Math.floor(i / 3), size - 11 + (i % 3), bit);
    }
  }
  return rows;
}

/** Lays the bits in pairs of columns, from the lower right, up and down by turns, through the mask. */
function fill(rows: number[][], bytes: number[]): void {
  const size = rows.length;
  let i = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = (right + 1) & 2 ? step : size - 1 - step;
      for (const x of [right, right - 1]) {
        if (rows[y]![x] !== -1) continue;
        rows[y]![x] = (((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) ^ (y + 1)) & 1;
        i += 1;
      }
    }
  }
}
