const messages = {
  noClient: 'RFA1',
  userSign: 'RFA9',
  userMrtd: 'RFA23',
  userFace: 'RFA24',
  userStepUp: 'RFA25',
} as const;

/** Codes of the messages that a citizen reads while an order is under way, as BankID numbers them. */
export type PendingMessage = (typeof messages)[keyof typeof messages] | 'RFA13' | 'RFA15A' | 'RFA15B' | 'RFA21';

/** The message for an order under way with `hint`, which may be anything; one that nobody knows is RFA21. */
export function pendingMessage({ hint, usingQr, onMobile }: { hint: string | undefined; usingQr: boolean; onMobile: boolean }): PendingMessage {
  if (hint === 'outstandingTransaction') return usingQr ? 'RFA1' : 'RFA13';
  if (hint === 'started' && !usingQr) return onMobile ? 'RFA15B' : 'RFA15A';
  return hint !== undefined && Object.hasOwn(messages, hint) ? messages[hint as keyof typeof messages] : 'RFA21';
}
