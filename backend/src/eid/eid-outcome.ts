import type { EidAdvice, EidOrderState, eidFailureCodes } from '../../../src/contract/eid-order.ts';

export type EidFailureCode = (typeof eidFailureCodes)[number];

/** How an order ended without a person. */
export interface Ending {
  state: Extract<EidOrderState, 'failed' | 'cancelled' | 'expired'>;
  failureCode: EidFailureCode;
}

/** The hint of an order that no app has taken yet, and the only one under which a QR code is shown. */
export const untakenHint = 'outstandingTransaction';

const failed = (failureCode: EidFailureCode): Ending => ({ state: 'failed', failureCode });
const cancelled: Ending = { state: 'cancelled', failureCode: 'eid-cancelled' };

/** When the citizen ended the order in the browser, or a newer one took its place. */
export const cancelledByUs: Ending = cancelled;
/** When the citizen's time is up. */
export const timedOut: Ending = { state: 'expired', failureCode: 'eid-timed-out' };
/** When another order of the same person was under way. */
export const inProgress: Ending = failed('eid-in-progress');
/** When the cause cannot be told. */
export const unexplained: Ending = failed('eid-failed');

const endings = new Map<string, Ending>([
  ['startFailed', failed('eid-not-found')],
  ['noClient', failed('eid-not-found')],
  ['certificateErr', failed('eid-expired-or-blocked')],
  ['userCancel', cancelled],
  ['cancelled', cancelled],
  ['userDeclinedCall', cancelled],
  ['expiredTransaction', timedOut],
  ['alreadyInProgress', inProgress],
  ['mrtdVerificationFailed', failed('eid-check-failed')],
  ['facialRecognitionFailed', failed('eid-check-failed')],
  ['stepUpFailed', failed('eid-check-failed')],
  ['nfcNotSupportedByDevice', failed('eid-device-unsuitable')],
  ['notSupportedByUserApp', failed('eid-device-unsuitable')],
  ['multipleBankIdsOnDevice', failed('eid-device-unsuitable')],
  ['transactionRiskBlocked', failed('eid-blocked-by-risk')],
  ['levelTooLow', failed('eid-level-too-low')],
]);

/** What a failed order's hint means; a hint that is unknown, or absent, is `eid-failed`. */
export function endingOf(hint: string | undefined): Ending {
  return (hint === undefined ? undefined : endings.get(hint)) ?? unexplained;
}

/** Where a pending order stands; with a hint that is unknown the citizen is taken to be busy in the app. */
export function pendingStateOf(
  hint: string | undefined,
  device: 'same' | 'other',
): Extract<EidOrderState, 'waitingForScan' | 'waitingForApp' | 'userActing'> {
  if (hint === untakenHint) return device === 'other' ? 'waitingForScan' : 'waitingForApp';
  return hint === 'noClient' ? 'waitingForApp' : 'userActing';
}

const advice: Record<EidFailureCode, EidAdvice[]> = {
  'eid-not-found': ['tryAgain', 'installApp', 'testEid', 'contactIssuer', 'usePaperForm'],
  'eid-expired-or-blocked': ['contactIssuer', 'resetCodeAtIssuer', 'useOtherProvider', 'usePaperForm'],
  // Whoever has forgotten the code can only cancel.
  'eid-cancelled': ['tryAgain', 'resetCodeAtIssuer'],
  'eid-timed-out': ['tryAgain'],
  'eid-in-progress': ['tryAgain'],
  'eid-check-failed': ['tryAgain', 'contactIssuer', 'useOtherProvider'],
  'eid-device-unsuitable': ['tryAgain', 'useOtherProvider', 'contactIssuer', 'usePaperForm'],
  'eid-blocked-by-risk': ['contactIssuer', 'contactServiceCentre'],
  'eid-level-too-low': ['useOtherProvider', 'contactIssuer', 'contactServiceCentre'],
  'eid-failed': ['tryAgain', 'useOtherProvider', 'contactServiceCentre'],
};

/** What the citizen can do about a failure, in the order in which to offer it. */
export function adviceOn(failureCode: string): EidAdvice[] {
  const known: Partial<Record<string, EidAdvice[]>> = advice;
  return known[failureCode] ?? advice['eid-failed'];
}

/** The hint as a browser may be told it: letters only, since it comes from outside. */
export function tellableHint(hint: string | undefined): string | undefined {
  return hint !== undefined && /^[A-Za-z]{1,64}$/.test(hint) ? hint : undefined;
}
