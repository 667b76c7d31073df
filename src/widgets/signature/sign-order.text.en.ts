import { en as login } from '../../eid/order.text.en.ts';
import type { OrderWords } from '../../eid/order.text.sv.ts';

export const en: OrderWords = {
  ...login,
  qrFailed: 'The code cannot be shown. Sign in another way.',
  awayHeading: 'You sign on another page',
  awayText: 'The signature with {eid} continues on a page of its own. After that you come back here.',
  finishHeading: 'Saving the signature',
  registerSilent: 'Your signature is saved. A register is not answering right now, and the signature is taken in when it does. You can leave the page.',
  RFA9: 'Enter your security code in the {eid} app and choose to sign.',
  RFA21: 'The signature is under way.',
};
