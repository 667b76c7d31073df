/** A fact that the demo must tell, and one way to it on the page with questions and answers. */
export interface Fact {
  number: number;
  /** What a citizen types in the search. */
  search: string;
  /** The question's own address on the page. */
  slug: string;
  /** Pieces of the answer, word for word, that make the fact whole. */
  says: readonly string[];
}

/** Where `facts` are answered. */
export const factsPath = '/fragor-och-svar/';

/** Every fact about e-services, logging in, guardians and the municipality. Some are told in more than one answer. */
export const facts: readonly Fact[] = [
  { number: 1, search: 'måste jag logga in', slug: 'maste-jag-logga-in-for-att-anvanda-en-e-tjanst', says: ['Andra använder du utan att logga in', 'Ja, med e-legitimation'] },
  { number: 2, search: 'surfplattor', slug: 'vilken-e-legitimation-ska-jag-valja', says: ['Välj i första hand Mobilt BankID', 'I en app i mobilen eller surfplattan', 'På datorns hårddisk', 'På ett kort som du sätter i en kortläsare'] },
  { number: 2, search: 'id-kort', slug: 'vad-ar-en-e-legitimation', says: ['gäller lika mycket som en med penna', 'så att du kan logga in', 'Du får den av en utfärdare, till exempel din bank'] },
  { number: 3, search: 'säkert', slug: 'ar-det-sakert-att-anvanda-e-legitimation', says: ['en säker lösning för våra e-tjänster'] },
  { number: 4, search: 'fullständigt personnummer', slug: 'vad-gor-jag-om-jag-inte-kan-fa-en-e-legitimation', says: ['en blankett på papper', 'så hjälper de dig till rätt blankett'] },
  { number: 5, search: 'kan inte logga in', slug: 'jag-kan-inte-logga-in-vad-ska-jag-gora', says: ['Testa din e-legitimation', 'Kontakta utfärdaren, till exempel din bank', 'men du kan ändå inte logga in? Ring servicecenter'] },
  { number: 6, search: 'installerad', slug: 'varfor-visas-ingen-e-legitimation', says: ['Den har gått ut eller är spärrad', 'Logga in hos din bank och skaffa en', 'på en annan plats på datorn än där den installerades', 'Kontakta utfärdaren och be om en ny'] },
  { number: 6, search: 'startar inte', slug: 'appen-startar-inte-av-sig-sjalv-hur-gor-jag', says: ['öppna appen själv och skriva din kod'] },
  { number: 7, search: 'glömt koden', slug: 'jag-har-glomt-koden-till-min-e-legitimation', says: ['Be din bank om en ny e-legitimation', 'Bara du känner till din kod', 'Ingen annan kan se den eller återställa den'] },
  { number: 8, search: 'loggar jag ut', slug: 'hur-loggar-jag-ut', says: ['Stäng sedan webbläsaren också', 'när du är klar'] },
  { number: 9, search: 'båda vårdnadshavarna', slug: 'vem-ska-skriva-under-nar-arendet-galler-ett-barn', says: ['Båda vårdnadshavarna ska skriva under', 'komplett först när ni båda har gjort det'] },
  { number: 10, search: 'andra vårdnadshavaren under', slug: 'hur-skriver-den-andra-vardnadshavaren-under', says: ['Mina ärenden fungerar alltid', 'Öppna länken i mejlet som vi skickade', 'skriv under i Mina ärenden'] },
  { number: 11, search: 'inte fått något mejl', slug: 'den-andra-vardnadshavaren-har-inte-fatt-nagot-mejl', says: ['Du kan rätta adressen och skicka igen', 'Är adressen fel kommer mejlet inte fram', 'Där ser du vilken adress mejlet gick till'] },
  { number: 12, search: 'huvudman', slug: 'vilka-barn-kan-jag-valja-i-en-e-tjanst', says: ['Listan hämtas från folkbokföringen', 'de barn som du är vårdnadshavare för', 'bara barn som går i en skola där kommunen är huvudman'] },
  { number: 12, search: 'skyddad identitet', slug: 'varfor-saknas-ett-barn-i-listan', says: ['De personerna visar vi aldrig', 'Vi kan inte säga vilken som gäller för ett visst barn', 'Barnet går inte i en skola som kommunen driver'] },
  { number: 13, search: 'folkbokföringen svarar', slug: 'vad-betyder-det-att-folkbokforingen-inte-gar-att-na', says: ['Det du har fyllt i finns kvar', 'inte hämta adresser och uppgifter om vårdnad just nu', 'Händer det flera gånger, kontakta servicecenter'] },
  { number: 14, search: 'info@almhult.se', slug: 'hur-kontaktar-jag-kommunens-servicecenter', says: ['0476-550 00', 'info@almhult.se'] },
  { number: 15, search: 'tillgänglighetsredogörelsen', slug: 'hur-tillganglig-ar-webbplatsen', says: ['vilka brister vi känner till'] },
  { number: 15, search: 'ansvarar', slug: 'vem-ansvarar-for-webbplatsen', says: ['så många som möjligt'] },
  { number: 15, search: 'inte är tillgängligt', slug: 'hur-anmaler-jag-att-nagot-inte-ar-tillgangligt', says: ['så att vi kan rätta det'] },
];
