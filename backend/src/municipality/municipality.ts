import { portalConfigSchema, serviceCentreSchema } from '../../../src/contract/portal-config.ts';
import type { PortalConfig } from '../../../src/contract/portal-config.ts';
import { faqFeedSchema } from '../../../src/contract/faq.ts';
import { z } from '../../../src/contract/schema.ts';
import { sourcesSchema } from '../cases/sources/sources.config.ts';
import { ProblemError } from '../http/problem.ts';
import { eServiceSchema } from './e-service.ts';
import type { EService } from './e-service.ts';
import { municipalEidProviderSchema } from './eid-provider.config.ts';
import { ownWordingSchema } from './own-wording.ts';
import { pageAddress } from './page-address.ts';

/** `simulated` knows invented families only. */
const registerDriver = z.enum(['simulated']);

const language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language code such as "sv"'));
const origin = z.string().check(z.regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/, 'an origin without a path, such as "https://www.example.se"'));
const wholeNumber = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

const someText = z.string().check(z.minLength(1));

/** The one file that makes the backend a municipality's own. Unknown keys are refused, so that a misspelt one is noticed. */
export const municipalitySchema = z
  .strictObject({
    name: someText,
    languages: z.array(language).check(z.minLength(1)),
    defaultLanguage: language,
    serviceCentre: z.strictObject({ ...serviceCentreSchema.shape, phone: someText, email: z.string().check(z.regex(/^\S+@\S+$/, 'an e-mail address')), url: pageAddress }),
    /** In the order in which citizens are offered them. */
    eidProviders: z.array(municipalEidProviderSchema),
    links: z.strictObject({
      eidHelp: pageAddress,
      eidTest: pageAddress,
      paperForms: pageAddress,
      contact: pageAddress,
      accessibilityStatement: pageAddress,
      signing: pageAddress,
      cases: pageAddress,
    } satisfies Record<keyof PortalConfig['links'], typeof pageAddress>),
    /** E-services that concern a child; each says whether every guardian must sign. */
    services: z._default(z.array(eServiceSchema), []),
    /** How the registers that those e-services ask are reached; where there are no e-services, none is asked. */
    registers: z._default(z.strictObject({ population: registerDriver, school: registerDriver }), { population: 'simulated', school: 'simulated' }),
    texts: z._default(ownWordingSchema, {}),
    faq: z._default(
      z.strictObject({
        /** Whether citizens may say if an answer helped them. */
        feedback: z._default(z.boolean(), false),
        /** Questions and answers by language. */
        feeds: z._default(z.record(z.string(), faqFeedSchema), {}),
      }),
      { feedback: false, feeds: {} },
    ),
    session: z._default(
      z.strictObject({
        idleMinutes: z._default(wholeNumber(1, 240), 30),
        absoluteHours: z._default(wholeNumber(1, 24), 8),
        warnBeforeSeconds: z._default(wholeNumber(20, 3600), 120),
      }),
      { idleMinutes: 30, absoluteHours: 8, warnBeforeSeconds: 120 },
    ),
    cases: z._default(
      z.strictObject({
        /** Systems with cases besides the backend's own store, in the order in which they are named when silent. */
        sources: z._default(sourcesSchema, []),
        /** Where one does what a case of the backend's own waits for, when neither the case nor its e-service says. */
        pages: z._default(z.strictObject({ sign: pageAddress, continue: pageAddress, pay: pageAddress, supplement: pageAddress }), {}),
      }),
      { sources: [], pages: {} },
    ),
    /** Sites besides the backend's own whose pages hold the widgets: exact origins, `https://www.example.se`. */
    allowedOrigins: z._default(z.array(origin), []),
  })
  .check(
    z.refine((file) => file.languages.includes(file.defaultLanguage), {
      path: ['defaultLanguage'],
      error: 'one of the languages listed in "languages"',
    }),
    z.refine((file) => Object.keys(file.texts).every((one) => file.languages.includes(one)), {
      path: ['texts'],
      error: 'texts in the languages listed in "languages"',
    }),
    z.refine(({ serviceCentre, defaultLanguage }) => serviceCentre.name[defaultLanguage]?.trim(), {
      path: ['serviceCentre', 'name'],
      error: 'a name in the language of "defaultLanguage" at least',
    }),
    z.refine(({ eidProviders, defaultLanguage }) => eidProviders.every(({ label, issuer }) => label[defaultLanguage]?.trim() && issuer.name[defaultLanguage]?.trim()), {
      path: ['eidProviders'],
      error: 'providers whose "label" and issuer\'s "name" are in the language of "defaultLanguage" at least',
    }),
    z.refine((file) => new Set(file.eidProviders.map((provider) => provider.id)).size === file.eidProviders.length, {
      path: ['eidProviders'],
      error: 'providers whose ids all differ',
    }),
    z.refine((file) => new Set(file.services.map((service) => service.id)).size === file.services.length, {
      path: ['services'],
      error: 'e-services whose ids all differ',
    }),
    z.refine((file) => file.services.length === 0 || file.links.signing !== undefined, {
      path: ['links', 'signing'],
      error: 'the page where cases are signed, since "services" lists some that are',
    }),
  );
