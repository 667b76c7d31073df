import { checkBackend, checkPortals } from './check-backend.ts';
import { checkPolicies } from './check-policies.ts';
import { letsIn, type Fetched } from './fetched.contract.ts';
import { advice, fault, type Finding } from './finding.ts';
import { isTooOpen, wholeAddress, type Installation, type LoaderTag } from './installation.ts';

/** What is known of a page besides its HTML. What could not be found out is absent, and nothing is said of it. */
export interface Facts {
  /** Where the page lies. */
  page?: URL | undefined;
  /** The content security policies that came with it. */
  policy?: string | undefined;
  /** What the loader's address and the backend's configuration answered, by address as written. */
  answers?: ReadonlyMap<string, Fetched>;
}

/** What is wrong with the line that a page needs once: the script, the backend, and whether the page's policy lets them in. */
export function checkInstallation(installation: Installation, facts: Facts): Finding[] {
  const { loader, loaders } = installation;
  const ofBackend = [...checkBackend(installation, facts), ...checkPortals(installation, facts)];
  return loader ? [...checkScript(loader, facts), ...checkRepeats(loaders), ...ofBackend, ...checkPolicies(installation, facts)] : [scriptMissing, ...ofBackend];
}

const scriptMissing = fault('script-missing', 'Skriptet för widgetar finns inte på sidan.', 'Be webbansvarig lägga raden i mallen för alla sidor. Lägger ni in skript med ett verktyg för taggar syns det inte här: titta då på sidan i webbläsaren.');

function checkScript({ src, type, phone }: LoaderTag, { page, answers }: Facts): Finding[] {
  const found: Finding[] = [];
  if (type !== 'module') found.push(notModule(type));
  if (!phone?.trim()) found.push(advice('phone-missing', 'Skriptet säger inte vart man ringer när en widget inte kan visas.', 'Be webbansvarig skriva data-phone="…" med servicecenters nummer i skriptets tagg.'));
  const address = wholeAddress(src, page);
  if (isTooOpen(address, page)) found.push(fault('script-insecure', 'Skriptet hämtas utan kryptering, så webbläsaren stoppar det.', 'Be webbansvarig skriva https:// i skriptets adress.'));
  const answer = answers?.get(src);
  if (answer) found.push(...checkLoaderAnswer(src, answer, address, page));
  return found;
}

const notModule = (type: string): Finding =>
  type === '' || type.endsWith('javascript')
    ? fault('script-not-module', 'Skriptet saknar type="module", så det startar inte.', 'Be webbansvarig skriva type="module" i skriptets tagg.')
    : fault('script-not-module', `Skriptet har type="${type}", så det startar inte.`, 'Ofta har ett verktyg för kakor stoppat det. Widgetarna spårar ingen: be webbansvarig undanta skriptet och skriva type="module".');

function checkLoaderAnswer(src: string, answer: Fetched, address: URL | undefined, page: URL | undefined): Finding[] {
  if (!answer.ok) return [fault('script-unreachable', `Skriptets adress svarar inte: ${src}`, 'Kontrollera att adressen är rätt, och att den går att nå utanför ert eget nät.')];
  const isScript = answer.status < 400 && /javascript/.test(answer.contentType);
  if (!isScript) return [fault('script-wrong', `På skriptets adress finns inget skript (svar ${answer.status}): ${src}`, 'Be webbansvarig rätta adressen. Den slutar oftast med /v1/kommun.js.')];
  const fromElsewhere = page !== undefined && address !== undefined && address.origin !== page.origin;
  if (fromElsewhere && !letsIn(answer, page)) return [fault('script-wrong', 'Skriptet får inte användas på andra webbplatser, så webbläsaren stoppar det.', 'Den som sköter skriptets server ska svara med Access-Control-Allow-Origin: *.')];
  return [];
}

function checkRepeats(loaders: readonly LoaderTag[]): Finding[] {
  if (loaders.length < 2) return [];
  const addresses = new Set(loaders.map(({ src }) => src));
  return addresses.size > 1
    ? [fault('script-versions', `Skriptet finns ${loaders.length} gånger, från olika adresser: ${[...addresses].join(' och ')}`, 'Bara det första används. Ta bort det andra, och skriv backendens adress på det som är kvar.')]
    : [advice('script-twice', `Samma skript finns ${loaders.length} gånger på sidan.`, 'Det räcker med en gång, i mallen. Ta bort det som ligger på sidan.')];
}
