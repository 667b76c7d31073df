import { allows, allowsLit, readPolicies, type Policy } from './content-policy.ts';
import type { Fetched } from './fetched.contract.ts';
import { advice, fault, type Finding } from './finding.ts';
import { wholeAddress, type Installation, type LoaderTag } from './installation.ts';

/** What is known of a page besides its HTML. What could not be found out is absent, and nothing is said of it. */
export interface Facts {
  /** Where the page lies. */
  page?: URL | undefined;
  /** The content security policies that came with it. */
  policy?: string | undefined;
  /** What the loader's addresses and the backend's configuration answered, by address as written. */
  answers?: ReadonlyMap<string, Fetched>;
}

/** What is wrong with the line that a page needs once: the script, the backend, and whether the page's policy lets them in. */
export function checkInstallation(installation: Installation, facts: Facts): Finding[] {
  const { loaders } = installation;
  if (loaders.length === 0) return [scriptMissing, ...checkBackend(installation, facts)];
  const [first] = loaders;
  return [...checkScript(first!, facts), ...checkRepeats(loaders), ...checkBackend(installation, facts), ...checkPolicies(installation, facts)];
}

const scriptMissing = fault('script-missing', 'Skriptet för widgetar finns inte på sidan.', 'Be webbansvarig lägga raden i mallen för alla sidor. Lägger ni in skript med ett verktyg för taggar syns det inte här: titta då på sidan i webbläsaren.');

function checkScript({ src, type }: LoaderTag, { page, answers }: Facts): Finding[] {
  const found: Finding[] = [];
  if (type !== 'module') found.push(notModule(type));
  const address = wholeAddress(src, page);
  if (page?.protocol === 'https:' && address?.protocol === 'http:') found.push(fault('script-insecure', 'Skriptet hämtas utan kryptering, så webbläsaren stoppar det.', 'Be webbansvarig skriva https:// i skriptets adress.'));
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
  if (fromElsewhere && !letsIn(answer.allowOrigin, page)) return [fault('script-wrong', 'Skriptet får inte användas på andra webbplatser, så webbläsaren stoppar det.', 'Den som sköter skriptets server ska svara med Access-Control-Allow-Origin: *.')];
  return [];
}

const letsIn = (allowOrigin: string, page: URL): boolean => allowOrigin === '*' || allowOrigin === page.origin;

function checkRepeats(loaders: readonly LoaderTag[]): Finding[] {
  if (loaders.length < 2) return [];
  const addresses = new Set(loaders.map(({ src }) => src));
  return addresses.size > 1
    ? [fault('script-versions', `Skriptet finns ${loaders.length} gånger, från olika adresser: ${[...addresses].join(' och ')}`, 'Bara det första används. Ta bort det andra, och skriv backendens adress på det som är kvar.')]
    : [advice('script-twice', `Samma skript finns ${loaders.length} gånger på sidan.`, 'Det räcker med en gång, i mallen. Ta bort det som ligger på sidan.')];
}

function checkBackend({ api, loaders }: Installation, { page, answers }: Facts): Finding[] {
  if (api === undefined || api.trim() === '') {
    return loaders.length === 0 ? [] : [fault('api-missing', 'Skriptet säger inte var kommunens tjänst finns.', 'Be webbansvarig skriva data-api="https://…/api/v1" i skriptets tagg. Frågor som står på sidan fungerar ändå.')];
  }
  if (!/^\s*(https?:\/\/|\.{0,2}\/)/i.test(api)) return [fault('api-unclear', `data-api="${api}" är ingen hel adress.`, 'Be webbansvarig skriva hela, med https:// först.')];
  const answer = answers?.get(api);
  const address = wholeAddress(api, page);
  if (!answer || !address) return [];
  if (!answer.ok) return [fault('backend-unreachable', `Kommunens tjänst svarar inte: ${address.href}`, 'Kontrollera adressen i data-api, och att tjänsten är igång.')];
  if (answer.status >= 400 || !isConfig(answer.body)) return [fault('backend-wrong', `På ${address.href} finns inte kommunens tjänst (svar ${answer.status}).`, 'Be webbansvarig rätta adressen i data-api. Den slutar oftast med /api/v1.')];
  if (page && page.origin !== address.origin && !letsIn(answer.allowOrigin, page)) return [fault('backend-refuses-page', `Kommunens tjänst tar inte emot något från ${page.origin}.`, `Den som sköter tjänsten ska lägga till "${page.origin}" i allowedOrigins i municipality.json.`)];
  return [];
}

function isConfig(body: string): boolean {
  try {
    const told: unknown = JSON.parse(body);
    return told instanceof Object && 'municipality' in told && 'eidProviders' in told;
  } catch {
    return false;
  }
}

function checkPolicies({ loaders, api, policies: inPage }: Installation, { page, policy = '' }: Facts): Finding[] {
  if (!page) return [];
  const policies = [policy, ...inPage].flatMap(readPolicies);
  const [loader] = loaders;
  const script = wholeAddress(loader?.src, page);
  const backend = wholeAddress(api, page);
  const stops = (test: (one: Policy) => boolean): boolean => policies.some((one) => !test(one));
  const found: Finding[] = [];
  if (script && stops((one) => allows(one, 'script-src', { address: script, page, nonce: loader?.nonce }))) found.push(blocked('policy-script', 'skriptet', `script-src ${script.origin}`));
  if (backend && stops((one) => allows(one, 'connect-src', { address: asked(backend), page }))) found.push(blocked('policy-connect', 'anropen till kommunens tjänst', `connect-src ${backend.origin}`));
  if (stops(allowsLit)) found.push(blocked('policy-trusted-types', 'det som ritar widgetarna', 'trusted-types lit-html'));
  if (script && stops((one) => allows(one, 'style-src', { address: script, page }))) found.push({ ...blocked('policy-style', 'stilarna i äldre webbläsare', `style-src ${script.origin}`), kind: 'advice' });
  return found;
}

/** What the widgets ask for lies below the backend's address. */
const asked = (backend: URL): URL => new URL(`${backend.href.replace(/\/$/, '')}/config`);

const blocked = (code: Finding['code'], what: string, directive: string): Finding =>
  fault(code, `Sidans innehållspolicy (CSP) stoppar ${what}.`, `Be webbansvarig lägga till ${directive} i policyn.`);