export type Municipality = z.infer<typeof municipalitySchema>;
export type MunicipalEidProvider = Municipality['eidProviders'][number];

/** The e-service with that id. @throws ProblemError `service-not-found` */
export function serviceOf({ services }: Municipality, id: string): EService {
  const service = services.find((one) => one.id === id);
  if (!service) throw new ProblemError('service-not-found');
  return service;
}

/** The language if it is one of the municipality's, its own when none is asked for. @throws ProblemError 422 */
export function oneOfLanguages({ languages, defaultLanguage }: Municipality, asked: string = defaultLanguage): string {
  if (!languages.includes(asked)) throw new ProblemError('invalid-request', { errors: [{ pointer: '/language', code: 'not-a-language' }] });
  return asked;
}

/** The municipality's file with every page of its own site as a whole address; `whole` says where a path lies. */
export function withWholeAddresses(municipality: Municipality, whole: (path: string) => string): Municipality {
  const at = (address: string | undefined) => (address?.startsWith('/') ? whole(address) : address);
  const allAt = <Pages extends Record<string, string | undefined>>(pages: Pages) =>
    Object.fromEntries(Object.entries(pages).map(([name, address]) => [name, at(address)])) as Pages;
  const { serviceCentre, links, eidProviders, services, cases } = municipality;
  return {
    ...municipality,
    serviceCentre: { ...serviceCentre, ...allAt({ url: serviceCentre.url }) },
    links: allAt(links),
    eidProviders: eidProviders.map(({ logo, getUrl, testUrl, issuer, ...provider }) => ({ ...provider, ...allAt({ logo, getUrl, testUrl }), issuer: { ...issuer, ...allAt({ url: issuer.url }) } })),
    services: services.map((service) => ({ ...service, ...allAt({ page: service.page }) })),
    // In a path, the place for the number comes out of an address encoded.
    cases: { pages: allAt(cases.pages), sources: cases.sources.map((source) => ({ ...source, caseUrl: at(source.caseUrl)?.replace('%7Bid%7D', '{id}') })) },
  };
}

/** What of the municipality's file the widgets are told, paths made whole; how a provider is reached stays here. */
export function portalConfigOf(municipality: Municipality, publicOrigin: string): PortalConfig {
  const { name, languages, defaultLanguage, serviceCentre, links, eidProviders, texts, faq, session } = withWholeAddresses(
    municipality,
    (path) => new URL(path, publicOrigin).href,
  );
  return portalConfigSchema.parse({
    municipality: { name },
    languages,
    defaultLanguage,
    serviceCentre,
    eidProviders,
    links,
    texts,
    faq: { feedback: faq.feedback },
    session: { warnBeforeSeconds: session.warnBeforeSeconds },
  });
}
