import { hasCheckDigit } from '../check-digit.ts';

const sign = String.raw`[\p{Pd}+\u2212]`;
const gap = String.raw`\s{0,3}`;
const last = String.raw`(\d{4}|TF\d\d)(?!\d)`;
/** As a person writes it: the date in one, and any sign or space before the last four. */
const written = new RegExp(String.raw`(?<!\d)(18|19|20)?(\d\d)(\d\d)(\d\d)(${gap}${sign}${gap}|\s{1,3})?${last}`, 'giu');
/** With signs within the date as well, or an unusual one after it. */
const takenApart = new RegExp(String.raw`(?<!\d)(?:18|19|20)?(\d\d)(${sign}|[\s./]|)(\d\d)\2(\d\d)(?:${gap}(?:${sign}|[./:_])?${gap})${last}(?!${sign}\d\d${sign})`, 'giu');
/** Nobody sees them, and a number with one in it reads as any other. */
const unseen = /(?<=\d)\p{Cf}+/gu;

/**
 * The text with whatever can be a personal or coordination number, or a school's temporary one, taken out. Ten digits
 * without a sign, and forms that dates and references have as well, go only when their check digit fits.
 */
export function maskPersonalNumbers(text: string): string {
  return text
    .replace(unseen, '')
    .replace(written, (found: string, century?: string, year = '', month = '', day = '', between?: string, four = '') => {
      const isPlain = century === undefined && between === undefined;
      return canBeDate(month, day) && (!isPlain || fits(year + month + day + four)) ? mask : found;
    })
    .replace(takenApart, (found: string, year = '', _ = '', month = '', day = '', four = '') =>
      canBeDate(month, day) && fits(year + month + day + four) ? mask : found,
    );
}

const mask = '[personnummer]';

/** Coordination numbers have 60 added to the day, and test numbers reach 91. */
function canBeDate(month: string, day: string): boolean {
  return Number(month) <= 12 && ((Number(day) >= 1 && Number(day) <= 31) || (Number(day) >= 60 && Number(day) <= 91));
}

/** A school's temporary number has letters and no check digit. */
const fits = (digits: string): boolean => !/^\d{10}$/.test(digits) || hasCheckDigit(digits);

/** Fields that the backend makes up itself: ids and instants. */
const made = /^(id|childId|documentIds|at)$|(At|Until)$/;

/** The answer with `maskPersonalNumbers` done to every text in it, however deep: anything that a system tells may hold what somebody has written. */
export function withoutPersonalNumbers<Answer>(answer: Answer): Answer {
  return masked(answer) as Answer;
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskPersonalNumbers(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, made.test(name) ? part : masked(part)]));
}
