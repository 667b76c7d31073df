import * as z from 'zod/mini';
import { instantSchema } from './instant.ts';
import './jitless.ts';

// Apart, since a browser asks and never checks what is asked.
export * from './session.request.ts';

/** Who is logged in. Instants are RFC 3339 in UTC; `now` is the server's clock, so that a wrong clock at home does no harm. */
export const activeSessionSchema = z.object({
  authenticated: z.literal(true),
  person: z.object({ displayName: z.string() }),
  /** Id of the e-ID provider that vouched for the person. */
  provider: z.string(),
  /** Level of assurance, as the provider states it. */
  loa: z.string(),
  now: instantSchema,
  /** Ends then unless extended. */
  idleExpiresAt: instantSchema,
  /** Ends then whatever happens. */
  expiresAt: instantSchema,
});
export const noSessionSchema = z.object({ authenticated: z.literal(false) });

/** `GET /session`. Asking does not extend the session. */
export const sessionSchema = z.union([activeSessionSchema, noSessionSchema]);
export type ActiveSession = z.infer<typeof activeSessionSchema>;
export type Session = z.infer<typeof sessionSchema>;

/** `DELETE /session`. */
export const loggedOutSchema = z.object({ loggedOut: z.literal(true), advice: z.array(z.string()) });
export type LoggedOut = z.infer<typeof loggedOutSchema>;
