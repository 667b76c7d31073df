import { escaped, type Shape } from './snippet.ts';

/** How a widget is put on a page in one CMS. */
export interface CmsGuide {
  id: string;
  name: string;
  /** What an editor does, one thing at a time. */
  steps: readonly string[];
  /** Why a link is what to take where this CMS's editors write. */
  why: string;
  /** What is better still, where somebody has put it there. */
  better?: string;
  /** Where the web manager puts the line that every page needs. */
  oncePerSite: string;
}

/** The step that is for questions alone, and for those that the editor writes. */
export const questionsStep = 'Skriv frågorna direkt under länken, var och en som en rubrik med svaret som text under. Utan dem visas de frågor som kommunen har hos sin tjänst.';

const insertLink = (open: string): string[] => [
  open,
  'Skriv texten i rutan Länktext på en egen rad.',
  'Markera texten och välj Infoga länk.',
  'Klistra in adressen som du har kopierat, hela vägen med allt efter #.',
  questionsStep,
  'Spara, publicera och titta på sidan.',
];

/** The CMSs that Swedish municipalities have most, and what to do in any other. */
export const cmsGuides: readonly CmsGuide[] = [
  {
    id: 'sitevision',
    name: 'Sitevision',
    steps: insertLink('Öppna sidan i redigeringsläget och ställ dig i en textmodul.'),
    why: 'Alla redaktörer kan lägga in en länk i en textmodul. HTML-modulen får bara några använda. Har ni den kan du lägga taggen där.',
    better: 'WebAppen Kommunens widgetar är en egen modul, där du väljer widget och fyller i inställningarna.',
    oncePerSite: 'Lägg raden i mallen, i en HTML-modul eller i det som läggs till i sidhuvudet. Har ni slagit på Avancerad säkerhet ska adresserna stå i innehållspolicyn.',
  },
  {
    id: 'wordpress',
    name: 'WordPress',
    steps: insertLink('Öppna sidan och ställ dig i ett stycke.'),
    why: 'WordPress byter raka citattecken mot böjda och tar bort taggar för många roller. En länk rör den inte.',
    better: 'Tillägget Kommunens widgetar ger varje widget ett eget block, där du fyller i inställningarna.',
    oncePerSite: 'Lägg raden i temats sidhuvud, eller låt tillägget Kommunens widgetar göra det.',
  },
  {
    id: 'optimizely',
    name: 'Optimizely (Episerver)',
    steps: insertLink('Öppna sidan och ställ dig i huvudtexten.'),
    why: 'Texteditorn tar bort taggar som den inte känner till. Länkar och citat behåller den.',
    better: 'Ett eget block för widgeten, som er leverantör har gjort, drar du in på sidan.',
    oncePerSite: 'Er leverantör lägger raden i sidmallens head.',
  },
  {
    id: 'umbraco',
    name: 'Umbraco',
    steps: insertLink('Öppna sidan och ställ dig i textfältet.'),
    why: 'Länkar följer också med när Umbraco uppgraderas. Rutor med div tappar då sina inställningar.',
    better: 'Ett eget block för widgeten, som er leverantör har gjort, drar du in på sidan.',
    oncePerSite: 'Er leverantör lägger raden i sidmallens head.',
  },
  {
    id: 'drupal',
    name: 'Drupal',
    steps: insertLink('Öppna sidan och ställ dig i brödtexten.'),
    why: 'Textformatet Basic HTML tar bort klasser och data-attribut. En länk är det enda som blir kvar helt.',
    better: 'En egen paragraftyp för widgeten, som er leverantör har gjort, lägger du till på sidan.',
    oncePerSite: 'Lägg raden i temats html.html.twig.',
  },
  {
    id: 'typo3',
    name: 'TYPO3',
    steps: insertLink('Öppna sidan och ställ dig i ett textelement.'),
    why: 'TYPO3 visar okända taggar som text för besökarna. En länk är säker.',
    better: 'Elementet Ren HTML tar emot taggen. Ett eget innehållselement för widgeten, som er leverantör har gjort, är enklare.',
    oncePerSite: 'Lägg raden i page.headerData.',
  },
  {
    id: 'episerver',
    name: 'EPiServer, äldre',
    steps: insertLink('Öppna sidan och ställ dig i huvudtexten.'),
    why: 'Äldre versioner lägger hela sidan i ett formulär och rensar taggar. En länk klarar båda.',
    oncePerSite: 'Er leverantör lägger raden i masterfilens head.',
  },
  {
    id: 'annat',
    name: 'Ett annat',
    steps: insertLink('Öppna sidan och ställ dig där widgeten ska vara.'),
    why: 'Alla webbverktyg som vi har prövat behåller en länk. Går det inte att lägga in länkar kan du skriva textkoden som vanlig text.',
    oncePerSite: 'Lägg raden i head, i mallen för alla sidor.',
  },
];

/** What each shape is called and when it is the one to take. */
export const shapeWords: Record<Shape, { name: string; when: string }> = {
  link: { name: 'Länk som HTML', when: 'När du redigerar sidans HTML och ändå vill ha länken, som alla webbverktyg behåller.' },
  quote: { name: 'Citat med klass', when: 'När du vill ha frågorna eller mer text inne i widgeten. TinyMCE, WordPress och Umbraco behåller det. CKEditor, som finns i Drupal och TYPO3, tar bort klassen.' },
  paragraph: { name: 'Stycke med data-attribut', when: 'När webbverktyget behåller data-attribut. Det gör samma som behåller citatet.' },
  code: { name: 'Textkod', when: 'När du inte kan lägga in en länk. Den skrivs som vanlig text, men den som saknar JavaScript ser bara koden.' },
  tag: { name: 'Taggen', when: 'När du har ett block för egen HTML, eller gör mallar. Ett vanligt textfält tar bort den.' },
};

export const frameWords = { name: 'Ram (iframe)', when: 'Bara när inget annat kommer fram, och bara för frågor och svar: inloggning och underskrift visas aldrig i en ram. Adresser i inställningarna följer inte med. Webbplatsen måste stå i allowedOrigins. Ramen växer med innehållet när skriptet finns på sidan.' };

/** Writes what the web manager puts once in the template of all pages. */
export const oncePerSite = (loader: string, api: string, phone?: string): string =>
  `<script type="module" src="${escaped(loader)}" data-api="${escaped(api)}"${phone === undefined ? '' : ` data-phone="${escaped(phone)}"`}></script>`;
