import { eidPurposes } from '../../../src/contract/eid-order.ts';
import { eidProviderSchema } from '../../../src/contract/portal-config.ts';
import { z } from '../../../src/contract/schema.ts';
import { oidcConfigSchema } from '../eid/oidc/oidc.config.ts';
import { pageAddress } from './page-address.ts';
import { secretPlace } from './secret-place.ts';

const shape = eidProviderSchema.shape;
const shared = {
  ...shape,
  id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/, 'up to 64 small letters, digits and hyphens')),
  purposes: z.optional(z.array(z.enum(eidPurposes)).check(z.minLength(1))),
  issuer: z.strictObject({ ...shape.issuer.shape, url: pageAddress }),
  logo: pageAddress,
  getUrl: pageAddress,
  testUrl: pageAddress,
};

/** An e-ID whose app is started from the widget. */
const embedded = { ...shared, kind: z.enum(['embedded']), devices: z.array(z.enum(['same', 'other'])).check(z.minLength(1)) };

/** For demonstrations and tests; a server in production refuses it. */
const simulatedSchema = z.strictObject({ ...embedded, driver: z.literal('simulated') });

/** BankID by its own API. */
const bankIdSchema = z
  .strictObject({
    ...embedded,
    driver: z.literal('bankid'),
    /** `test` knows test persons only, and `simulator` is a server of one's own; a server in production refuses both. */
    environment: z.enum(['production', 'test', 'simulator']),
    /** The domain that citizens know the pages by; BankID is told. */
    domain: z.string().check(z.regex(/^(?=.{3,253}$)[0-9a-z-]+(\.[0-9a-z-]+)+$/, 'a domain in small letters, such as "almhult.se"')),
    /** The municipality's certificate for BankID with those that vouch for it, and its key; PEM. */
    certificate: secretPlace('bankid-certificate'),
    key: secretPlace('bankid-key'),
    /** What opens the key, where it is locked. */
    passphrase: z.optional(secretPlace('bankid-passphrase')),
    /** Where the simulator is, and its authority, PEM. */
    simulator: z.optional(
      z.strictObject({
        url: z.string().check(z.regex(/^https:\/\/(localhost|127\.0\.0\.1):\d{1,5}\/\S+$/, 'an https address on this computer, such as "https://localhost:8444/rp/v6.0"')),
        authority: secretPlace('bankid-simulator-authority'),
      }),
    ),
  })
  .check(z.refine(({ environment, simulator }) => (environment === 'simulator') === (simulator !== undefined), { path: ['simulator'], error: 'url and authority where "environment" is "simulator", and nothing elsewhere' }));

/** Whatever speaks OpenID Connect; the citizen leaves our page for the e-ID's own. */
const oidcSchema = z.strictObject({
  ...shared,
  kind: z.enum(['redirect']),
  devices: z._default(z.array(z.never()), []),
  /** Nobody signs by OpenID Connect here yet. */
  purposes: z._default(z.array(z.enum(['login', 'test'])).check(z.minLength(1)), ['login', 'test']),
  driver: z.literal('oidc'),
  oidc: oidcConfigSchema,
});

/** An e-ID that citizens are offered, and how it is reached. */
export const municipalEidProviderSchema = z.discriminatedUnion('driver', [simulatedSchema, bankIdSchema, oidcSchema], {
  error: ({ code }) => (code === 'invalid_union' ? '"simulated", "bankid" or "oidc"' : undefined),
});
export type BankIdConfig = z.infer<typeof bankIdSchema>;
export type OidcProviderConfig = z.infer<typeof oidcSchema>;
