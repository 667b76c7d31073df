import { sv as login } from '../../eid/failure.text.sv.ts';
import type { FailureWords } from '../../eid/failure.text.sv.ts';
import type { WordSource } from '../../kit/words.ts';

/** A test that came to nothing, where it says something else than a failed login does. */
export const testFailureText: WordSource<FailureWords> = {
  name: 'test',
  sv: {
    ...login,
    'eid-cancelled': 'Testet avbröts',
    'eid-in-progress': 'En inloggning eller ett test var redan påbörjat',
    'eid-device-unsuitable': 'Enheten eller appen klarar inte testet',
    'eid-blocked-by-risk': 'Testet stoppades av säkerhetsskäl',
    'eid-failed': 'Testet gick inte att göra',
    RFA3: 'Testet blev inte klart. Försök igen.',
    RFA4: 'Av säkerhetsskäl avbröts båda. Försök igen. Var det inte du som började? Försök då inte igen, utan vänd dig till utfärdaren.',
    RFA6: 'Du avbröt i appen. Testet blev inte klart.',
    userDeclinedCall: 'Du svarade i appen att du inte talar i telefon med oss. Testet avbröts därför.',
    transactionRiskBlocked: 'Utfärdaren bedömde att testet inte var säkert. Fråga utfärdaren vad som hände.',
    useOtherProvider: 'Testa på ett annat sätt',
  },
  other: { en: () => import('./test-failure.text.en.ts').then(({ en }) => en) },
};
