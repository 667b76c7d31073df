import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import type { CasePerson, CaseSource } from '../../../src/cases/case-source.ts';
import { inventedInstances, inventedParties, inventedPersons, inventedStatuses } from './invented-cases.ts';
import { simulatedCaseStatus } from '../../../src/cases/simulated-sources/simulated-case-status.ts';
import type { SimulatedCaseStatus } from '../../../src/cases/simulated-sources/simulated-case-status.ts';
import { simulatedOpenEPlatform } from '../../../src/cases/simulated-sources/simulated-open-eplatform.ts';
import type { SimulatedOpenEPlatform } from '../../../src/cases/simulated-sources/simulated-open-eplatform.ts';
import type { SimulatedInstance } from '../../../src/cases/simulated-sources/open-eplatform-xml.ts';
import { connectSource } from '../../../src/cases/sources/connect-source.ts';
import type { SystemConfig } from '../../../src/cases/sources/sources.config.ts';
import type { Fetch } from '../../../src/cases/sources/upstream.ts';
import { recordingLog, testClock } from '../../test-app.ts';
import type { LogLine, TestClock } from '../../test-app.ts';
import { manualTimer } from './manual-timer.ts';
import type { ManualTimer } from './manual-timer.ts';

/** A source that asks a simulator over real HTTP, and what a test needs to see of it. */
export interface SourceWorld<Simulator> {
  source: CaseSource;
  simulator: Simulator;
  clock: TestClock;
  timer: ManualTimer;
  log: LogLine[];
  /** Path and query of each request, in order. */
  asked: string[];
  /** What no error and no log line may hold. */
  secrets: string[];
}

export const personOf = (name: keyof typeof inventedPersons): CasePerson => ({ key: `key-of-${name}`, idNumber: inventedPersons[name] });

const password = 'hemligt-lösenord-€';
const secretsByName = new Map([
  ['env:SIM_USER', 'integration'],
  ['env:SIM_PASSWORD', password],
  ['env:SIM_CLIENT_SECRET', 'client-secret'],
]);

export async function openEPlatformWorld(instances: readonly SimulatedInstance[] = inventedInstances, replies = true): Promise<SourceWorld<SimulatedOpenEPlatform>> {
  const simulator = simulatedOpenEPlatform({ production: false, username: 'integration', password, instances });
  return worldOf(simulator, (origin) => ({
    kind: 'open-eplatform',
    id: 'oep',
    name: 'E-tjänstportalen',
    timeLimitSeconds: 5,
    url: `${origin}/`,
    username: 'env:SIM_USER',
    password: 'env:SIM_PASSWORD',
    caseUrl: 'https://etjanst.kommun.test/arende/{id}/visa',
    replies,
  }));
}

export async function caseStatusWorld(tokenLasts = 3600): Promise<SourceWorld<SimulatedCaseStatus>> {
  const simulator = simulatedCaseStatus({
    production: false,
    clientId: 'integration',
    clientSecret: 'client-secret',
    municipalityId: '2281',
    parties: inventedParties,
    cases: inventedStatuses,
    tokenLasts,
  });
  const world = await worldOf(simulator, (origin) => ({
    kind: 'case-status',
    id: 'case-status',
    name: 'Kommunens ärendesystem',
    timeLimitSeconds: 5,
    url: `${origin}/case-status`,
    partyUrl: `${origin}/party`,
    tokenUrl: `${origin}/token`,
    municipalityId: '2281',
    clientId: 'env:SIM_USER',
    clientSecret: 'env:SIM_CLIENT_SECRET',
    caseTypes: { SCHOOL_TRANSPORT: 'Ansökan om skolskjuts', PARKING_PERMIT: 'Parkeringstillstånd' },
    eServices: 'oep',
    caseUrl: 'https://arenden.kommun.test/{id}',
  }));
  world.secrets.push('client-secret', ...Object.values(inventedParties));
  return world;
}

async function worldOf<Simulator extends { app: Hono }>(simulator: Simulator, config: (origin: string) => SystemConfig): Promise<SourceWorld<Simulator>> {
  const origin = await listening(simulator.app);
  const clock = testClock();
  const timer = manualTimer(clock);
  const log: LogLine[] = [];
  const asked: string[] = [];
  const recordingFetch: Fetch = (url, init) => {
    asked.push(url.slice(origin.length));
    return fetch(url, init);
  };
  const tools = { clock, timer, random: () => 0.5, fetch: recordingFetch, secret: (name: string) => secretsByName.get(name), log: recordingLog(log) };
  const source = connectSource(config(origin), tools);
  return { source, simulator, clock, timer, log, asked, secrets: [...Object.values(inventedPersons), password, origin] };
}

function listening(app: Hono): Promise<string> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
    onTestFinished(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
    });
  });
}
