import { z } from '../../../../src/contract/schema.ts';
import { secretPlace } from '../../municipality/secret-place.ts';
import { presetNames, presets } from './presets.ts';

const someText = z.string().check(z.minLength(1));
/** Names of claims; the first that is present counts. */
const claimNames = z.array(someText).check(z.minLength(1));
const swedishLevel = z.enum(['loa2', 'loa3', 'loa4']);

/** What is asked of an OpenID provider, and what its answers mean. */
const terms = {
  scope: z.optional(z.string().check(z.regex(/^openid( \S+)*$/, 'scopes with a space in between, "openid" first'))),
  /** The levels, or ways of identifying oneself, that are asked for. */
  acrValues: z.optional(z.array(someText)),
  /** Whether requests are signed with the key, and whether they are sent to the provider ahead of the citizen. */
  signedRequests: z.optional(z.boolean()),
  pushedRequests: z.optional(z.boolean()),
  /** Whether the provider is asked once more for what the ID token does not say. */
  userInfo: z.optional(z.boolean()),
  /** Whether the provider is told what to show the citizen, as OIDC Sweden has it. */
  userMessage: z.optional(z.boolean()),
  /** Further parameters of each request; `prompt` is `login` unless stated. */
  parameters: z.optional(z.record(someText, z.string())),
  claims: z.optional(
    z.strictObject({
      /** Where the level stands; `acr` unless stated. */
      level: z.optional(claimNames),
      /** A personal or a coordination number. `sub` is neither. */
      idNumber: z.optional(claimNames.check(z.refine((names) => !names.includes('sub'), 'claims that hold a Swedish number, which "sub" does not'))),
      coordinationLevel: z.optional(claimNames),
      previousIdNumber: z.optional(claimNames),
      prid: z.optional(claimNames),
      pridPersistence: z.optional(claimNames),
      givenName: z.optional(claimNames),
      familyName: z.optional(claimNames),
      name: z.optional(claimNames),
    }),
  ),
  /** The only levels that anybody is let in with, and what each is worth. */
  levels: z.optional(z.record(someText, swedishLevel)),
};

/** How an OpenID provider is reached, in the municipality's file. */
export const oidcConfigSchema = z
  .strictObject({
    preset: z.optional(z.enum(presetNames)),
    /** As the provider writes it in its own metadata, which is fetched from there. */
    issuer: z.string().check(z.regex(/^(https:\/\/[^\s/?#]+|http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?)(\/[^\s?#]*)?$/, 'an https address, such as "https://op.example.se"')),
    clientId: someText,
    /** The private key that the municipality shows who it is by, PEM, and the name that the provider knows it by. */
    key: z.optional(secretPlace('oidc-key')),
    keyId: z.optional(someText),
    /** A word that is shown instead, where the provider takes no key. */
    secret: z.optional(secretPlace('oidc-secret')),
    ...terms,
  })
  .check(
    z.refine(({ key, secret }) => (key === undefined) !== (secret === undefined), { path: ['key'], error: 'where the private key is, or "secret" where the provider takes no key; not both' }),
    z.refine(({ preset, levels }) => Object.keys(levels ?? (preset ? presets[preset].levels : {})).length > 0, { path: ['levels'], error: 'at least one level that is accepted, such as {"http://id.elegnamnden.se/loa/1.0/loa3": "loa3"}' }),
    z.refine((config) => config.key !== undefined || !connectionOf(config).signedRequests, { path: ['signedRequests'], error: 'false where there is no "key" to sign requests with' }),
  );
export type OidcConfig = z.infer<typeof oidcConfigSchema>;

type Levels = Readonly<Record<string, z.infer<typeof swedishLevel>>>;
type ClaimName = 'level' | 'idNumber' | 'coordinationLevel' | 'previousIdNumber' | 'prid' | 'pridPersistence' | 'givenName' | 'familyName' | 'name';
export type ClaimMap = Readonly<Record<ClaimName, readonly string[]>>;

/** The terms as a preset has them: what it does not say is as for any provider. */
export interface OidcTerms {
  scope?: string;
  acrValues?: readonly string[];
  signedRequests?: boolean;
  userInfo?: boolean;
  userMessage?: boolean;
  claims?: Partial<ClaimMap>;
  levels: Levels;
}

/** How a provider is reached and read, every field of it. */
export interface OidcConnection {
  issuer: string;
  clientId: string;
  scope: string;
  acrValues: readonly string[];
  signedRequests: boolean;
  pushedRequests: boolean;
  userInfo: boolean;
  userMessage: boolean;
  parameters: Readonly<Record<string, string>>;
  claims: ClaimMap;
  levels: Levels;
}

const ordinary = {
  scope: 'openid',
  acrValues: [],
  signedRequests: false,
  pushedRequests: false,
  userInfo: false,
  userMessage: false,
  // Computers are shared: whoever was logged in at the provider before may be somebody else.
  parameters: { prompt: 'login' },
  levels: {},
};
const ordinaryClaims: ClaimMap = {
  level: ['acr'],
  idNumber: [],
  coordinationLevel: [],
  previousIdNumber: [],
  prid: [],
  pridPersistence: [],
  givenName: ['given_name'],
  familyName: ['family_name'],
  name: ['name'],
};

/** The municipality's own words first, then its preset's, then what is ordinary. */
export function connectionOf({ preset: name, issuer, clientId, key: _key, keyId: _keyId, secret: _secret, ...own }: OidcConfig): OidcConnection {
  const preset: OidcTerms | undefined = name && presets[name];
  const parameters = { ...ordinary.parameters, ...own.parameters };
  return { ...ordinary, ...preset, ...stated(own), parameters, issuer, clientId, claims: { ...ordinaryClaims, ...preset?.claims, ...stated(own.claims ?? {}) } };
}

type Stated<T> = { [Key in keyof T]-?: Exclude<T[Key], undefined> };

/** Without the fields that are stated to be undefined, which would hide others. */
const stated = <T extends object>(fields: T): Partial<Stated<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Stated<T>>;
