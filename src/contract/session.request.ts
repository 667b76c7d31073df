import * as z from 'zod/mini';
import './jitless.ts';

/**
 * `POST /session`: turns a completed login order into a session under a new id. Safe to send again when the answer was lost.
 * `handoff` is what stood after `~` in the address that the citizen came back with, where a backend put anything there.
 */
export const sessionRequestSchema = z.strictObject({
  orderId: z.string().check(z.maxLength(64)),
  handoff: z.optional(z.string().check(z.maxLength(64))),
});
export type SessionRequest = z.infer<typeof sessionRequestSchema>;
