import type { Shape } from './snippet.ts';

/** What each shape is called, also in the middle of a sentence, and when it is the one to take. */
export const shapeWords: Record<Shape, { name: string; inText: string; when: string }> = {
  link: { name: 'Länk som HTML', inText: 'länken', when: 'När du redigerar sidans HTML och ändå vill ha länken, som alla webbverktyg behåller.' },
  quote: { name: 'Citat med klass', inText: 'citatet', when: 'När du vill ha frågorna eller mer text inne i widgeten. TinyMCE, WordPress och Umbraco behåller det. CKEditor, som finns i Drupal och TYPO3, tar bort klassen.' },
  paragraph: { name: 'Stycke med data-attribut', inText: 'stycket', when: 'När webbverktyget behåller data-attribut. Det gör samma som behåller citatet.' },
  code: { name: 'Textkod', inText: 'textkoden', when: 'När du inte kan lägga in en länk. Den skrivs som vanlig text, men den som saknar JavaScript ser bara koden.' },
  tag: { name: 'Taggen', inText: 'taggen', when: 'När du har ett block för egen HTML, eller gör mallar. Ett vanligt textfält tar bort den.' },
};

export const frameWords = { name: 'Ram (iframe)', when: 'Bara när inget annat kommer fram, och bara för frågor och svar: inloggning och underskrift visas aldrig i en ram. Adresser i inställningarna följer inte med. Webbplatsen måste stå i allowedOrigins. Ramen växer med innehållet när skriptet finns på sidan.' };
