import type { Outcome } from './application-api.ts';
import { siteRoot } from './site-root.ts';

type Problem = Extract<Outcome, { ok: false }>['problem'];

const kept = 'Det du har fyllt i finns kvar.';
const call = 'Ring servicecenter på 0476-550 00, så hjälper de dig.';

/** What the municipality's own form says when an application could not be sent or shown, by problem code. */
const sentences: Readonly<Record<string, string>> = {
  'not-logged-in': `Du är inte inloggad längre. Logga in igen här på sidan. ${kept}`,
  'child-not-found': `Barnet går inte att välja längre. Välj barnet igen. ${kept}`,
  'child-not-eligible': `E-tjänsten är inte för det barnet. Välj ett annat barn. ${kept}`,
  'co-signing-not-possible': `Ansökan går inte att skriva under här. ${call}`,
  'person-not-in-register': `Vi hittar dig inte i folkbokföringen. ${call}`,
  'register-unreachable': `Vi når inte folkbokföringen just nu, och kan därför inte ta emot ansökan. ${kept} Försök igen om en stund.`,
  'register-incomplete': `Folkbokföringen gav oss inte alla uppgifter. ${kept} Försök igen om en stund.`,
  'school-register-unreachable': `Vi når inte skolornas register just nu, och kan därför inte ta emot ansökan. ${kept} Försök igen om en stund.`,
  'too-many-requests': `Det blev för många försök. ${kept} Vänta en stund och försök igen.`,
  'maintenance': `Tjänsten är stängd en stund. ${kept} Försök igen lite senare.`,
  'unreachable': `Vi når inte tjänsten. Kontrollera att du har internet och försök igen. ${kept}`,
  'invalid-request': `Något av svaren går inte att ta emot. ${kept}`,
  'document-changed': 'Ansökan har ändrats i en annan flik. Ladda om sidan för att se den som den är nu.',
  'change-voids-signatures': 'Någon har skrivit under medan du ändrade. Läs om nya underskrifter här nedanför. ',
  'signing-over': 'Ansökan går inte att ändra längre. Läget ser du under Mina ärenden.',
  'signing-action-not-allowed': 'Bara den som har skickat ansökan kan ändra den.',
  'case-not-found': 'Vi hittar inte ansökan. Den kan vara borttagen, eller så är det någon annan som är inloggad.',
};

/** The problem in a sentence or two; the phone comes first when a register has been silent for the third time in a day. */
export function problemSentence({ code, retryAfter, attempt = 0 }: Problem): string {
  const sentence = sentences[code] ?? `Något har gått fel hos oss. ${kept} Försök igen om en stund. Hjälper det inte: ${call}`;
  if (attempt >= 3) return `${call} ${sentence}`;
  return code === 'too-many-requests' && retryAfter ? sentence.replace('en stund', `${retryAfter} sekunder`) : sentence;
}

/** Where there is another way than the form, for what no second try can help. */
export function otherWay({ code }: Problem): { href: string; words: string } | undefined {
  const isHopeless = code === 'co-signing-not-possible' || code === 'person-not-in-register';
  return isHopeless ? { href: new URL('kontakt/#blanketter', siteRoot).href, words: 'Använd en blankett i stället' } : undefined;
}

/** What is wrong with one answer, by the code in the problem document. */
export function faultSentence(code: string): string {
  if (code === 'not-a-date') return 'Skriv datumet så här: 2027-01-31.';
  return code === 'not-a-choice' ? 'Välj ett av svaren.' : 'Svara på den här frågan.';
}
