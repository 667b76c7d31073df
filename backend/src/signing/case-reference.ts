import type { Random } from '../secrets/random.ts';
import { swedishDay } from '../registers/swedish-day.ts';

/** Signs that are not mistaken for others on the phone. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What one calls a new case on the phone: `2026-7K4MQ2`. Drawn by lot, so that it tells nothing of how many there are. */
export function caseReference(at: Date, random: Random): string {
  const drawn = Array.from(random(6), (byte) => signs[byte % signs.length] ?? '');
  return `${swedishDay(at).slice(0, 4)}-${drawn.join('')}`;
}
