import type { ReceiptWords } from './receipt.text.sv.ts';

/** English for the receipt of what was signed. */
export const en: ReceiptWords = {
  title: 'Receipt of signatures',
  intro: 'Everybody who had to sign the application has done so. This is what was signed, by whom and when.',
  reference: 'Case number',
  version: 'Version',
  completeAt: 'Signed by all',
  hash: 'Checksum (SHA-256)',
  aboutHash: 'The checksum is worked out from what was signed. If any of that is changed, the checksum becomes another.',
  signatures: 'Signatures',
  signature: '{name} signed with {eid} on {time}.',
  document: 'What was signed',
  afterwards: 'What happens next',
  page: 'Page {page} of {pages}',
};
