import { createBeat } from '../beat.ts';
import { withActionPages } from '../cases/action-pages.ts';
import { createOwnCases } from '../cases/own-cases.ts';
import type { SimulatedSystem } from '../cases/simulated-sources/simulate-source.ts';
import { createSources } from '../cases/sources/create-sources.ts';
import { systemTimer } from '../cases/sources/timer.ts';
import { systemClock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { bankIdInProcess } from '../eid/bankid/simulator/bankid-in-process.ts';
import type { BankIdInProcess } from '../eid/bankid/simulator/bankid-in-process.ts';
import type { EidProvider } from '../eid/eid-provider.ts';
import type { Simulation } from '../eid/simulated/simulated-app.ts';
import { memoryRateLimits } from '../http/rate-limit.ts';
import type { Log } from '../log.ts';
import { withWholeAddresses } from '../municipality/municipality.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { demoRegisters } from '../registers/simulated/demo-registers.ts';
import type { SimulatedRegisters } from '../registers/simulated/simulated-registers.ts';
import { createKeyedNames } from '../secrets/keyed-names.ts';
import { secureRandom } from '../secrets/random.ts';
import { createSeal } from '../secrets/seal.ts';
import { cookieTransport } from '../session/cookie-transport.ts';
import type { Store } from '../store/store.ts';
import { createUnderWay } from '../under-way.ts';
import { bankIdProvider } from './bankid-settings.ts';
import { clientAddress } from './client-address.ts';
import { namedSecret } from './named-secret.ts';
import { oidcProvider } from './oidc-settings.ts';
import { receiptFonts } from './receipt-fonts.ts';
import { secretKey } from './secret-key.ts';
import type { ServerOptions } from './server.ts';

/** What only the running server knows. */
export interface Ground {
  municipality: Municipality;
  store: Store;
  log: Log;
  port: number;
  dataFolder: string;
  accepting: () => boolean;
}

/** What is played in this process instead of being reached. */
export interface Simulated {
  eids: readonly Simulation[];
  systems: SimulatedSystem[];
  registers: SimulatedRegisters;
}

/** Nothing that a citizen sees, whose page asks once a second. */
const turnBeatMs = 50;

/** The app's dependencies as a server has them, and what of them is simulated. */
export async function nodeDeps(options: ServerOptions, ground: Ground): Promise<{ deps: Deps; simulated: Simulated }> {
  const { store, log, accepting } = ground;
  const own = ownOrigins(options.publicOrigin, ground.port);
  const publicOrigin = own[0];
  const municipality = withWholeAddresses(ground.municipality, (path) => new URL(path, publicOrigin).href);
  const { env = process.env } = options;
  const secret = (name: string) => namedSecret(name, env);
  const phone = new URL(options.simulatedAppPath ?? '/telefon/', publicOrigin).href;
  const simulatedEids = simulatedBankIds(municipality, phone);
  const systems = createSources(municipality.cases.sources, {
    clock: systemClock,
    fetch,
    log,
    secret,
    production: env['NODE_ENV'] === 'production',
  });
  const registers = demoRegisters(systemClock, systemTimer);
  const key = secretKey(options.secret, ground.dataFolder);
  const deps: Deps = {
    municipality,
    store,
    clock: systemClock,
    log,
    random: secureRandom,
    seal: await createSeal(key, secureRandom),
    keyedNames: await createKeyedNames(key),
    sessionTransport: cookieTransport({ publicOrigin, requestOrigin }),
    eidProviders: new Map([...simulatedEids.map(({ provider }) => provider), ...bankIds(municipality, secret, phone), ...(await openIdProviders(municipality, secret, publicOrigin))].map((provider) => [provider.id, provider])),
    caseSources: [withActionPages(createOwnCases({ store, clock: systemClock, random: secureRandom, name: municipality.name }), municipality), ...systems.sources],
    registers,
    timer: systemTimer,
    turnBeat: createBeat(turnBeatMs),
    underWay: createUnderWay(),
    publicOrigin,
    allowedOrigins: new Set([...own, ...municipality.allowedOrigins]),
    clientAddress: (c) => clientAddress(c, options.proxies ?? 0),
    requestOrigin,
    receiptFonts,
    rateLimits: memoryRateLimits(systemClock, options.quotas),
    accepting,
  };
  const eids = [...(options.simulations ?? []), ...simulatedEids.map(({ simulator }) => simulator)];
  return { deps, simulated: { eids, systems: systems.simulated, registers } };
}

const requestOrigin: Deps['requestOrigin'] = (c) => c.req.header('Origin');

/** The public origin first. Without one the server is on somebody's own computer, which has two names for itself. */
function ownOrigins(publicOrigin: string | undefined, port: number): readonly [string, ...string[]] {
  return publicOrigin ? [new URL(publicOrigin).origin] : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

function bankIds(municipality: Municipality, secret: (name: string) => string | undefined, phone: string): EidProvider[] {
  // In the fragment, so that the token never reaches a server or its log.
  const launchAt = `${phone}#autostarttoken=`;
  return municipality.eidProviders.flatMap((config) => (config.driver === 'bankid' ? [bankIdProvider(config, secret, launchAt)] : []));
}

function openIdProviders(municipality: Municipality, secret: (name: string) => string | undefined, publicOrigin: string): Promise<EidProvider[]> {
  return Promise.all(municipality.eidProviders.flatMap((config) => (config.driver === 'oidc' ? [oidcProvider(config, secret, publicOrigin)] : [])));
}

function simulatedBankIds(municipality: Municipality, launchUrl: string): BankIdInProcess[] {
  const simulated = municipality.eidProviders.filter(({ driver }) => driver === 'simulated');
  return simulated.map(({ id }) => bankIdInProcess({ id, clock: systemClock, relyingParty: municipality.name, launchUrl }));
}
