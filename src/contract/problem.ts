import * as z from 'zod/mini';
import './jitless.ts';

/** Every code the backend answers with. Stable: a code may be added, never renamed. */
export const problemCodes = [
  'invalid-request',
  'unsupported-media-type',
  'request-not-allowed',
  'not-found',
  'method-not-allowed',
  'not-logged-in',
  'conflict',
  'too-many-requests',
  'order-not-found',
  'order-not-complete',
  'provider-unknown',
  'eid-in-progress',
  'eid-provider-unavailable',
  'feedback-not-allowed',
  'login-level-too-low',
  'case-not-found',
  'case-source-unavailable',
  'document-not-found',
  'reply-not-allowed',
  'idempotency-key-reused',
  'upload-not-found',
  'upload-not-complete',
  'upload-offset-mismatch',
  'upload-too-large',
  'upload-type-not-allowed',
  'upload-quota-exceeded',
  'register-unreachable',
  'register-incomplete',
  'person-not-in-register',
  'school-register-unreachable',
  'service-not-found',
  'child-not-found',
  'child-not-eligible',
  'co-signing-not-possible',
  'signing-not-found',
  'signing-over',
  'signing-not-complete',
  'signing-action-not-allowed',
  'signer-mismatch',
  'already-signed',
  'document-changed',
  'change-voids-signatures',
  'contact-not-stated',
  'invitation-not-valid',
  'invitation-not-for-you',
  'maintenance',
  'internal-error',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Codes that arise on the way to the backend, before any answer of its own exists. */
export const transportCodes = ['offline', 'unreachable', 'timed-out', 'unreadable-answer', 'misconfigured'] as const;
export type TransportCode = (typeof transportCodes)[number];

/** An RFC 9457 problem document (`application/problem+json`); `code` is what programs act on. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  traceId: z.optional(z.string()),
  /** Seconds, the same figure as the `Retry-After` header. */
  retryAfter: z.optional(z.number()),
  /** Which time in the last 24 hours this happened to the person, from 1: from 3 the service centre is the way on. */
  attempt: z.optional(z.number()),
  /** What was wrong where, as JSON pointers; values are never echoed. */
  errors: z.optional(z.array(z.object({ pointer: z.string(), code: z.string() }))),
});
export type ProblemDocument = z.infer<typeof problemSchema>;

/** What went wrong with a call, as a widget sees it. A code that this version does not know is kept as it came. */
export type Problem = {
  code: ProblemCode | TransportCode | (string & {});
  /** HTTP status; absent when no answer came. */
  status?: number;
  /** Seconds to wait before the next try. */
  retryAfter?: number;
  /** Which time in 24 hours this happens to the person, from 1; only where a register is silent. */
  attempt?: number;
  /** To quote to the service centre. */
  traceId?: string;
};
