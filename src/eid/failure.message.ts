const messages = {
  cancelled: 'RFA3',
  canceled: 'RFA3',
  alreadyInProgress: 'RFA4',
  requestTimeout: 'RFA5',
  internalError: 'RFA5',
  maintenance: 'RFA5',
  tooManyRequests: 'RFA5',
  userCancel: 'RFA6',
  expiredTransaction: 'RFA8',
  certificateErr: 'RFA16',
  noClient: 'RFA2',
  mrtdVerificationFailed: 'RFA26',
  facialRecognitionFailed: 'RFA27',
  nfcNotSupportedByDevice: 'RFA28',
  multipleBankIdsOnDevice: 'RFA29',
  stepUpFailed: 'RFA30',
  // No official message exists for these four.
  userDeclinedCall: 'userDeclinedCall',
  notSupportedByUserApp: 'notSupportedByUserApp',
  transactionRiskBlocked: 'transactionRiskBlocked',
  levelTooLow: 'levelTooLow',
} as const;

/** Codes of the messages about orders that failed: BankID's own, or the hint where none exists. */
export type FailedMessage = (typeof messages)[keyof typeof messages] | 'RFA17A' | 'RFA17B' | 'RFA22';

/** The message for an order that has failed with `hint`, which may be anything; one that nobody knows is RFA22. */
export function failedMessage({ hint, usingQr }: { hint: string | undefined; usingQr: boolean }): FailedMessage {
  if (hint === 'startFailed') return usingQr ? 'RFA17B' : 'RFA17A';
  return hint !== undefined && Object.hasOwn(messages, hint) ? messages[hint as keyof typeof messages] : 'RFA22';
}
