import type { Localized } from '../../../src/contract/language.ts';
import type { Municipality } from '../municipality/municipality.ts';

/** A widget on a page of its own, for those who come by an editor's link where the widget is not, and for what can only frame a page. */
export interface OwnPage {
  tag: string;
  title: Localized;
  /** What stands on the tag to begin with. */
  attributes?: (municipality: Municipality) => Readonly<Record<string, string>>;
}

/** Each widget's page, `/w/<key>`: the tag without its `kommun-`. */
export const ownPages: Readonly<Record<string, OwnPage>> = {
  'faq': { tag: 'kommun-faq', title: { sv: 'Frågor och svar', en: 'Questions and answers' }, attributes: () => ({ 'heading-level': '3' }) },
  'eid-login': { tag: 'kommun-eid-login', title: { sv: 'Logga in', en: 'Log in' } },
  'eid-test': { tag: 'kommun-eid-test', title: { sv: 'Testa din e-legitimation', en: 'Test your e-ID' } },
  'case-inbox': { tag: 'kommun-case-inbox', title: { sv: 'Mina ärenden', en: 'My cases' } },
  'guardian-signature': { tag: 'kommun-guardian-signature', title: { sv: 'Skriv under', en: 'Sign' } },
  'child-picker': { tag: 'kommun-child-picker', title: { sv: 'Barn', en: 'Children' }, attributes: ({ services }) => (services[0] ? { service: services[0].id, name: 'child' } : { name: 'child' }) },
};

/** Names that people say, and which page is meant. */
export const alsoCalled: Readonly<Record<string, string>> = { inbox: 'case-inbox', login: 'eid-login', signature: 'guardian-signature' };
