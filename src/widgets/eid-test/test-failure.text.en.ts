import { en as login } from '../../eid/failure.text.en.ts';
import type { FailureWords } from '../../eid/failure.text.sv.ts';

export const en: FailureWords = {
  ...login,
  'eid-cancelled': 'The test was cancelled',
  'eid-in-progress': 'A login or a test had already been started',
  'eid-device-unsuitable': 'The device or the app cannot do the test',
  'eid-blocked-by-risk': 'The test was stopped for security',
  'eid-failed': 'It was not possible to do the test',
  RFA3: 'The test was not finished. Try again.',
  RFA4: 'For security both were cancelled. Try again. Was it not you who began? Then do not try again, but turn to the issuer.',
  RFA6: 'You cancelled in the app. The test was not finished.',
  userDeclinedCall: 'You answered in the app that you are not on the phone with us. The test was therefore cancelled.',
  transactionRiskBlocked: 'The issuer judged that the test was not safe. Ask the issuer what happened.',
  useOtherProvider: 'Test in another way',
};
