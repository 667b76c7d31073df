import type { Hono } from 'hono';
import { apiBase } from '../src/openapi/operations.ts';
import { createApp } from '../src/app.ts';
import type { CaseSource } from '../src/cases/case-source.ts';
import { withActionPages } from '../src/cases/action-pages.ts';
import { createOwnCases } from '../src/cases/own-cases.ts';
import { systemTimer } from '../src/cases/sources/timer.ts';
import type { Clock } from '../src/clock.ts';
import type { Deps } from '../src/deps.ts';
import type { EidProvider } from '../src/eid/eid-provider.ts';
import { memoryRateLimits } from '../src/http/rate-limit.ts';
import type { Log, LogFields } from '../src/log.ts';
import { receiptFonts } from '../src/node/receipt-fonts.ts';
import { demoRegisters } from '../src/registers/simulated/demo-registers.ts';
import { createKeyedNames } from '../src/secrets/keyed-names.ts';
import { secureRandom } from '../src/secrets/random.ts';
import { createSeal } from '../src/secrets/seal.ts';
import { cookieTransport } from '../src/session/cookie-transport.ts';
import { createMemoryStore } from '../src/store/memory-store.ts';
import { createUnderWay } from '../src/under-way.ts';
import { createBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { obligingProvider } from './obliging-provider.ts';
import { publicOrigin, testMunicipality } from './test-municipality.ts';

export { publicOrigin, testMunicipality };

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  forward(seconds: number): void;
}

export interface TestApp {
  app: Hono;
  deps: Deps;
  clock: TestClock;
  log: LogLine[];
  /** A browser of its own, on the municipality's page, with no cookies yet. */
  browser(): Browser;
}

export interface LogLine {
  level: keyof Log;
  event: string;
  fields: LogFields;
}

export interface TestAppOptions {
  deps?: Partial<Deps>;
  /** What differs from the municipality of the tests. */
  municipality?: Record<string, unknown>;
  providers?: readonly EidProvider[];
  /** Systems with cases besides the municipality's own. */
  moreSources?: readonly CaseSource[];
  clock?: TestClock;
}

/** The app as on Node, on a memory store and a clock that the test moves. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = options.clock ?? testClock();
  const log: LogLine[] = [];
  const providers = options.providers ?? [obligingProvider()];
  const store = options.deps?.store ?? createMemoryStore();
  const municipality = testMunicipality(options.municipality);
  const deps: Deps = {
    municipality,
    store,
    clock,
    log: recordingLog(log),
    random: secureRandom,
    seal: await createSeal(secureRandom(32), secureRandom),
    keyedNames: await createKeyedNames(secureRandom(32)),
    caseSources: [withActionPages(createOwnCases({ store, clock, random: secureRandom, name: municipality.name }), municipality), ...(options.moreSources ?? [])],
    registers: demoRegisters(clock, systemTimer),
    timer: systemTimer,
    turnBeat: async () => {},
    underWay: createUnderWay(),
    sessionTransport: cookieTransport({ publicOrigin, requestOrigin }),
    eidProviders: new Map(providers.map((provider) => [provider.id, provider])),
    publicOrigin,
    allowedOrigins: new Set([publicOrigin, 'https://www.kommun.test']),
    clientAddress: () => '192.0.2.7',
    requestOrigin,
    receiptFonts,
    rateLimits: memoryRateLimits(clock),
    accepting: () => true,
    ...options.deps,
  };
  const app = createApp(deps);
  return { app, deps, clock, log, browser: () => createBrowser((request) => app.request(request), publicOrigin + apiBase) };
}

const requestOrigin: Deps['requestOrigin'] = (c) => c.req.header('Origin');

export function testClock(start = '2026-11-24T08:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  return { now: () => new Date(now), forward: (seconds) => void (now += seconds * 1000) };
}

/** A log that a test can read. */
export function recordingLog(lines: LogLine[]): Log {
  const record = (level: keyof Log) => (event: string, fields: LogFields = {}) => void lines.push({ level, event, fields });
  return { info: record('info'), warn: record('warn'), error: record('error') };
}
