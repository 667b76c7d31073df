import type { Setting } from '../../cms/editor-widgets.ts';

/** Ten or twelve figures that can be somebody's personal number, or coordination number, whose day is 60 more. */
const personalNumber = /(?<!\d)(?:19|20)?\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+ ]?\d{4}(?!\d)/;

/** What is wrong with what an editor has written for a setting, and what to write; undefined when nothing is. `sites` are the origins of the page and of the backend. */
export function settingFault({ kind, name, isNeeded, example }: Setting, value: string, sites: readonly string[] = []): string | undefined {
  const written = value.trim();
  if (written === '') return isNeeded ? `Fyll i det här. Utan det visas inget på sidan.${forExample(example)}` : undefined;
  if (kind !== 'address' && personalNumber.test(written)) return 'Skriv aldrig ett personnummer. Alla kan läsa det som står på en sida.';
  if (kind === 'number' && !/^[1-9]\d{0,3}$/.test(written)) return `Skriv ett helt tal.${forExample(example)}`;
  if (kind === 'address') return addressFault(name, written, sites, example);
  return undefined;
}

const forExample = (example: string | undefined): string => (example === undefined ? '' : ` Till exempel ${example}.`);

/** A widget follows no address that content gives to another site, so that no page can send visitors' questions there. */
function addressFault(name: string, written: string, sites: readonly string[], example: string | undefined): string | undefined {
  if (name === 'contact-href' && /^(mailto|tel):\S+$/.test(written)) return undefined;
  if (/^\/(?![/\\])\S*$/.test(written)) return undefined;
  if (!URL.canParse(written) || !/^https?:/i.test(written)) return `Skriv en adress som börjar med snedstreck.${forExample(example)}`;
  return sites.includes(new URL(written).origin) ? undefined : `Adressen leder till en annan webbplats. Skriv en på er egen, som börjar med snedstreck.${forExample(example)}`;
}

/** What is wrong with an address to a page or a backend; undefined when nothing is. */
export function webAddressFault(value: string): string | undefined {
  const written = value.trim();
  if (written === '' || /^\/(?![/\\])\S*$/.test(written)) return undefined;
  if (!/^https?:\/\/\S+$/i.test(written) || !URL.canParse(written)) return 'Skriv hela adressen, till exempel https://www.kommunen.se/sidan.';
  const { username, password } = new URL(written);
  return username || password ? 'Skriv adressen utan användarnamn och lösenord.' : undefined;
}
