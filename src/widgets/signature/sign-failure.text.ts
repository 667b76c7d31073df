import { sv as login } from '../../eid/failure.text.sv.ts';
import type { FailureWords } from '../../eid/failure.text.sv.ts';
import type { WordSource } from '../../kit/words.ts';

/** A signature that came to nothing, where it says something else than a failed login does. */
export const signFailureText: WordSource<FailureWords> = {
  name: 'signature',
  sv: {
    ...login,
    'eid-cancelled': 'Underskriften avbröts',
    'eid-in-progress': 'En inloggning eller underskrift var redan påbörjad',
    'eid-device-unsuitable': 'Enheten eller appen klarar inte underskriften',
    'eid-blocked-by-risk': 'Underskriften stoppades av säkerhetsskäl',
    'eid-failed': 'Det gick inte att skriva under',
    RFA3: 'Inget är underskrivet. Försök igen.',
    RFA4: 'Av säkerhetsskäl avbröts båda. Försök igen. Var det inte du som började? Försök då inte igen, utan vänd dig till utfärdaren.',
    RFA6: 'Du avbröt i appen. Inget är underskrivet.',
    userDeclinedCall: 'Du svarade i appen att du inte talar i telefon med oss. Underskriften avbröts därför.',
    transactionRiskBlocked: 'Utfärdaren bedömde att underskriften inte var säker. Fråga utfärdaren vad som hände.',
    useOtherProvider: 'Skriv under på ett annat sätt',
  },
  other: { en: () => import('./sign-failure.text.en.ts').then(({ en }) => en) },
};
