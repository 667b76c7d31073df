import { z } from '../../../../src/contract/schema.ts';
import { secretPlace } from '../../municipality/secret-place.ts';
import { ownSource } from '../own-cases.ts';
import { defaultGuardLimits } from './guarded-source.ts';

const isOwnMachine = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/** Secrets go to these addresses, so they are encrypted ones; plain ones only on the own machine. */
const systemAddress = z.string().check(
  z.refine(
    (text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwnMachine(url.hostname));
      return isSafe && !url?.username && !url?.password && !url?.search && !url?.hash;
    },
    'an https address without login, query or fragment',
  ),
);
const secret = secretPlace('oep-password');

const shared = {
  id: z.string().check(
    z.regex(/^[a-z0-9-]{1,32}$/, 'up to 32 small letters, digits and hyphens'),
    z.refine((id) => id !== ownSource, `any id but "${ownSource}", which the backend's own cases have`),
  ),
  /** What citizens read when it is silent. */
  name: z.string().check(z.minLength(1)),
  /** How long a call may take. */
  timeLimitSeconds: z._default(z.number().check(z.minimum(1), z.maximum(30)), defaultGuardLimits.timeLimit / 1000),
};

/** Where a person deals with a case, with `{id}` for its number. */
const caseUrl = z.optional(z.string().check(z.regex(/^https:\/\/[^\s{}]+\{id\}[^\s{}]*$/, 'an https address with {id} for the number of the case')));

const openEPlatformSchema = z.strictObject({
  ...shared,
  kind: z.literal('open-eplatform'),
  url: systemAddress,
  username: secret,
  password: secret,
  caseUrl,
  /** Whether citizens can reply: its callback interface has addMessageAsOwner, which older ones lack, and lets this account use it. */
  replies: z._default(z.boolean(), false),
});

const caseStatusSchema = z.strictObject({
  ...shared,
  kind: z.literal('case-status'),
  url: systemAddress,
  partyUrl: systemAddress,
  tokenUrl: systemAddress,
  municipalityId: z.string().check(z.regex(/^\d{4}$/, 'the four digits of the municipality')),
  clientId: secret,
  clientSecret: secret,
  caseUrl,
  /** What citizens call a kind of case, by the code that systems have for it. */
  caseTypes: z._default(z.record(z.string(), z.string()), {}),
  /** Id of the Open ePlatform whose cases go on in these systems. Without it, a case that is in both shows twice. */
  eServices: z.optional(z.string()),
});

/** Invented cases, for demonstrations and tests; a server in production refuses it. */
const simulatedSchema = z.strictObject({
  ...shared,
  kind: z.literal('simulated'),
  /** The kind of system that it plays. */
  plays: z.enum(['open-eplatform', 'case-status']),
  caseUrl: z.optional(z.string().check(z.regex(/^(https:\/\/|\/(?!\/))[^\s{}]+\{id\}[^\s{}]*$/, 'an https address or a path on this site, with {id} for the number of the case'))),
  eServices: z.optional(z.string()),
});

const sourceSchema = z.discriminatedUnion('kind', [openEPlatformSchema, caseStatusSchema, simulatedSchema], {
  error: ({ code }) => (code === 'invalid_union' ? '"open-eplatform", "case-status" or "simulated"' : undefined),
});

/** The systems that a municipality's cases come from, besides the backend's own. */
export const sourcesSchema = z.array(sourceSchema).check(
  z.refine((sources) => new Set(sources.map(({ id }) => id)).size === sources.length, 'sources whose ids all differ'),
  z.refine((sources) => {
    const platforms = sources.filter((source) => source.kind === 'open-eplatform' || (source.kind === 'simulated' && source.plays === 'open-eplatform'));
    const isPlatform = (id: string) => platforms.some((platform) => platform.id === id);
    return sources.every((source) => !('eServices' in source) || source.eServices === undefined || isPlatform(source.eServices));
  }, 'sources where each "eServices" is the id of an open-eplatform among them'),
);
export type SourceConfig = z.infer<typeof sourcesSchema>[number];
export type SimulatedConfig = Extract<SourceConfig, { kind: 'simulated' }>;
export type OpenEPlatformConfig = Extract<SourceConfig, { kind: 'open-eplatform' }>;
export type CaseStatusConfig = Extract<SourceConfig, { kind: 'case-status' }>;
/** A system that is asked over the network. */
export type SystemConfig = OpenEPlatformConfig | CaseStatusConfig;
