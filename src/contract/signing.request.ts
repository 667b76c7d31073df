import * as z from 'zod/mini';
import './jitless.ts';
import { longestDeclineReason } from './signing.values.ts';

/**
 * `POST /cases/{case}/signing/orders`: starts signing with an e-ID. `version` is the version of the document that is on
 * the screen; another one than the backend's is `document-changed`.
 */
export const signingOrderRequestSchema = z.strictObject({
  provider: z.string().check(z.maxLength(64)),
  device: z.enum(['same', 'other']),
  returnTo: z.optional(z.string().check(z.maxLength(512))),
  version: z.number(),
});
export type SigningOrderRequest = z.infer<typeof signingOrderRequestSchema>;

/** `POST /cases/{case}/signing/signature`: takes in what a completed order signed. Safe to send again when the answer was lost. */
export const signatureRequestSchema = z.strictObject({ orderId: z.string().check(z.maxLength(64)) });
export type SignatureRequest = z.infer<typeof signatureRequestSchema>;

/** `POST /cases/{case}/signing/decline`. The other guardian reads the reason. */
export const declineRequestSchema = z.strictObject({ reason: z.optional(z.string().check(z.maxLength(longestDeclineReason))) });
export type DeclineRequest = z.infer<typeof declineRequestSchema>;

/**
 * `PUT /cases/{case}/signing/parties/{party}/contact`: where a guardian is written to, and in which of the
 * municipality's languages. Every link that was sent before is dead from then on, and a new one is sent.
 */
export const contactRequestSchema = z.strictObject({
  email: z.email().check(z.maxLength(254)),
  language: z.optional(z.string().check(z.maxLength(35))),
});
export type ContactRequest = z.infer<typeof contactRequestSchema>;

/** `POST /invitations/open`: what stood after `#` in the link. */
export const invitationRequestSchema = z.strictObject({ token: z.string().check(z.maxLength(128)) });
export type InvitationRequest = z.infer<typeof invitationRequestSchema>;
