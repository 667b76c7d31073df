import * as z from 'zod/mini';
import './jitless.ts';

/** `POST /session`: turns a completed login order into a session under a new id. Safe to send again when the answer was lost. */
export const sessionRequestSchema = z.strictObject({ orderId: z.string().check(z.maxLength(64)) });
export type SessionRequest = z.infer<typeof sessionRequestSchema>;
