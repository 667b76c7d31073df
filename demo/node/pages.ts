/** A page of the demo municipality. */
export interface Page {
  /** Below the site's root: `''` or `kontakt/`. */
  path: string;
  /** As in navigation and breadcrumbs. */
  name: string;
  title: string;
  description: string;
  inNavigation: boolean;
}

const page = (path: string, name: string, description: string, { title = name, inNavigation = true } = {}): Page => ({
  path,
  name,
  title,
  description,
  inNavigation,
});

/** The site, in the order of its navigation. Each page's own content is `<path>index.html`. */
export const pages: readonly Page[] = [
  page('', 'Start', 'Uträtta ärenden, få svar på frågor och logga in på Mina sidor.', {
    title: 'Älmhults kommun',
    inNavigation: false,
  }),
  page('fragor-och-svar/', 'Frågor och svar', 'Svar på frågor om e-tjänster, e-legitimation, inloggning och underskrifter.'),
  page('mina-sidor/', 'Mina sidor', 'Se och fortsätt med dina ärenden hos kommunen.'),
  page('kontakt/', 'Kontakt', 'Ring eller mejla servicecenter, och beställ blanketter.', { title: 'Kontakta kommunen' }),
  page('redaktor/', 'För redaktörer', 'Lägg in en widget på en sida med en vanlig länk, utan kod.'),
  page('byggare/', 'Bygg en widget', 'Välj en widget, ställ in den, se den direkt och få adressen att klistra in.', { inNavigation: false }),
  page('granska/', 'Kontrollera en sida', 'Få veta varför en widget inte syns på en sida, och vad du gör åt det.', { inNavigation: false }),
  page('skolskjuts/', 'Skolskjuts', 'Ansök om skolskjuts för ett barn som du är vårdnadshavare för.', { title: 'Ansök om skolskjuts', inNavigation: false }),
  page('logga-in/', 'Logga in', 'Logga in med e-legitimation, och få hjälp när det inte går.', { inNavigation: false }),
  page('underskrift/', 'Underskrifter', 'Läs det som ska skrivas under, skriv under och se vem som har gjort det.', { inNavigation: false }),
  page('e-tjanst/', 'E-tjänst', 'Här tar e-tjänsten vid, när ett ärende väntar på dig.', { title: 'Här tar e-tjänsten vid', inNavigation: false }),
  page('tillganglighet/', 'Tillgänglighet', 'Hur tillgänglig webbplatsen är, kända brister och hur du anmäler fel.', {
    title: 'Tillgänglighetsredogörelse',
    inNavigation: false,
  }),
];
