import { localizedSchema } from './language.ts';
import * as z from 'zod/mini';
import './jitless.ts';

export const eidDevices = ['same', 'other'] as const;

/** One e-ID that the municipality accepts. `embedded` draws its flow in the widget, `redirect` leaves the page. */
export const eidProviderSchema = z.object({
  id: z.string(),
  kind: z.string(),
  label: localizedSchema,
  description: z.optional(localizedSchema),
  /** Subset of `same` and `other`; empty for a redirect. */
  devices: z.array(z.string()),
  /** What it can be used for, of `login`, `test` and `sign`; everything when absent. */
  purposes: z.optional(z.array(z.string())),
  /** Who answers for the e-ID itself: expired, blocked, forgotten code. */
  issuer: z.object({ name: localizedSchema, url: z.optional(z.string()), phone: z.optional(z.string()) }),
  /** Its approved logo, where the page brings none. */
  logo: z.optional(z.string()),
  /** Where one gets this e-ID. */
  getUrl: z.optional(z.string()),
  /** Where one tests that it works. */
  testUrl: z.optional(z.string()),
});
export type EidProvider = z.infer<typeof eidProviderSchema>;

/** The municipality's contact point. `phone` as people write it: `0476-550 00`. */
export const serviceCentreSchema = z.object({
  name: localizedSchema,
  phone: z.string(),
  email: z.string(),
  url: z.optional(z.string()),
});
export type ServiceCentre = z.infer<typeof serviceCentreSchema>;

/** What a widget needs to know of the municipality. `GET /config`, public, cacheable. */
export const portalConfigSchema = z.object({
  municipality: z.object({ name: z.string() }),
  languages: z.array(z.string()),
  defaultLanguage: z.string(),
  serviceCentre: serviceCentreSchema,
  /** In the municipality's order. */
  eidProviders: z.array(eidProviderSchema),
  /** Absolute addresses of the municipality's own pages. */
  links: z.object({
    eidHelp: z.optional(z.string()),
    /** The page with the test of an e-ID. */
    eidTest: z.optional(z.string()),
    paperForms: z.optional(z.string()),
    contact: z.optional(z.string()),
    accessibilityStatement: z.optional(z.string()),
    /** The page where cases are signed, and the one with the inbox. */
    signing: z.optional(z.string()),
    cases: z.optional(z.string()),
  }),
  /** Own wording: language, then `widget.key`, for instance `{ sv: { 'login.heading': 'Logga in' } }`. */
  texts: z.catchall(z.object({}), z.catchall(z.object({}), z.string())),
  faq: z.object({ feedback: z.boolean() }),
  session: z.object({ warnBeforeSeconds: z.number() }),
});
export type PortalConfig = z.infer<typeof portalConfigSchema>;
