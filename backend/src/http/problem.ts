import type { ProblemCode, ProblemDocument } from '../../../src/contract/problem.ts';

/** The status that each problem code is answered with. */
export const problemStatus = {
  'invalid-request': 422,
  'unsupported-media-type': 415,
  'request-not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-logged-in': 401,
  conflict: 409,
  'too-many-requests': 429,
  'order-not-found': 404,
  'order-not-complete': 409,
  'provider-unknown': 422,
  'eid-in-progress': 409,
  'eid-provider-unavailable': 503,
  'feedback-not-allowed': 403,
  'login-level-too-low': 403,
  'case-not-found': 404,
  'case-source-unavailable': 503,
  'document-not-found': 404,
  'reply-not-allowed': 403,
  'idempotency-key-reused': 422,
  'upload-not-found': 404,
  'upload-not-complete': 422,
  'upload-offset-mismatch': 409,
  'upload-too-large': 413,
  'upload-type-not-allowed': 415,
  'upload-quota-exceeded': 413,
  'register-unreachable': 503,
  'register-incomplete': 409,
  'person-not-in-register': 409,
  'school-register-unreachable': 503,
  'service-not-found': 404,
  'child-not-found': 404,
  'child-not-eligible': 409,
  'co-signing-not-possible': 409,
  'signing-not-found': 404,
  'signing-over': 409,
  'signing-not-complete': 409,
  'signing-action-not-allowed': 403,
  'signer-mismatch': 403,
  'already-signed': 409,
  'document-changed': 409,
  'change-voids-signatures': 409,
  'contact-not-stated': 409,
  'invitation-not-valid': 404,
  'invitation-not-for-you': 403,
  maintenance: 503,
  'internal-error': 500,
} as const satisfies Record<ProblemCode, number>;

export interface ProblemDetails {
  /** Where the code's own status is too coarse: 400 for text that is no JSON, 412 for another version of tus, 413 for a body too large. */
  status?: 400 | 412 | 413;
  /** Whole seconds to wait; also sent as `Retry-After`. */
  retryAfter?: number;
  /** Which time in 24 hours this happens to the person, from 1. */
  attempt?: number;
  errors?: NonNullable<ProblemDocument['errors']>;
  cause?: unknown;
}

/** Thrown by a route to answer with a problem document. Only `code`, `retryAfter`, `attempt` and `errors` reach the citizen. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code, { cause: details.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}
