import { sv as login } from '../../eid/order.text.sv.ts';
import type { OrderWords } from '../../eid/order.text.sv.ts';
import type { WordSource } from '../../kit/words.ts';

/** A test under way, where it says something else than a login does. */
export const testOrderText: WordSource<OrderWords> = {
  name: 'test',
  sv: {
    ...login,
    qrFailed: 'Koden går inte att visa. Testa på ett annat sätt.',
    awayHeading: 'Du gör testet på en annan sida',
    awayText: 'Testet av {eid} fortsätter på en egen sida. Sedan kommer du tillbaka hit.',
    finishHeading: 'Testet är snart klart',
    RFA21: 'Testet pågår.',
  },
  other: { en: () => import('./test-order.text.en.ts').then(({ en }) => en) },
};
