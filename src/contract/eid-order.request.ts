import * as z from 'zod/mini';
import './jitless.ts';

/** `POST /eid/orders`. `returnTo` is the page to come back to; its origin must be on the backend's list. An e-ID whose `kind` is `redirect` cannot do without. */
export const eidOrderRequestSchema = z.strictObject({
  purpose: z.enum(['login', 'test']),
  provider: z.string().check(z.maxLength(64)),
  device: z.enum(['same', 'other']),
  returnTo: z.optional(z.string().check(z.maxLength(512))),
});
export type EidOrderRequest = z.infer<typeof eidOrderRequestSchema>;
