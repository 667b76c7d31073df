export interface ReceiptWords {
  title: string;
  intro: string;
  reference: string;
  version: string;
  completeAt: string;
  hash: string;
  aboutHash: string;
  signatures: string;
  signature: string;
  document: string;
  afterwards: string;
  page: string;
}

/** Swedish for the receipt of what was signed. `{…}` are filled in. */
export const sv: ReceiptWords = {
  title: 'Kvitto på underskrifter',
  intro: 'Alla som behövde skriva under ansökan har gjort det. Här står vad som skrevs under, av vem och när.',
  reference: 'Ärendenummer',
  version: 'Version',
  completeAt: 'Underskriven av alla',
  hash: 'Kontrollsumma (SHA-256)',
  aboutHash: 'Kontrollsumman är uträknad på det som skrevs under. Om något i det ändras blir den en annan.',
  signatures: 'Underskrifter',
  signature: '{name} skrev under med {eid} den {time}.',
  document: 'Det här skrevs under',
  afterwards: 'Det här händer nu',
  page: 'Sida {page} av {pages}',
};
