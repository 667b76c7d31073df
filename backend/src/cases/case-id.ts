import type { Random } from '../secrets/random.ts';

/** A UUID of version 7: ids sort by the millisecond at which they were made. */
export function timedId(at: Date, random: Random): string {
  const bytes = random(16);
  new DataView(bytes.buffer, bytes.byteOffset).setBigUint64(0, (BigInt(at.getTime()) << 16n) | (BigInt(bytes[6] ?? 0) << 8n) | BigInt(bytes[7] ?? 0));
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
