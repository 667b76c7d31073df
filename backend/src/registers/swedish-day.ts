import { swedishTime } from '../cases/sources/swedish-time.ts';

const dayText = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The day that it is in Sweden at that instant: `2026-11-24`. */
export const swedishDay = (at: Date): string => dayText.format(at);

/** The instant at which that day begins in Sweden. @throws RangeError when it is no day. */
export function startOfSwedishDay(day: string): Date {
  const start = swedishTime(day);
  if (!start) throw new RangeError('a day such as "2026-11-24" was expected');
  return start;
}

/** The same day so many years later; the last of February is no day later in a shorter year, but the first of March. */
export function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** The last second of the day that is so many days after `at`: told as an instant, it still falls on that day. */
export function endOfSwedishDay(at: Date, days: number): Date {
  const [year = 0, month = 1, date = 1] = swedishDay(at).split('-').map(Number);
  const next = startOfSwedishDay(new Date(Date.UTC(year, month - 1, date + days + 1)).toISOString().slice(0, 10));
  return new Date(next.getTime() - 1000);
}

/** Whole years of age on that day. */
export function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day < yearsLater(birthDate, years) ? years - 1 : years;
}
