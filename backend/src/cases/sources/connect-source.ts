import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { CaseSource } from '../case-source.ts';
import { AccessToken } from './case-status/access-token.ts';
import { CaseStatusApi } from './case-status/case-status-api.ts';
import { CaseStatusSource } from './case-status/case-status-source.ts';
import { defaultGuardLimits, guardedSource } from './guarded-source.ts';
import type { GuardLimits } from './guarded-source.ts';
import { OpenEPlatformApi } from './open-eplatform/open-eplatform-api.ts';
import { OpenEPlatformSource } from './open-eplatform/open-eplatform-source.ts';
import type { CaseStatusConfig, OpenEPlatformConfig, SystemConfig } from './sources.config.ts';
import { systemTimer } from './timer.ts';
import type { Timer } from './timer.ts';
import { Upstream } from './upstream.ts';
import type { Fetch } from './upstream.ts';

export interface SourceTools {
  clock: Clock;
  fetch: Fetch;
  log: Log;
  /** The secret that the configuration names; absent when it is not there. */
  secret(name: string): string | undefined;
  timer?: Timer;
  random?: () => number;
  limits?: Partial<GuardLimits>;
}

/** The names of the secrets that the system asks for, by field. */
export const secretsOf = (config: SystemConfig): Record<string, string> =>
  config.kind === 'open-eplatform'
    ? { username: config.username, password: config.password }
    : { clientId: config.clientId, clientSecret: config.clientSecret };

/** The system as a source of cases, with its time limit and breaker. */
export function connectSource(config: SystemConfig, { timer = systemTimer, random = Math.random, ...given }: SourceTools): CaseSource {
  const tools = { ...given, timer, random };
  const limits = { ...defaultGuardLimits, timeLimit: config.timeLimitSeconds * 1000, ...given.limits };
  const source = config.kind === 'open-eplatform' ? openEPlatform(config, tools) : caseStatus(config, tools);
  return guardedSource(source, tools, limits);
}

type Tools = SourceTools & Required<Pick<SourceTools, 'timer'>>;

function openEPlatform(config: OpenEPlatformConfig, tools: Tools): CaseSource {
  const upstream = new Upstream({ source: config.id, base: config.url, fetch: tools.fetch, log: tools.log });
  const login = { username: tools.secret(config.username) ?? '', password: tools.secret(config.password) ?? '' };
  const { id, name, caseUrl, replies } = config;
  return new OpenEPlatformSource({ id, name, caseUrl, replies }, new OpenEPlatformApi(upstream, login), tools);
}

function caseStatus(config: CaseStatusConfig, tools: Tools): CaseSource {
  const at = (base: string) => new Upstream({ source: config.id, base, fetch: tools.fetch, log: tools.log });
  const login = { clientId: tools.secret(config.clientId) ?? '', clientSecret: tools.secret(config.clientSecret) ?? '' };
  const token = new AccessToken(at(config.tokenUrl), login, tools);
  const api = new CaseStatusApi({ party: at(config.partyUrl), status: at(config.url) }, token, config.municipalityId);
  const { id, name, caseTypes, eServices, caseUrl } = config;
  return new CaseStatusSource({ id, name, caseTypes, eServices, caseUrl }, api);
}
