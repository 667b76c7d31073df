import type { ActiveSession } from '../contract/session.ts';

/** Whether the session ends soon whatever anybody does. */
export function cannotBeExtended({ idleExpiresAt, expiresAt }: ActiveSession): boolean {
  return Date.parse(idleExpiresAt) >= Date.parse(expiresAt);
}
