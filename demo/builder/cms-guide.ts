import { escaped, type Shape } from './snippet.ts';

/** How a widget is put on a page in one CMS, in the words that its editors see. */
export interface CmsGuide {
  id: string;
  name: string;
  /** What an editor does, one thing at a time. */
  steps: readonly string[];
  /** Why a link is what to take where this CMS's editors write. */
  why: string;
  /** What is easier still, where somebody has put it there. */
  better?: string;
  /** The shapes that come through where editors write text, as the CMS is delivered. */
  keeps: readonly Shape[];
  /** Where and how the shapes that are HTML can be written. */
  html: string;
  /** Where the web manager puts the line that every page needs. */
  oncePerSite: string;
}

/** The step that is for questions alone, and for those that the editor writes. */
export const questionsStep = 'Skriv frågorna direkt under länken, var och en som en rubrik med svaret som text under. Utan dem visas de frågor som kommunen har hos sin tjänst.';

const linkWords = 'Skriv länktexten på en egen rad och markera den.';

/** What editors of TinyMCE keep, and what those of CKEditor do. */
const blocks: readonly Shape[] = ['link', 'code', 'quote', 'paragraph'];
const wordsAlone: readonly Shape[] = ['link', 'code'];

/** The CMSs that Swedish municipalities have most, the editors of text that others are built on, and what to do in any other. */
export const cmsGuides: readonly CmsGuide[] = [
  {
    id: 'sitevision',
    name: 'Sitevision',
    steps: [
      'Öppna sidan i redigeringsläget och klicka i en textmodul, där widgeten ska stå.',
      linkWords,
      'Klicka på länkknappen, välj en extern länk även om sidan är er egen, och klistra in adressen med allt efter #.',
      questionsStep,
      'Publicera, och titta på sidan.',
    ],
    why: 'Alla redaktörer kan lägga in en länk i en textmodul. En intern länk kan tappa det som står efter #.',
    better: 'Modulen Kommunens widgetar. Lägg den på sidan från modulväljaren, välj widget och fyll i inställningarna.',
    keeps: ['link'],
    html: 'Allt annat skriver du i en HTML-modul, om du får använda den.',
    oncePerSite: 'Lägg raden i mallen, i en HTML-modul eller i det som läggs till i sidhuvudet. På sidor med modulen Kommunens widgetar följer den med. Har ni slagit på Avancerad säkerhet ska adresserna stå i innehållspolicyn.',
  },
  {
    id: 'wordpress',
    name: 'WordPress',
    steps: [
      'Öppna sidan och skriv länktexten i ett eget block av sorten Stycke.',
      'Markera texten och välj Länk i raden över blocket (Ctrl och K). I den klassiska redigeraren heter knappen Infoga/redigera länk.',
      'Klistra in adressen med allt efter #, och tryck på Enter.',
      questionsStep,
      'Spara eller publicera, och titta på sidan.',
    ],
    why: 'Den blir kvar för alla roller. En adress som står ensam på en rad gör WordPress till en inbäddning, och en tagg tas bort för många roller.',
    better: 'Tillägget Kommunens widgetar. Klicka på plustecknet, sök efter kommun och välj widgetens block. Inställningarna står i panelen vid sidan om.',
    keeps: blocks,
    html: 'Citatet och stycket skriver du i blocket Anpassad HTML. Där blir taggen också kvar, men bara för administratörer och redaktörer, och inte i ett nätverk av webbplatser.',
    oncePerSite: 'Skriv adressen i inställningarna för tillägget Kommunens widgetar, så lägger det dit raden. Lägg den annars i temats sidhuvud.',
  },
  {
    id: 'optimizely',
    name: 'Optimizely (Episerver)',
    steps: [
      'Öppna sidan i redigeringsläget och klicka i huvudtexten.',
      linkWords,
      'Klicka på länkknappen, en kedja. Välj att länka till en extern adress i stället för till en sida i trädet, och klistra in adressen med allt efter #.',
      questionsStep,
      'Publicera, och titta på sidan.',
    ],
    why: 'Texteditorn tar bort taggar som den inte känner till. En länk blir alltid kvar.',
    better: 'Ett block för widgeten, som er leverantör har gjort. Dra in det på sidan.',
    keeps: blocks,
    html: 'Citatet och stycket skriver du i källkoden, om textfältet har en knapp för den. Taggen tas bort, om inte er leverantör har tillåtit den.',
    oncePerSite: 'Er leverantör lägger raden i sidmallens head.',
  },
  {
    id: 'umbraco',
    name: 'Umbraco',
    steps: [
      'Öppna sidan under Innehåll och klicka i textfältet.',
      linkWords,
      'Klicka på länkknappen och välj att skriva en egen adress, inte Innehåll eller Media. Klistra in allt i fältet för adressen, även det efter #, och lämna Ankare eller frågesträng tomt.',
      questionsStep,
      'Välj Spara och publicera, och titta på sidan.',
    ],
    why: 'Länkar följer med också när Umbraco uppgraderas. Rutor med div tappar då sina inställningar.',
    better: 'Ett block för widgeten, som er leverantör har gjort. Välj Lägg till innehåll och sedan blocket.',
    keeps: blocks,
    html: 'Citatet och stycket skriver du i källkoden, i fält som har kvar alla tillägg. Taggen tas bort. Före version 16 kan er leverantör tillåta den.',
    oncePerSite: 'Er leverantör lägger raden i sidmallens head.',
  },
  {
    id: 'drupal',
    name: 'Drupal',
    steps: [
      'Öppna sidan för redigering och klicka i brödtexten. Textformatet kan vara vilket som helst av dem med verktygsrad.',
      linkWords,
      'Välj Länk i verktygsraden (Ctrl och K), klistra in adressen i fältet Länkens URL med allt efter #, och bekräfta.',
      questionsStep,
      'Spara, och titta på sidan.',
    ],
    why: 'Textformatet Basic HTML tar bort klasser och data-attribut. En länk kommer fram genom alla textformat.',
    better: 'En blocktyp eller paragraftyp för widgeten, som er leverantör har gjort. Lägg till den på sidan.',
    keeps: wordsAlone,
    html: 'Allt annat skriver du i källkoden, i textformatet Full HTML.',
    oncePerSite: 'Lägg raden i temats html.html.twig.',
  },
  {
    id: 'typo3',
    name: 'TYPO3',
    steps: [
      'Öppna sidan, välj ett innehållselement med text och klicka i textfältet.',
      linkWords,
      'Klicka på länkknappen. I fönstret som öppnas väljer du fliken för externa adresser, inte den för sidor. Klistra in adressen med allt efter #.',
      questionsStep,
      'Spara elementet, och titta på sidan.',
    ],
    why: 'TYPO3 tar inte bort en okänd tagg, utan visar den som kod för besökaren. En länk är säker.',
    better: 'Ett innehållselement för widgeten, som er leverantör har gjort. Lägg till det på sidan.',
    keeps: wordsAlone,
    html: 'Taggen skriver du i innehållselementet Ren HTML, om du får använda det. Skriv den aldrig i vanlig text.',
    oncePerSite: 'Lägg raden i page.headerData.',
  },
  {
    id: 'episerver',
    name: 'EPiServer, äldre',
    steps: [
      'Öppna sidan i redigeringsläget och klicka i huvudtexten.',
      linkWords,
      'Klicka på länkknappen, en kedja. Välj en länk till en annan webbplats, även om sidan är er egen, och klistra in adressen med allt efter #.',
      questionsStep,
      'Spara och publicera, och titta på sidan.',
    ],
    why: 'Äldre versioner lägger hela sidan i ett formulär och rensar taggar. En länk klarar båda.',
    keeps: blocks,
    html: 'Citatet och stycket skriver du i HTML-läget, om textfältet har det. Taggen tas bort, om inte er leverantör har tillåtit den.',
    oncePerSite: 'Er leverantör lägger raden i masterfilens head.',
  },
  {
    id: 'tinymce',
    name: 'TinyMCE',
    steps: [
      'Öppna sidan och klicka i textfältet, där widgeten ska stå.',
      linkWords,
      'Välj Infoga/redigera länk i verktygsraden (Ctrl och K). Klistra in adressen i fältet URL med allt efter #, och välj Spara.',
      questionsStep,
      'Spara sidan, och titta på den.',
    ],
    why: 'TinyMCE tar bort taggar som det inte känner till. En länk blir alltid kvar.',
    keeps: blocks,
    html: 'Citatet och stycket skriver du under Källkod. Taggen tas bort, om inte webbansvarig har tillåtit den.',
    oncePerSite: 'Lägg raden i head, i mallen för alla sidor.',
  },
  {
    id: 'ckeditor',
    name: 'CKEditor',
    steps: [
      'Öppna sidan och klicka i textfältet, där widgeten ska stå.',
      linkWords,
      'Välj Länk i verktygsraden (Ctrl och K). Klistra in adressen i fältet Länkens URL med allt efter #, och välj Infoga. I äldre versioner heter knappen Spara.',
      questionsStep,
      'Spara sidan, och titta på den.',
    ],
    why: 'CKEditor tar bort taggar, klasser och data-attribut. En länk blir alltid kvar.',
    keeps: wordsAlone,
    html: 'Allt annat tas bort, om inte webbansvarig har tillåtit det.',
    oncePerSite: 'Lägg raden i head, i mallen för alla sidor.',
  },
  {
    id: 'annat',
    name: 'Ett annat',
    steps: [
      'Öppna sidan för redigering och ställ dig där widgeten ska vara.',
      linkWords,
      'Klicka på länkknappen, ofta en kedja, och klistra in adressen med allt efter #. Kan du välja sort är det en extern länk.',
      questionsStep,
      'Spara, publicera och titta på sidan.',
    ],
    why: 'Alla webbverktyg som vi har prövat behåller en länk.',
    keeps: wordsAlone,
    html: 'Fråga webbansvarig vad mer som blir kvar.',
    oncePerSite: 'Lägg raden i head, i mallen för alla sidor.',
  },
];

/** Writes what the web manager puts once in the template of all pages. */
export const oncePerSite = (loader: string, api: string, phone?: string): string =>
  `<script type="module" src="${escaped(loader)}" data-api="${escaped(api)}"${phone === undefined ? '' : ` data-phone="${escaped(phone)}"`}></script>`;
