const zone = 'Europe/Stockholm';
const made = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = made.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options });
  made.set(key, known);
  return known;
}

/** `20 november 2026`, by Swedish time wherever the citizen is. */
export const dateOf = (instant: string | number, language: string): string => format(language, { dateStyle: 'long' }).format(new Date(instant));

/** `måndag 30 november 2026`, for a day by which something must be done. */
export const weekdayOf = (instant: string, language: string): string =>
  format(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant));

/** `14.05`, with the point that Swedish writes. */
function clockOf(instant: string | number, language: string): string {
  const time = format(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(instant));
  return language === 'sv' ? time.replace(':', '.') : time;
}

/** `kl. 14.05`, never broken in two. */
const hourOf = (instant: string, language: string): string => `${language === 'sv' ? 'kl.' : 'at'}\u00a0${clockOf(instant, language)}`;

/** `20 november 2026 kl. 14.05`. */
export const momentOf = (instant: string, language: string): string =>
  `${dateOf(instant, language)} ${hourOf(instant, language)}`;
