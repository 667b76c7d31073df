// A backend of its own on a database that it shares, to be killed at any moment. What it is told comes on the command line.
import { createApp } from '../../../src/app.ts';
import { createOwnCases } from '../../../src/cases/own-cases.ts';
import { systemTimer } from '../../../src/cases/sources/timer.ts';
import type { Deps } from '../../../src/deps.ts';
import { memoryRateLimits, quotasTimes } from '../../../src/http/rate-limit.ts';
import { ownReceiver } from '../../../src/mail/case-receiver.ts';
import { createOutbox } from '../../../src/mail/outbox.ts';
import { listen } from '../../../src/node/http-listener.ts';
import { pinoLog } from '../../../src/node/pino-log.ts';
import { workOffJobs } from '../../../src/node/postgres/jobs.ts';
import { createPostgresStore } from '../../../src/node/postgres/postgres-store.ts';
import { SimulatedRegisters } from '../../../src/registers/simulated/simulated-registers.ts';
import { createKeyedNames } from '../../../src/secrets/keyed-names.ts';
import { secureRandom } from '../../../src/secrets/random.ts';
import { createSeal } from '../../../src/secrets/seal.ts';
import { cookieTransport } from '../../../src/session/cookie-transport.ts';
import { createSigningKeeper } from '../../../src/signing/signing-keeper.ts';
import { createUnderWay } from '../../../src/under-way.ts';
import { publicOrigin, testMunicipality } from '../../test-municipality.ts';
import { hastyStore } from './hasty-store.ts';
import { fastClock, manyFamilies, services } from './kill-setting.ts';
import type { ProcessSetting } from './kill-setting.ts';
import { remoteMail } from './played-mail.ts';
import { remoteEid } from './remote-eid.ts';

const setting = JSON.parse(process.argv[2] ?? '') as ProcessSetting;
const keepEvery = 500;

const log = pinoLog(process.stderr);
const clock = fastClock(setting.since);
const key = Uint8Array.from(Buffer.from(setting.key, 'hex'));
const whole = createPostgresStore(setting.connection, log);
const store = setting.isHasty ? hastyStore(whole) : whole;
const municipality = testMunicipality(services);
const requestOrigin: Deps['requestOrigin'] = (c) => c.req.header('Origin');
const deps: Deps = {
  municipality,
  store,
  clock,
  log,
  random: secureRandom,
  seal: await createSeal(key, secureRandom),
  keyedNames: await createKeyedNames(key),
  caseSources: [createOwnCases({ store, clock, random: secureRandom, name: municipality.name })],
  registers: new SimulatedRegisters({ clock, timer: systemTimer, families: manyFamilies(setting.children) }),
  timer: systemTimer,
  turnBeat: async () => {},
  underWay: createUnderWay(),
  sessionTransport: cookieTransport({ publicOrigin, requestOrigin }),
  eidProviders: new Map([['mobile-eid', remoteEid(setting)]]),
  publicOrigin,
  allowedOrigins: new Set([publicOrigin]),
  clientAddress: () => '192.0.2.7',
  requestOrigin,
  rateLimits: memoryRateLimits(clock, quotasTimes(1000)),
  receiptFonts: () => Promise.reject(new RangeError('nobody asks for a receipt here')),
  accepting: () => true,
};
const app = createApp(deps);
const { port } = await listen((request) => app.fetch(request), 0, '127.0.0.1');

const keep = createSigningKeeper(deps);
const again = (): void => void keep().catch(() => {}).finally(() => setTimeout(again, keepEvery));
again();
const outbox = createOutbox({ ...deps, mail: remoteMail(setting), receiver: ownReceiver(deps) });
await workOffJobs(setting.connection, { outbox, queued: () => store.signing.queued(), nightly: async () => {} }, log);
console.log(port);
