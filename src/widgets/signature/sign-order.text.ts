import { sv as login } from '../../eid/order.text.sv.ts';
import type { OrderWords } from '../../eid/order.text.sv.ts';
import type { WordSource } from '../../kit/words.ts';

/** An order under way, where it says something else when one signs than when one logs in. */
export const signOrderText: WordSource<OrderWords> = {
  name: 'signature',
  sv: {
    ...login,
    qrFailed: 'Koden går inte att visa. Skriv under på ett annat sätt.',
    awayHeading: 'Du skriver under på en annan sida',
    awayText: 'Underskriften med {eid} fortsätter på en egen sida. Sedan kommer du tillbaka hit.',
    finishHeading: 'Underskriften sparas',
    registerSilent: 'Din underskrift är sparad. Ett register svarar inte just nu, och underskriften tas emot när det svarar. Du kan lämna sidan.',
    RFA9: 'Skriv din säkerhetskod i appen {eid} och välj att skriva under.',
    RFA21: 'Underskriften pågår.',
  },
  other: { en: () => import('./sign-order.text.en.ts').then(({ en }) => en) },
};
