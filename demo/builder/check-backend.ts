import { configIn } from './backend-config.ts';
import type { Facts } from './check-installation.ts';
import { letsIn } from './fetched.contract.ts';
import { fault, type Finding } from './finding.ts';
import { isTooOpen, wholeAddress, type Installation } from './installation.ts';

/** What is wrong with the backend that the page names for all its widgets. */
export function checkBackend({ api, loaders, portals }: Installation, { page, answers }: Facts): Finding[] {
  if (api === undefined || api.trim() === '') {
    return loaders.length === 0 || portals.length > 0 ? [] : [fault('api-missing', 'Skriptet säger inte var kommunens tjänst finns.', 'Be webbansvarig skriva data-api="https://…/api/v1" i skriptets tagg. Frågor som står på sidan fungerar ändå.')];
  }
  if (!/^\s*(https?:\/\/|\.{0,2}\/)/i.test(api)) return [fault('api-unclear', `data-api="${api}" är ingen hel adress.`, 'Be webbansvarig skriva hela, med https:// först.')];
  const answer = answers?.get(api);
  const address = wholeAddress(api, page);
  if (address && isTooOpen(address, page)) return [fault('backend-insecure', `Kommunens tjänst hämtas utan kryptering, så webbläsaren stoppar det: ${address.href}`, 'Be webbansvarig skriva https:// i data-api.')];
  if (!answer || !address) return [];
  if (!answer.ok) return [fault('backend-unreachable', `Kommunens tjänst svarar inte: ${address.href}`, 'Kontrollera adressen i data-api, och att tjänsten är igång.')];
  if (answer.status >= 400 || !configIn(answer)) return [fault('backend-wrong', `På ${address.href} finns inte kommunens tjänst (svar ${answer.status}).`, 'Be webbansvarig rätta adressen i data-api. Den slutar oftast med /api/v1.')];
  if (page && page.origin !== address.origin && !letsIn(answer, page)) return [fault('backend-refuses-page', `Kommunens tjänst tar inte emot något från ${page.origin}.`, `Den som sköter tjänsten ska lägga till "${page.origin}" i allowedOrigins i municipality.json.`)];
  return [];
}

/** What is wrong with the backends that portals name: one on a stranger's site could be anybody's. */
export function checkPortals({ loader, portals }: Installation, { page }: Facts): Finding[] {
  if (!page) return [];
  const trusted = [page, wholeAddress(loader?.src, page)].map((address) => address?.origin);
  const elsewhere = portals.filter((api) => !trusted.includes(wholeAddress(api, page)?.origin ?? page.origin));
  return elsewhere.map((api) => fault('portal-elsewhere', `kommun-portal leder till ${api}, som varken är sidans webbplats eller skriptets. Widgetarna talar inte med den.`, 'Be webbansvarig rätta adressen i api, eller hämta skriptet därifrån.'));
}
