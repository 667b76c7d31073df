/** A fact that the demo must tell, and one way to it on the page with questions and answers. */
export interface Fact {
  number: number;
  /** What a citizen types in the search. */
  search: string;
  /** The question's own address on the page. */
  slug: string;
  /** A piece of the answer, word for word. */
  says: string;
}

/** Where `facts` are answered. */
export const factsPath = '/fragor-och-svar/';

/** Every fact about e-services, logging in, guardians and the municipality. Some are told in more than one answer. */
export const facts: readonly Fact[] = [
  { number: 1, search: 'måste jag logga in', slug: 'maste-jag-logga-in-for-att-anvanda-en-e-tjanst', says: 'Andra använder du utan att logga in' },
  { number: 2, search: 'surfplattor', slug: 'vilken-e-legitimation-ska-jag-valja', says: 'Välj i första hand Mobilt BankID' },
  { number: 2, search: 'id-kort', slug: 'vad-ar-en-e-legitimation', says: 'gäller lika mycket som en med penna' },
  { number: 3, search: 'säkert', slug: 'ar-det-sakert-att-anvanda-e-legitimation', says: 'en säker lösning för våra e-tjänster' },
  { number: 4, search: 'fullständigt personnummer', slug: 'vad-gor-jag-om-jag-inte-kan-fa-en-e-legitimation', says: 'en blankett på papper' },
  { number: 5, search: 'kan inte logga in', slug: 'jag-kan-inte-logga-in-vad-ska-jag-gora', says: 'Testa din e-legitimation' },
  { number: 6, search: 'installerad', slug: 'varfor-visas-ingen-e-legitimation', says: 'Den har gått ut eller är spärrad' },
  { number: 6, search: 'startar inte', slug: 'appen-startar-inte-av-sig-sjalv-hur-gor-jag', says: 'öppna appen själv och skriva din kod' },
  { number: 7, search: 'glömt koden', slug: 'jag-har-glomt-koden-till-min-e-legitimation', says: 'Be din bank om en ny e-legitimation' },
  { number: 8, search: 'loggar jag ut', slug: 'hur-loggar-jag-ut', says: 'Stäng sedan webbläsaren också' },
  { number: 9, search: 'båda vårdnadshavarna', slug: 'vem-ska-skriva-under-nar-arendet-galler-ett-barn', says: 'Båda vårdnadshavarna ska skriva under' },
  { number: 10, search: 'andra vårdnadshavaren under', slug: 'hur-skriver-den-andra-vardnadshavaren-under', says: 'Mina ärenden fungerar alltid' },
  { number: 11, search: 'inte fått något mejl', slug: 'den-andra-vardnadshavaren-har-inte-fatt-nagot-mejl', says: 'Du kan rätta adressen och skicka igen' },
  { number: 12, search: 'huvudman', slug: 'vilka-barn-kan-jag-valja-i-en-e-tjanst', says: 'Listan hämtas från folkbokföringen' },
  { number: 12, search: 'skyddad identitet', slug: 'varfor-saknas-ett-barn-i-listan', says: 'De personerna visar vi aldrig' },
  { number: 13, search: 'folkbokföringen svarar', slug: 'vad-betyder-det-att-folkbokforingen-inte-gar-att-na', says: 'Det du har fyllt i finns kvar' },
  { number: 14, search: 'info@almhult.se', slug: 'hur-kontaktar-jag-kommunens-servicecenter', says: '0476-550' },
  { number: 15, search: 'tillgänglighetsredogörelsen', slug: 'hur-tillganglig-ar-webbplatsen', says: 'vilka brister vi känner till' },
  { number: 15, search: 'ansvarar', slug: 'vem-ansvarar-for-webbplatsen', says: 'så många som möjligt' },
  { number: 15, search: 'inte är tillgängligt', slug: 'hur-anmaler-jag-att-nagot-inte-ar-tillgangligt', says: 'så att vi kan rätta det' },
];
