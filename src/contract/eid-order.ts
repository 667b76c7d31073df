import * as z from 'zod/mini';
import { instantSchema } from './instant.ts';
import './jitless.ts';

// Apart, since a browser asks and never checks what is asked.
export * from './eid-order.request.ts';

export const eidPurposes = ['login', 'test', 'sign'] as const;
export type EidPurpose = (typeof eidPurposes)[number];

export const eidOrderStates = [
  'starting',
  'waitingForScan',
  'waitingForApp',
  'userActing',
  'redirecting',
  'complete',
  'failed',
  'cancelled',
  'expired',
] as const;

/** What a citizen can do about a failed order, in the order in which to offer it. */
export const eidAdvice = [
  'tryAgain',
  'installApp',
  'testEid',
  'contactIssuer',
  'resetCodeAtIssuer',
  'contactServiceCentre',
  'usePaperForm',
  'useOtherProvider',
] as const;
export type EidAdvice = (typeof eidAdvice)[number];

export const eidFailureCodes = [
  'eid-not-found',
  'eid-expired-or-blocked',
  'eid-cancelled',
  'eid-timed-out',
  'eid-in-progress',
  'eid-check-failed',
  'eid-device-unsuitable',
  'eid-blocked-by-risk',
  'eid-level-too-low',
  'eid-failed',
] as const;

/**
 * One attempt to log in (or test) with an e-ID, as the browser may see it: its own id, never the provider's.
 * `GET /eid/orders/{id}` polls it, `DELETE` cancels it.
 */
export const eidOrderSchema = z.object({
  id: z.string(),
  purpose: z.string(),
  provider: z.string(),
  device: z.string(),
  /** One of `eidOrderStates`; a state that the widget does not know is an order under way. */
  state: z.string(),
  /** The provider's own hint, letters only, for choosing the words: `userSign`, `noClient`. */
  hint: z.optional(z.string()),
  /** The text to draw as a QR code; only while it waits to be scanned. */
  qr: z.optional(z.string()),
  /** Addresses that start the e-ID app on this device; only for `device: same`. */
  launch: z.optional(z.object({ mobile: z.string(), desktop: z.string() })),
  /** The e-ID's own page, to leave for; the citizen is sent back to `returnTo`, whatever came of it. */
  redirectUrl: z.optional(z.string()),
  pollAfterMs: z.number(),
  now: instantSchema,
  expiresAt: instantSchema,
  failure: z.optional(z.object({ code: z.string(), advice: z.array(z.string()) })),
});
export type EidOrder = z.infer<typeof eidOrderSchema>;
export type EidOrderState = (typeof eidOrderStates)[number];
