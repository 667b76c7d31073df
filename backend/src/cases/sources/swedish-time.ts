const offsetText = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' });
const shape = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * The instant that a system's text means: by its zone when it states one, else as Swedish time; a date alone is when
 * that day begins. An hour that comes twice is the first, an hour that the clock skips is the one after.
 * `undefined` for anything else.
 */
export function swedishTime(text: string | undefined): Date | undefined {
  const found = shape.exec(text?.trim() ?? '');
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => Number(part ?? 0));
  const fraction = Math.trunc(Number(`0.${found[7] ?? 0}`) * 1000);
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
  if (new Date(wall).getUTCDate() !== day) return undefined;
  const zone = found[8];
  return new Date(wall - (zone === undefined ? swedishOffset(wall) : minutesOf(zone)) * 60_000);
}

/** The instant of milliseconds since 1970 written as text; `undefined` for anything else. */
export function epochTime(text: string | undefined): Date | undefined {
  return /^\d{1,14}$/.test(text?.trim() ?? '') ? new Date(Number(text)) : undefined;
}

const summer = 120;
const winter = 60;

function swedishOffset(wall: number): number {
  // Summer time first, so that of an hour that comes twice it is the first one.
  return offsetAt(wall - summer * 60_000) === summer ? summer : winter;
}

function offsetAt(instant: number): number {
  const text = offsetText.format(instant).split('GMT')[1];
  return text ? minutesOf(text) : 0;
}

function minutesOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
