// A backend of its own on a database that it shares, to be killed at any moment. What it is told comes on the command line.
import { systemTimer } from '../../../src/cases/sources/timer.ts';
import { memoryRateLimits, quotasTimes } from '../../../src/http/rate-limit.ts';
import { listen } from '../../../src/node/http-listener.ts';
import { pinoLog } from '../../../src/node/pino-log.ts';
import { createPostgresStore } from '../../../src/node/postgres/postgres-store.ts';
import { SimulatedRegisters } from '../../../src/registers/simulated/simulated-registers.ts';
import { createKeyedNames } from '../../../src/secrets/keyed-names.ts';
import { secureRandom } from '../../../src/secrets/random.ts';
import { createSeal } from '../../../src/secrets/seal.ts';
import { createSigningKeeper } from '../../../src/signing/signing-keeper.ts';
import { testApp } from '../../test-app.ts';
import { hastyStore } from './hasty-store.ts';
import { fastClock, manyFamilies, services } from './kill-setting.ts';
import type { ProcessSetting } from './kill-setting.ts';
import { remoteEid } from './remote-eid.ts';

const setting = JSON.parse(process.argv[2] ?? '') as ProcessSetting;
const keepEvery = 500;

const log = pinoLog(process.stderr);
const clock = fastClock(setting.since);
const key = Uint8Array.from(Buffer.from(setting.key, 'hex'));
const store = createPostgresStore(setting.connection, log);
const { app, deps } = await testApp({
  clock,
  municipality: services,
  providers: [remoteEid(setting)],
  deps: {
    store: setting.isHasty ? hastyStore(store) : store,
    log,
    seal: await createSeal(key, secureRandom),
    keyedNames: await createKeyedNames(key),
    registers: new SimulatedRegisters({ clock, timer: systemTimer, families: manyFamilies(setting.children) }),
    rateLimits: memoryRateLimits(clock, quotasTimes(1000)),
  },
});
const { port } = await listen((request) => app.fetch(request), 0, '127.0.0.1');

const keep = createSigningKeeper(deps);
const again = (): void => void keep().catch(() => {}).finally(() => setTimeout(again, keepEvery));
again();
console.log(port);
