import * as z from 'zod/mini';
import './jitless.ts';

/** `POST /session`: turns a completed login order into a session under a new id. Safe to send again when the answer was lost. */
export const sessionRequestSchema = z.strictObject({
  orderId: z.string().check(z.maxLength(64)),
  /** What stood after `~` in the fragment that the citizen came back with, when an e-ID's own page led back to a site that is not the backend's. Good once, for a minute. */
  handoff: z.optional(z.string().check(z.maxLength(64))),
});
export type SessionRequest = z.infer<typeof sessionRequestSchema>;
