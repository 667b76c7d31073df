import { describe, expect, it } from 'vitest';
import { swedishWallClock } from '../../../src/cases/simulated-sources/swedish-wall-clock.ts';
import { decodeText } from '../../../src/cases/sources/decode-text.ts';
import { documentOf } from '../../../src/cases/sources/file-name.ts';
import { xmlOf } from '../../../src/cases/sources/open-eplatform/xml.ts';
import { epochTime, swedishTime } from '../../../src/cases/sources/swedish-time.ts';
import { z } from '../../../../src/contract/schema.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a time without a zone', () => {
  it.each([
    ['2026-01-15 12:00', '2026-01-15T11:00:00.000Z', 'winter'],
    ['2026-07-15 12:00', '2026-07-15T10:00:00.000Z', 'summer'],
    ['2026-03-29 01:59', '2026-03-29T00:59:00.000Z', 'the minute before summer time'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00.000Z', 'in the hour that is skipped'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00.000Z', 'the first minute of summer time'],
    ['2026-10-25 01:59', '2026-10-24T23:59:00.000Z', 'the minute before the hour that comes twice'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z', 'in the hour that comes twice'],
    ['2026-10-25 03:00', '2026-10-25T02:00:00.000Z', 'the first minute of winter time'],
    ['2026-12-31 00:30', '2026-12-30T23:30:00.000Z', 'past midnight'],
  ])('%s is %s: %s', (text, instant) => {
    expect(swedishTime(text)?.toISOString()).toBe(instant);
  });

  it('comes back as the same text, every hour of the year but the one that is skipped', () => {
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const text = new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 16).replace('T', ' ');
      if (text === '2026-03-29 02:00') continue;
      const read = swedishTime(text);
      expect(read && swedishWallClock(read)).toBe(text);
    }
  });
});

describe('other forms of a time', () => {
  it.each([
    ['2024-12-05T21:41:45', '2024-12-05T20:41:45.000Z'],
    ['2024-12-05 21:41:45.123', '2024-12-05T20:41:45.123Z'],
    ['2024-12-05T21:41:45Z', '2024-12-05T21:41:45.000Z'],
    ['2024-12-05T21:41:45+0200', '2024-12-05T19:41:45.000Z'],
    ['2024-12-05T21:41:45.5-05:30', '2024-12-06T03:11:45.500Z'],
    ['2021-01-01', '2020-12-31T23:00:00.000Z'],
    [' 2021-01-01 08:00 ', '2021-01-01T07:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(swedishTime(text)?.toISOString()).toBe(instant);
  });

  it.each([undefined, '', 'i går', '2026-02-30', '2026-13-01', '2026-00-10', '2026-01-01 24:00', '2026-01-01 12:60', '20260101', '2026-01-01 12'])('%s is none', (text) => {
    expect(swedishTime(text)).toBeUndefined();
  });

  it('counts milliseconds since 1970, and nothing that is not a whole number of them', () => {
    expect(epochTime(' 1740651387000\n')?.toISOString()).toBe('2025-02-27T10:16:27.000Z');
    for (const text of [undefined, '', '1e9', '-1', '12.5', '9'.repeat(20)]) expect(epochTime(text)).toBeUndefined();
  });
});

describe('the charset of an answer', () => {
  it.each([
    ['what both say', latin1('Å'), ['iso-8859-1', 'ISO-8859-1']],
    ['ISO-8859-1 when nothing is said', latin1('Å'), []],
    ['what the document says when the header says a UTF-8 that it is not', latin1('Å'), ['utf-8', 'ISO-8859-1']],
    ['UTF-8 when the document says so and is', utf8('Å'), ['iso-8859-1', 'UTF-8']],
    ['what one says when the other is no charset', latin1('Å'), ['x-unknown', 'iso-8859-1']],
  ])('is %s', (_, bytes, stated) => {
    expect(decodeText(bytes, stated, 'iso-8859-1')).toBe('Å');
  });

  it.each([[['utf-8']], [['x-unknown']]])('that cannot be right (%s) makes the answer unreadable, not garbled', (stated) => {
    expect(() => decodeText(latin1('Å'), stated, 'iso-8859-1')).toThrow('unreadable');
  });
});

describe('XML from Open ePlatform', () => {
  const schema = z.object({ a: z.string() });
  const read = (text: string) => xmlOf({ status: 200, mediaType: 'text/xml', charset: undefined, bytes: latin1(text) }, schema).a;

  it('keeps numbers and leading zeros as they were written', () => {
    expect(read('<a>0042</a>')).toBe('0042');
  });

  it('reads CDATA, signs that stand for others, and numbered characters', () => {
    expect(read('<a><![CDATA[<b> & c]]></a>')).toBe('<b> & c');
    expect(read('<a>&lt;b&gt; &amp; &#8364; &#x141;</a>')).toBe('<b> & € Ł');
  });

  it('is refused with a DTD, wherever it stands', () => {
    for (const text of ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<!doctype html><a>b</a>', '<a>b<!DOCTYPE c [<!ENTITY x "y">]></a>', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>b</a>']) {
      expect(() => read(text)).toThrow('unreadable');
    }
  });

  it('may speak of a DTD', () => {
    expect(read('<a><![CDATA[Skriv <!DOCTYPE html> först]]></a>')).toBe('Skriv <!DOCTYPE html> först');
  });

  it.each(['', 'Internt fel', '<a>b', '<a>b</a><a>c</a>', '<b>c</b>', '{"a":"b"}', '<a><__proto__>b</__proto__></a>', `${'<a>'.repeat(60)}b${'</a>'.repeat(60)}`])('is unreadable when it is "%s", without quoting it', (text) => {
    expect(() => read(text)).toThrow(/^unreadable$/);
  });
});

describe('the name of a document', () => {
  const nameOf = (fileName: string) => documentOf({ id: '1', fileName, size: 1, at: new Date(0), origin: 'you' });

  it('gives its title and its kind', () => {
    expect(nameOf('Läkarintyg våren.PDF')).toMatchObject({ fileName: 'Läkarintyg våren.PDF', title: 'Läkarintyg våren', mediaType: 'application/pdf' });
    expect(nameOf('program.exe')).toMatchObject({ mediaType: 'application/octet-stream' });
  });

  it('is one that any disk can hold', () => {
    expect(nameOf('../../etc/pass\u0000wd\r\n').fileName).toBe('etc pass wd');
    expect(nameOf('///').fileName).toBe('dokument');
    expect(nameOf(`${'å'.repeat(300)}.pdf`).fileName).toMatch(/^å{116}\.pdf$/);
  });
});
