import { pino } from 'pino';
import type { Log } from '../log.ts';

/** Where finished lines go. */
export interface LineSink {
  write(line: string): unknown;
}

/** Structured logs, a JSON object a line. Whatever looks like a personal number is blotted out of the finished line. */
export function pinoLog(sink: LineSink = process.stdout): Log {
  const scrubbing = { write: (line: string) => void sink.write(scrub(line)) };
  const logger = pino({ timestamp: pino.stdTimeFunctions.isoTime, base: null, messageKey: 'event' }, scrubbing);
  return {
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, fields) => logger.error(fields ?? {}, event),
  };
}

/** Ten or twelve digits, with or without the sign before the last four: personal and coordination numbers, and TF numbers of schools. */
const personalNumber = /(?<![\d.])(?:\d{2})?\d{6}(?:[-+ \u2010-\u2015\u2212]|\\u2[0-9a-f]{3})?(?:\d{4}|TF\d{2})(?![\d.])/gi;

/** The line with personal numbers blotted out; a bare number becomes a text, so that the line stays JSON. */
export function scrub(line: string): string {
  const bare = new RegExp(`(?<=[:,[])${personalNumber.source}(?=[,}\\]])`, 'gi');
  return line.replace(bare, '"[number]"').replace(personalNumber, '[number]');
}
