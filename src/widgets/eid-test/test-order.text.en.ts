import { en as login } from '../../eid/order.text.en.ts';
import type { OrderWords } from '../../eid/order.text.sv.ts';

export const en: OrderWords = {
  ...login,
  qrFailed: 'The code cannot be shown. Test in another way.',
  awayHeading: 'You do the test on another page',
  awayText: 'The test of {eid} continues on a page of its own. After that you come back here.',
  finishHeading: 'The test is nearly done',
  RFA21: 'The test is under way.',
};
