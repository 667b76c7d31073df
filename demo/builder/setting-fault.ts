import { maskPersonalNumbers } from '../../backend/src/cases/personal-numbers.ts';
import type { Setting } from '../../cms/editor-widgets.ts';

/** As the backend knows one, by its check digit where it could be any number. */
const hasPersonalNumber = (text: string): boolean => maskPersonalNumbers(text) !== text;
const personal = 'Skriv aldrig ett personnummer. Alla kan läsa det som står på en sida.';

/** What is wrong with what an editor has written for a setting, and what to write; undefined when nothing is. `sites` are the origins of the page and of the backend, and absent where they are not known. */
export function settingFault({ kind, name, isNeeded, example, most = 9999 }: Setting, value: string, sites?: readonly string[]): string | undefined {
  const written = value.trim();
  if (written === '') return isNeeded ? `Fyll i det här. Utan det visas inget på sidan.${forExample(example)}` : undefined;
  if (hasPersonalNumber(written)) return personal;
  if (kind === 'number' && !(/^[1-9]\d*$/.test(written) && Number(written) <= most)) return `Skriv ett helt tal från 1 till ${most}.${forExample(example)}`;
  if (kind === 'address') return addressFault(name, written, sites, example);
  return undefined;
}

const forExample = (example: string | undefined): string => (example === undefined ? '' : ` Till exempel ${example}.`);

/** A widget follows no address that content gives to another site, so that no page can send visitors' questions there. */
function addressFault(name: string, written: string, sites: readonly string[] | undefined, example: string | undefined): string | undefined {
  if (name === 'contact-href' && /^(mailto|tel):\S+$/.test(written)) return undefined;
  if (isFromRoot(written)) return undefined;
  if (!URL.canParse(written) || !/^https?:/i.test(written)) return `Skriv en adress som börjar med snedstreck.${forExample(example)}`;
  return !sites || sites.includes(new URL(written).origin) ? undefined : `Adressen leder till en annan webbplats. Skriv en på er egen, som börjar med snedstreck, eller en hos er tjänst.${forExample(example)}`;
}

/** What is wrong with an address to a page or a backend; undefined when nothing is. */
export function webAddressFault(value: string): string | undefined {
  const written = value.trim();
  if (hasPersonalNumber(written)) return personal;
  if (written === '' || isFromRoot(written)) return undefined;
  if (!/^https?:\/\/\S+$/i.test(written) || !URL.canParse(written)) return 'Skriv hela adressen, till exempel https://www.kommunen.se/sidan.';
  const { username, password } = new URL(written);
  return username || password ? 'Skriv adressen utan användarnamn och lösenord.' : undefined;
}

const isFromRoot = (written: string): boolean => /^\/(?![/\\])\S*$/.test(written);
