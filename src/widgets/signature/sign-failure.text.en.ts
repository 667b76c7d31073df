import { en as login } from '../../eid/failure.text.en.ts';
import type { FailureWords } from '../../eid/failure.text.sv.ts';

export const en: FailureWords = {
  ...login,
  'eid-cancelled': 'The signature was cancelled',
  'eid-in-progress': 'A login or a signature had already been started',
  'eid-device-unsuitable': 'The device or the app cannot make this signature',
  'eid-blocked-by-risk': 'The signature was stopped for security',
  'eid-failed': 'It was not possible to sign',
  RFA3: 'Nothing is signed. Try again.',
  RFA4: 'For security both were cancelled. Try again. Was it not you who began? Then do not try again, but turn to the issuer.',
  RFA6: 'You cancelled in the app. Nothing is signed.',
  userDeclinedCall: 'You answered in the app that you are not on the phone with us. The signature was therefore cancelled.',
  transactionRiskBlocked: 'The issuer judged that the signature was not safe. Ask the issuer what happened.',
  useOtherProvider: 'Sign another way',
};
