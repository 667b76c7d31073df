import { describe, expect, it } from 'vitest';
import { failedMessage } from '../../src/eid/failure.message.ts';
import { sv as failures } from '../../src/eid/failure.text.sv.ts';
import { sv as choices } from '../../src/widgets/login/login.text.sv.ts';
import { pendingMessage } from '../../src/eid/order.message.ts';
import { sv as words } from '../../src/eid/order.text.sv.ts';

const computer = { usingQr: false, onMobile: false };

describe('the message while a login is under way', () => {
  it.each([
    ['outstandingTransaction', { usingQr: true, onMobile: false }, 'RFA1'],
    ['outstandingTransaction', { usingQr: true, onMobile: true }, 'RFA1'],
    ['outstandingTransaction', computer, 'RFA13'],
    ['outstandingTransaction', { usingQr: false, onMobile: true }, 'RFA13'],
    ['noClient', computer, 'RFA1'],
    ['started', computer, 'RFA15A'],
    ['started', { usingQr: false, onMobile: true }, 'RFA15B'],
    // An app that was scanned for is not looked for on the device that shows the code.
    ['started', { usingQr: true, onMobile: false }, 'RFA21'],
    ['started', { usingQr: true, onMobile: true }, 'RFA21'],
    ['userSign', computer, 'RFA9'],
    ['userMrtd', computer, 'RFA23'],
    ['userFace', computer, 'RFA24'],
    ['userStepUp', computer, 'RFA25'],
    ['userCallConfirm', computer, 'RFA21'],
    ['processing', computer, 'RFA21'],
    ['somethingNew', computer, 'RFA21'],
    ['toString', computer, 'RFA21'],
    [undefined, computer, 'RFA21'],
  ])('for %s with %o is %s', (hint, where, code) => {
    const message = pendingMessage({ hint, ...where });
    expect(message).toBe(code);
    expect(words[message]).toBeTruthy();
  });
});

describe('the message when a login has failed', () => {
  it.each([
    ['cancelled', false, 'RFA3'],
    ['alreadyInProgress', false, 'RFA4'],
    ['requestTimeout', false, 'RFA5'],
    ['internalError', false, 'RFA5'],
    ['maintenance', false, 'RFA5'],
    ['tooManyRequests', false, 'RFA5'],
    ['userCancel', false, 'RFA6'],
    ['expiredTransaction', false, 'RFA8'],
    ['certificateErr', false, 'RFA16'],
    ['noClient', false, 'RFA2'],
    ['startFailed', false, 'RFA17A'],
    ['startFailed', true, 'RFA17B'],
    ['mrtdVerificationFailed', false, 'RFA26'],
    ['facialRecognitionFailed', false, 'RFA27'],
    ['nfcNotSupportedByDevice', false, 'RFA28'],
    ['multipleBankIdsOnDevice', false, 'RFA29'],
    ['stepUpFailed', false, 'RFA30'],
    ['userDeclinedCall', false, 'userDeclinedCall'],
    ['notSupportedByUserApp', false, 'notSupportedByUserApp'],
    ['transactionRiskBlocked', false, 'transactionRiskBlocked'],
    ['levelTooLow', false, 'levelTooLow'],
    ['somethingNew', false, 'RFA22'],
    ['constructor', true, 'RFA22'],
    [undefined, false, 'RFA22'],
  ])('for %s, by QR code %s, is %s', (hint, usingQr, code) => {
    const message = failedMessage({ hint, usingQr });
    expect(message).toBe(code);
    expect(failures[message]).toBeTruthy();
  });
});

describe('the words of the login', () => {
  it('hold one text for each message that BankID numbers', () => {
    const numbered = ['1', '2', '3', '4', '5', '6', '8', '9', '13', '15A', '15B', '16', '17A', '17B', ...[18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30].map(String)];
    const known: Record<string, string> = { ...choices, ...words, ...failures };
    expect(numbered.filter((number) => !known[`RFA${number}`])).toEqual([]);
  });
});
