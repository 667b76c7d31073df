import type { Hono } from 'hono';
import type { CaseSource } from '../case-source.ts';
import { connectSource } from '../sources/connect-source.ts';
import type { SourceTools } from '../sources/connect-source.ts';
import type { SimulatedConfig, SystemConfig } from '../sources/sources.config.ts';
import { demoCaseTypes, demoInstances, demoParties, demoStatuses } from './demo-cases.ts';
import type { Faults } from './faults.ts';
import { simulatedCaseStatus } from './simulated-case-status.ts';
import { simulatedOpenEPlatform } from './simulated-open-eplatform.ts';

/** A system that is played in this process, and that a visitor can make silent. */
export interface SilentSwitch {
  id: string;
  name: string;
  isSilent(): boolean;
  setSilent(silent: boolean): void;
}

/** A system with cases, and what is wrong with it now. */
export interface SimulatedSystem extends SilentSwitch {
  faults: Faults;
}

/** Nobody but the source beside it can reach the simulator, so that its login is no secret. */
const login = 'simulated';
const municipalityId = '0765';
const base = 'http://localhost';
/** Whoever makes a fault, or mends it, wants to see it soon. Milliseconds. */
const soon = 2_000;

/** The real source of that kind, which asks a simulator with invented cases. @throws when `production` is true */
export function simulateSource(config: SimulatedConfig, tools: SourceTools & { production: boolean }): { source: CaseSource; system: SimulatedSystem } {
  const { app, faults } = config.plays === 'open-eplatform' ? platform(tools) : handling(tools);
  const fetch = async (url: string, init: RequestInit) => app.request(url, init);
  const source = connectSource(systemOf(config), { ...tools, limits: { rest: soon }, secret: () => login, fetch });
  return { source: { ...source, freshFor: soon }, system: { id: config.id, name: config.name, faults, ...switchOf(faults) } };
}

const switchOf = (faults: Faults): Pick<SilentSwitch, 'isSilent' | 'setSilent'> => ({
  isSilent: () => faults.at('') !== undefined,
  setSilent: (silent) => faults.script(silent ? 'unavailable' : undefined),
});

type Simulator = { app: Hono; faults: Faults };

const platform = ({ clock, production }: SourceTools & { production: boolean }): Simulator =>
  simulatedOpenEPlatform({ production, username: login, password: login, instances: demoInstances(clock.now()) });

const handling = ({ clock, production }: SourceTools & { production: boolean }): Simulator =>
  simulatedCaseStatus({ production, clientId: login, clientSecret: login, municipalityId, parties: demoParties, cases: demoStatuses(clock.now()) });

function systemOf({ plays, kind: _, eServices, ...shared }: SimulatedConfig): SystemConfig {
  if (plays === 'open-eplatform') return { ...shared, kind: plays, url: base, username: login, password: login, replies: true };
  return {
    ...shared,
    kind: plays,
    url: `${base}/case-status`,
    partyUrl: `${base}/party`,
    tokenUrl: `${base}/token`,
    municipalityId,
    clientId: login,
    clientSecret: login,
    caseTypes: demoCaseTypes,
    eServices,
  };
}
