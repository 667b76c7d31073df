import { describe, expect, it } from 'vitest';
import { eidAdvice, eidFailureCodes } from '../../../src/contract/eid-order.ts';
import { adviceOn, endingOf, pendingStateOf, tellableHint } from '../../src/eid/eid-outcome.ts';

describe('a failed hint', () => {
  it.each([
    ['startFailed', 'failed', 'eid-not-found'],
    ['noClient', 'failed', 'eid-not-found'],
    ['certificateErr', 'failed', 'eid-expired-or-blocked'],
    ['userCancel', 'cancelled', 'eid-cancelled'],
    ['cancelled', 'cancelled', 'eid-cancelled'],
    ['userDeclinedCall', 'cancelled', 'eid-cancelled'],
    ['expiredTransaction', 'expired', 'eid-timed-out'],
    ['alreadyInProgress', 'failed', 'eid-in-progress'],
    ['mrtdVerificationFailed', 'failed', 'eid-check-failed'],
    ['facialRecognitionFailed', 'failed', 'eid-check-failed'],
    ['stepUpFailed', 'failed', 'eid-check-failed'],
    ['nfcNotSupportedByDevice', 'failed', 'eid-device-unsuitable'],
    ['notSupportedByUserApp', 'failed', 'eid-device-unsuitable'],
    ['multipleBankIdsOnDevice', 'failed', 'eid-device-unsuitable'],
    ['transactionRiskBlocked', 'failed', 'eid-blocked-by-risk'],
    ['levelTooLow', 'failed', 'eid-level-too-low'],
    ['inventedNextYear', 'failed', 'eid-failed'],
    ['constructor', 'failed', 'eid-failed'],
    [undefined, 'failed', 'eid-failed'],
  ])('%s ends the order as %s with %s', (hint, state, failureCode) => {
    expect(endingOf(hint)).toEqual({ state, failureCode });
  });
});

describe('a pending hint', () => {
  it.each([
    ['outstandingTransaction', 'other', 'waitingForScan'],
    ['outstandingTransaction', 'same', 'waitingForApp'],
    ['noClient', 'same', 'waitingForApp'],
    ['noClient', 'other', 'waitingForApp'],
    ['started', 'other', 'userActing'],
    ['userSign', 'same', 'userActing'],
    ['userMrtd', 'same', 'userActing'],
    ['userFace', 'same', 'userActing'],
    ['userStepUp', 'same', 'userActing'],
    ['userCallConfirm', 'same', 'userActing'],
    ['processing', 'same', 'userActing'],
    ['inventedNextYear', 'other', 'userActing'],
    [undefined, 'other', 'userActing'],
  ] as const)('%s with the app on the %s device is %s', (hint, device, state) => {
    expect(pendingStateOf(hint, device)).toBe(state);
  });
});

describe('the advice', () => {
  it.each([
    ['eid-not-found', ['tryAgain', 'installApp', 'testEid', 'contactIssuer', 'usePaperForm']],
    ['eid-expired-or-blocked', ['contactIssuer', 'resetCodeAtIssuer', 'useOtherProvider', 'usePaperForm']],
    ['eid-cancelled', ['tryAgain', 'resetCodeAtIssuer']],
    ['eid-timed-out', ['tryAgain']],
    ['eid-in-progress', ['tryAgain']],
    ['eid-blocked-by-risk', ['contactIssuer', 'contactServiceCentre']],
    ['eid-level-too-low', ['useOtherProvider', 'contactIssuer', 'contactServiceCentre']],
    ['eid-failed', ['tryAgain', 'useOtherProvider', 'contactServiceCentre']],
    ['a-code-of-a-later-version', ['tryAgain', 'useOtherProvider', 'contactServiceCentre']],
  ])('on %s goes in the order of help', (code, advice) => {
    expect(adviceOn(code)).toEqual(advice);
  });

  it.each(eidFailureCodes)('on %s is never empty and only of known kinds', (code) => {
    expect(adviceOn(code).length).toBeGreaterThan(0);
    expect(eidAdvice).toEqual(expect.arrayContaining(adviceOn(code)));
  });
});

describe('a hint from outside', () => {
  it.each([
    ['userSign', 'userSign'],
    ['inventedNextYear', 'inventedNextYear'],
    ['<img src=x>', undefined],
    ['user 198501169885', undefined],
    ['a'.repeat(65), undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is told on as %s', (hint, told) => {
    expect(tellableHint(hint)).toBe(told);
  });
});
