/** What an editor reads about one setting of a widget. */
export interface SettingWords {
  label: string;
  help: string;
  /** What there is to choose between, when anything else would be wrong. */
  options?: Readonly<Record<string, string>>;
  /** An address on the site, rather than any text. */
  isAddress?: true;
  /** Without it the widget shows nothing. */
  isNeeded?: true;
  /** Another setting that it does nothing without. */
  needs?: string;
  example?: string;
  /** The largest number that it can be. */
  most?: number;
}

/** What an editor reads about a widget. */
export interface WidgetWords {
  name: string;
  what: string;
  /** What stands on the page where the widget cannot be shown; the editor writes their own over it. */
  instead: string;
  settings: Readonly<Record<string, SettingWords>>;
}

const level = (upTo: number, what: string): SettingWords => ({
  label: 'Rubriknivå',
  help: `Nivån på ${what}. Låt det stå som det är, om rubrikerna inte hamnar fel på sidan.`,
  options: Object.fromEntries([2, 3, 4, 5, 6].filter((one) => one <= upTo).map((one) => [String(one), `Rubrik ${one}`])),
});

/** The widgets that an editor can put on a page, in the order that most need them, by tag; their settings by attribute. */
export const words: Readonly<Record<string, WidgetWords>> = {
  'kommun-faq': {
    name: 'Frågor och svar',
    what: 'Rubriker med text under blir frågor som fälls ut.',
    instead: 'Frågor och svar',
    settings: {
      'heading-level': level(6, 'frågornas rubriker'),
      exclusive: { label: 'Ett svar i taget', help: 'När besökaren öppnar ett svar stängs det som var öppet.' },
      search: { label: 'Sökfält även vid få frågor', help: 'Annars visas sökfältet från fyra frågor.' },
      feedback: { label: 'Fråga om svaret hjälpte', help: 'Under varje svar får besökaren säga om det hjälpte. Inget om personen sparas.' },
      'json-ld': { label: 'Berätta för sökmotorer', help: 'Sökmotorer får veta vilka frågor och svar som finns på sidan. Välj det för högst en lista per sida.' },
      src: { label: 'Hämta frågorna från en adress', help: 'För frågor som någon annan sköter. Lämna tomt om du skriver dem på sidan.', isAddress: true, example: 'https://widgets.kommunen.se/api/v1/faq' },
      'contact-href': { label: 'Sida för den som inte hittar svar', help: 'Annars visas kommunens kontaktuppgifter.', isAddress: true, example: '/kontakt/' },
    },
  },
  'kommun-eid-login': {
    name: 'Inloggning',
    what: 'Besökaren loggar in med e-legitimation, ser hur länge inloggningen gäller och loggar ut.',
    instead: 'Logga in',
    settings: {
      'heading-level': level(6, 'rubrikerna'),
      next: { label: 'Sida efter inloggningen', help: 'Den som har loggat in erbjuds att gå vidare dit.', isAddress: true, example: '/mina-sidor/' },
      again: { label: 'Be om ny inloggning', help: 'För sidor som kräver en starkare e-legitimation, också av den som redan har loggat in.' },
    },
  },
  'kommun-eid-test': {
    name: 'Test av e-legitimation',
    what: 'Besökaren prövar sin e-legitimation utan att logga in, och får veta vart man vänder sig om den inte fungerar.',
    instead: 'Testa din e-legitimation',
    settings: { 'heading-level': level(6, 'rubrikerna') },
  },
  'kommun-case-inbox': {
    name: 'Mina ärenden',
    what: 'Besökarens ärenden: var de står, vad som ska göras, meddelanden och filer.',
    instead: 'Mina ärenden',
    settings: {
      'heading-level': level(5, 'rubriken'),
      compact: { label: 'Kort lista', help: 'Bara de tre senaste ärendena, och en länk till resten. Skriv då också sidan med alla ärenden.', needs: 'href' },
      href: { label: 'Sida med alla ärenden', help: 'Behövs för den korta listan.', isAddress: true, example: '/mina-sidor/' },
      box: { label: 'Listan börjar med', help: 'Besökaren kan själv byta.', options: { all: 'Alla ärenden', waiting: 'Det som väntar på besökaren', mine: 'Egna ärenden', closed: 'Avslutade ärenden' } },
      service: { label: 'Bara en e-tjänst', help: 'E-tjänstens id. Då visas bara ärenden därifrån.', example: 'bygglov' },
      reference: { label: 'Bara ett ärende', help: 'Ärendets nummer.', example: '2026-1042' },
      child: { label: 'Bara ett barn', help: 'Barnets id i kommunens tjänst, aldrig ett personnummer.' },
      limit: { label: 'Ärenden i taget', help: 'Hur många som hämtas åt gången, från 1 till 200.', example: '20', most: 200 },
    },
  },
  'kommun-guardian-signature': {
    name: 'Underskrift av vårdnadshavare',
    what: 'Vårdnadshavare läser och skriver under tillsammans, var och en för sig.',
    instead: 'Skriv under',
    settings: {
      'heading-level': level(5, 'rubriken'),
      case: { label: 'Bara ett ärende', help: 'Ärendets id. Annars hittar widgeten själv det som väntar på besökaren.' },
    },
  },
  'kommun-child-picker': {
    name: 'Val av barn',
    what: 'Ett fält i sidans eget formulär, med barnen från folkbokföringen.',
    instead: 'Välj barn',
    settings: {
      service: { label: 'E-tjänst', help: 'E-tjänstens id, som avgör vilka åldrar och skolor det gäller.', isNeeded: true, example: 'skolskjuts' },
      name: { label: 'Fältets namn', help: 'Valet skickas under det namnet.', isNeeded: true, example: 'barn' },
      label: { label: 'Egen fråga', help: 'Står ovanför barnen i stället för widgetens egen fråga.' },
      required: { label: 'Måste fyllas i', help: 'Formuläret går inte att skicka förrän ett barn är valt.' },
      multiple: { label: 'Flera barn', help: 'Besökaren kan välja flera barn.' },
      disabled: { label: 'Går inte att ändra', help: 'Barnen visas, men valet skickas inte.' },
      'heading-level': level(6, 'rubrikerna'),
    },
  },
};
