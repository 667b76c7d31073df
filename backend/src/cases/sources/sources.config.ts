import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { z } from '../../../../src/contract/schema.ts';
import type { CaseSource } from '../case-source.ts';
import { AccessToken } from './case-status/access-token.ts';
import { CaseStatusApi } from './case-status/case-status-api.ts';
import { CaseStatusSource } from './case-status/case-status-source.ts';
import { defaultGuardLimits, guardedSource } from './guarded-source.ts';
import { OpenEPlatformApi } from './open-eplatform/open-eplatform-api.ts';
import { OpenEPlatformSource } from './open-eplatform/open-eplatform-source.ts';
import { systemTimer } from './timer.ts';
import type { Timer } from './timer.ts';
import { Upstream } from './upstream.ts';
import type { Fetch } from './upstream.ts';

const isOwnMachine = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/** Secrets go to these addresses, so they are encrypted ones; plain ones only on the own machine, where simulators run. */
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
const variable = z.string().check(z.regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable, such as OEP_PASSWORD; never the secret itself'));

const shared = {
  id: z.string().check(z.regex(/^[a-z0-9-]{1,32}$/, 'up to 32 small letters, digits and hyphens')),
  /** What citizens read when it is silent. */
  name: z.string().check(z.minLength(1)),
  /** How long a call may take. */
  timeLimitSeconds: z._default(z.number().check(z.minimum(1), z.maximum(30)), defaultGuardLimits.timeLimit / 1000),
};

const openEPlatformSchema = z.strictObject({
  ...shared,
  kind: z.literal('open-eplatform'),
  url: systemAddress,
  usernameEnv: variable,
  passwordEnv: variable,
  /** Where a person deals with a case, with `{id}` for its number. */
  caseUrl: z.optional(z.string().check(z.regex(/^https:\/\/[^\s{}]+\{id\}[^\s{}]*$/, 'an https address with {id} for the number of the case'))),
});

const caseStatusSchema = z.strictObject({
  ...shared,
  kind: z.literal('case-status'),
  url: systemAddress,
  partyUrl: systemAddress,
  tokenUrl: systemAddress,
  municipalityId: z.string().check(z.regex(/^\d{4}$/, 'the four digits of the municipality')),
  clientIdEnv: variable,
  clientSecretEnv: variable,
  /** What citizens call a kind of case, by the code that systems have for it. */
  caseTypes: z._default(z.record(z.string(), z.string()), {}),
});

/** The systems that a municipality's cases come from. Secrets are named, and read from the environment. */
export const sourcesSchema = z
  .array(z.discriminatedUnion('kind', [openEPlatformSchema, caseStatusSchema]))
  .check(z.refine((sources) => new Set(sources.map(({ id }) => id)).size === sources.length, 'sources whose ids all differ'));
export type SourcesConfig = z.infer<typeof sourcesSchema>;
type SourceConfig = SourcesConfig[number];

export interface SourceTools {
  clock: Clock;
  fetch: Fetch;
  env: Readonly<Record<string, string | undefined>>;
  log: Log;
  timer?: Timer;
  random?: () => number;
}

/** The configured sources, each with its time limit and breaker. @throws Error naming every environment variable that is not set */
export function createSources(config: SourcesConfig, { timer = systemTimer, random = Math.random, ...given }: SourceTools): CaseSource[] {
  const missing = config.flatMap(secretsOf).filter((name) => !given.env[name]);
  if (missing.length > 0) throw new Error(`These environment variables must be set: ${[...new Set(missing)].join(', ')}`);
  const tools = { ...given, timer, random };
  return config.map((source) => {
    const limits = { ...defaultGuardLimits, timeLimit: source.timeLimitSeconds * 1000 };
    return guardedSource(source.kind === 'open-eplatform' ? openEPlatform(source, tools) : caseStatus(source, tools), tools, limits);
  });
}

function secretsOf(source: SourceConfig): string[] {
  return source.kind === 'open-eplatform' ? [source.usernameEnv, source.passwordEnv] : [source.clientIdEnv, source.clientSecretEnv];
}

function openEPlatform(config: Extract<SourceConfig, { kind: 'open-eplatform' }>, tools: Required<SourceTools>): CaseSource {
  const { fetch, log, env } = tools;
  const upstream = new Upstream({ source: config.id, base: config.url, fetch, log });
  const login = { username: env[config.usernameEnv] ?? '', password: env[config.passwordEnv] ?? '' };
  return new OpenEPlatformSource({ id: config.id, name: config.name, caseUrl: config.caseUrl }, new OpenEPlatformApi(upstream, login), tools);
}

function caseStatus(config: Extract<SourceConfig, { kind: 'case-status' }>, tools: Required<SourceTools>): CaseSource {
  const { fetch, log, env } = tools;
  const at = (base: string) => new Upstream({ source: config.id, base, fetch, log });
  const login = { clientId: env[config.clientIdEnv] ?? '', clientSecret: env[config.clientSecretEnv] ?? '' };
  const token = new AccessToken(at(config.tokenUrl), login, tools);
  return new CaseStatusSource(config, new CaseStatusApi({ party: at(config.partyUrl), status: at(config.url) }, token, config.municipalityId));
}
