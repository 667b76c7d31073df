import { siteRoot } from '../site-root.ts';

/** The demo's own page with each widget, by the widget's short name. The demo without a server has no other. */
export const demoPages: Readonly<Record<string, string>> = {
  'faq': 'fragor-och-svar/',
  'eid-login': 'logga-in/',
  'eid-test': 'logga-in/',
  'case-inbox': 'mina-sidor/',
  'guardian-signature': 'underskrift/',
  'child-picker': 'skolskjuts/',
};

/** The same as whole addresses. */
export const demoPageAddresses = (): Record<string, URL> => Object.fromEntries(Object.entries(demoPages).map(([short, path]) => [short, new URL(path, siteRoot)]));
