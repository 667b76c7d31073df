/** Where a case stands, in the same words whatever system it comes from. `unknown` shows the source's own words, never a guess. */
export const caseStatuses = [
  'draft',
  'awaitingSignatures',
  'awaitingPayment',
  'submitted',
  'inProgress',
  'awaitingSupplement',
  'decided',
  'closed',
  'withdrawn',
  'expired',
  'unknown',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const caseBoxes = ['all', 'waiting', 'mine', 'closed'] as const;
export type CaseBox = (typeof caseBoxes)[number];

export const caseSorts = ['updated', 'oldest', 'due', 'title'] as const;
export type CaseSort = (typeof caseSorts)[number];

export const replyLimits = { characters: 5000, files: 10, bytes: 10 * 1024 * 1024 } as const;

/** What the citizen can do now. */
export const nextActions = ['sign', 'pay', 'supplement', 'continue'] as const;
export type NextAction = (typeof nextActions)[number];

/** Files that may be attached, by what they hold and not by what they are called. */
export const attachmentTypes = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
} as const;
