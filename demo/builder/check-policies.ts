import { logosIn } from './backend-config.ts';
import type { Facts } from './check-installation.ts';
import { allows, allowsLit, readPolicies, type Policy } from './content-policy.ts';
import { fault, type Finding } from './finding.ts';
import { wholeAddress, type Installation } from './installation.ts';

/** What the page's content security policies keep the widgets from. Nothing is said where the page lies nobody knows where. */
export function checkPolicies({ loader, api, policies: inPage }: Installation, { page, policy = '', answers }: Facts): Finding[] {
  if (!page) return [];
  const policies = [policy, ...inPage].flatMap(readPolicies);
  const script = wholeAddress(loader?.src, page);
  const backend = wholeAddress(api, page);
  const stops = (test: (one: Policy) => boolean): boolean => policies.some((one) => !test(one));
  const found: Finding[] = [];
  if (script && stops((one) => allows(one, 'script-src', { address: script, page, nonce: loader?.nonce }))) found.push(blocked('policy-script', 'skriptet', `script-src ${script.origin}`));
  if (backend && stops((one) => allows(one, 'connect-src', { address: asked(backend), page }))) found.push(blocked('policy-connect', 'anropen till kommunens tjänst', `connect-src ${backend.origin}`));
  if (stops(allowsLit)) found.push(blocked('policy-trusted-types', 'det som ritar widgetarna', 'trusted-types lit-html'));
  if (script && stops((one) => allows(one, 'style-src', { address: script, page }))) found.push({ ...blocked('policy-style', 'stilarna i äldre webbläsare', `style-src ${script.origin}`), kind: 'advice' });
  const logos = logosIn(answers?.get(api ?? '')).map((logo) => wholeAddress(logo, page)).filter((logo) => logo !== undefined);
  const stopped = logos.find((address) => stops((one) => allows(one, 'img-src', { address, page })));
  if (stopped) found.push({ ...blocked('policy-images', 'e-legitimationernas logotyper', `img-src ${stopped.origin}`), kind: 'advice' });
  return found;
}

/** What the widgets ask for lies below the backend's address. */
const asked = (backend: URL): URL => new URL(`${backend.href.replace(/\/$/, '')}/config`);

const blocked = (code: Finding['code'], what: string, directive: string): Finding =>
  fault(code, `Sidans innehållspolicy (CSP) stoppar ${what}.`, `Be webbansvarig lägga till ${directive} i policyn.`);
