const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The time as Swedish systems write it, without a zone: `2026-11-24 09:00`. */
export const swedishWallClock = (at: Date): string => parts.format(at);
