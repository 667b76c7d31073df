/** How near a day is by which the citizen must have acted. */
export type Due = { tone: 'late' | 'warning' | 'neutral'; days: number };

const day = 86_400_000;
/** So few days before, it is time to say so. */
const soon = 3;

/** `dueAt` seen from `now`, in whole days as people in Sweden count them: 0 is today, 1 tomorrow, below 0 is past. */
export function dueOf(dueAt: string, now: number): Due {
  const days = Math.round((midnight(Date.parse(dueAt)) - midnight(now)) / day);
  if (Date.parse(dueAt) < now) return { tone: 'late', days: Math.min(days, 0) };
  return { tone: days <= soon ? 'warning' : 'neutral', days };
}

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });
const midnight = (instant: number) => Date.parse(`${inSweden.format(instant)}T00:00:00Z`);
