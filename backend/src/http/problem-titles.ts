import type { ProblemCode } from '../../../src/contract/problem.ts';

/** What each problem is called, for people who read the raw answer; the widgets have words of their own. */
export const problemTitles: Record<ProblemCode, { sv: string; en: string }> = {
  'invalid-request': { sv: 'Anropet går inte att förstå', en: 'The request cannot be understood' },
  'unsupported-media-type': { sv: 'Innehållet måste vara JSON', en: 'The content must be JSON' },
  'request-not-allowed': { sv: 'Anropet kommer inte från en tillåten webbplats', en: 'The request is not from an allowed site' },
  'not-found': { sv: 'Det finns inget på den här adressen', en: 'There is nothing at this address' },
  'method-not-allowed': { sv: 'Metoden går inte att använda här', en: 'The method cannot be used here' },
  'not-logged-in': { sv: 'Du är inte inloggad', en: 'You are not logged in' },
  conflict: { sv: 'Något annat hann före', en: 'Something else came first' },
  'too-many-requests': { sv: 'För många försök på kort tid', en: 'Too many attempts in a short time' },
  'order-not-found': { sv: 'Inloggningsförsöket finns inte längre', en: 'The login attempt no longer exists' },
  'order-not-complete': { sv: 'Legitimeringen är inte klar', en: 'The identification is not complete' },
  'provider-unknown': { sv: 'E-legitimationen går inte att använda här', en: 'This e-ID cannot be used here' },
  'eid-in-progress': { sv: 'En legitimering pågår redan', en: 'An identification is already under way' },
  'eid-provider-unavailable': { sv: 'E-legitimationen svarar inte just nu', en: 'The e-ID is not answering right now' },
  'feedback-not-allowed': { sv: 'Svar på frågan tas inte emot', en: 'Feedback is not accepted' },
  'login-level-too-low': { sv: 'Det behövs en säkrare inloggning', en: 'A more secure login is needed' },
  'case-not-found': { sv: 'Ärendet finns inte', en: 'There is no such case' },
  'case-source-unavailable': { sv: 'Systemet där ärendet finns svarar inte just nu', en: 'The system that holds the case is not answering right now' },
  'document-not-found': { sv: 'Handlingen finns inte längre', en: 'The document no longer exists' },
  'reply-not-allowed': { sv: 'Det går inte att svara i ärendet', en: 'The case takes no replies' },
  'idempotency-key-reused': { sv: 'Nyckeln har redan använts till något annat', en: 'The key has already been used for something else' },
  'upload-not-found': { sv: 'Filen finns inte längre', en: 'The file no longer exists' },
  'upload-not-complete': { sv: 'Filen har inte kommit fram än', en: 'The file has not arrived yet' },
  'upload-offset-mismatch': { sv: 'Filen fortsätter från ett annat ställe', en: 'The file continues from another place' },
  'upload-too-large': { sv: 'Filen är för stor', en: 'The file is too large' },
  'upload-type-not-allowed': { sv: 'Filtypen går inte att skicka', en: 'This type of file cannot be sent' },
  'upload-quota-exceeded': { sv: 'Du har för många filer som väntar på att skickas', en: 'Too many of your files are waiting to be sent' },
  'register-unreachable': { sv: 'Folkbokföringen svarar inte just nu', en: 'The population register is not answering right now' },
  'register-incomplete': { sv: 'Uppgifter saknas i folkbokföringen', en: 'Details are missing in the population register' },
  'person-not-in-register': { sv: 'Det finns inga uppgifter om dig i folkbokföringen', en: 'The population register has no details about you' },
  'school-register-unreachable': { sv: 'Skolornas register svarar inte just nu', en: 'The school register is not answering right now' },
  'service-not-found': { sv: 'E-tjänsten finns inte', en: 'There is no such e-service' },
  'child-not-found': { sv: 'Barnet går inte att välja', en: 'The child cannot be chosen' },
  'child-not-eligible': { sv: 'E-tjänsten är inte för det här barnet', en: 'The e-service is not for this child' },
  'co-signing-not-possible': { sv: 'Ansökan går inte att skriva under här', en: 'The application cannot be signed here' },
  'signing-not-found': { sv: 'Det finns inget att skriva under', en: 'There is nothing to sign' },
  'signing-over': { sv: 'Det går inte längre att skriva under', en: 'It can no longer be signed' },
  'signing-not-complete': { sv: 'Alla har inte skrivit under', en: 'Not everybody has signed' },
  'signing-action-not-allowed': { sv: 'Du kan inte göra det här i ärendet', en: 'You cannot do this in the case' },
  'signer-mismatch': { sv: 'Någon annans e-legitimation skrev under', en: 'Another person’s e-ID signed' },
  'already-signed': { sv: 'Du har redan skrivit under', en: 'You have already signed' },
  'document-changed': { sv: 'Det som ska skrivas under har ändrats', en: 'What is to be signed has changed' },
  'change-voids-signatures': { sv: 'En ändring gör underskrifterna ogiltiga', en: 'A change makes the signatures void' },
  'contact-not-stated': { sv: 'Det finns ingen adress att skicka till', en: 'There is no address to send to' },
  'invitation-not-valid': { sv: 'Länken gäller inte längre', en: 'The link is no longer valid' },
  'invitation-not-for-you': { sv: 'Länken är till någon annan', en: 'The link is for somebody else' },
  maintenance: { sv: 'Tjänsten är tillfälligt stängd', en: 'The service is closed for a while' },
  'internal-error': { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
};

/** Swedish, unless the browser puts English first. */
export function preferredLanguage(acceptLanguage: string | undefined): 'sv' | 'en' {
  const [first = { language: 'sv' }] = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', weight] = part.trim().toLowerCase().split(/;\s*q=/);
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ language, weight }) => (language === 'sv' || language === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return first.language === 'en' ? 'en' : 'sv';
}
