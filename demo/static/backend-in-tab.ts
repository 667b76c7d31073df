import { Hono } from 'hono';
import { createApp } from '../../backend/src/app.ts';
import { withActionPages } from '../../backend/src/cases/action-pages.ts';
import { createOwnCases } from '../../backend/src/cases/own-cases.ts';
import { seedCases } from '../../backend/src/cases/seed/seed-cases.ts';
import { simulatedSystemRoutes } from '../../backend/src/cases/simulated-sources/simulated-system-routes.ts';
import { createSources } from '../../backend/src/cases/sources/create-sources.ts';
import { systemTimer } from '../../backend/src/cases/sources/timer.ts';
import { systemClock } from '../../backend/src/clock.ts';
import type { Deps } from '../../backend/src/deps.ts';
import { bankIdInProcess } from '../../backend/src/eid/bankid/simulator/bankid-in-process.ts';
import { simulatedAppRoutes } from '../../backend/src/eid/simulated/simulated-app-routes.ts';
import { memoryRateLimits } from '../../backend/src/http/rate-limit.ts';
import type { Log } from '../../backend/src/log.ts';
import { ownReceiver } from '../../backend/src/mail/case-receiver.ts';
import { memoryMail } from '../../backend/src/mail/memory-mail.ts';
import { outboxInProcess } from '../../backend/src/mail/outbox-in-process.ts';
import { createOutbox } from '../../backend/src/mail/outbox.ts';
import { municipalitySchema, withWholeAddresses, type Municipality } from '../../backend/src/municipality/municipality.ts';
import { purgeRegularly } from '../../backend/src/purge.ts';
import { demoRegisters } from '../../backend/src/registers/simulated/demo-registers.ts';
import { createKeyedNames } from '../../backend/src/secrets/keyed-names.ts';
import { secureRandom } from '../../backend/src/secrets/random.ts';
import { createSeal } from '../../backend/src/secrets/seal.ts';
import { createSigningKeeper } from '../../backend/src/signing/signing-keeper.ts';
import { createUnderWay } from '../../backend/src/under-way.ts';
import { comesBack } from '../mail/mailbox.contract.ts';
import file from '../municipality.json' with { type: 'json' };
import { mailboxOf } from './tab-mailbox.ts';
import { receiptFonts } from './receipt-fonts.ts';
import { tabMemory } from './tab-memory.ts';
import { tabSessionTransport } from './tab-session-transport.ts';

/** The same app as on a server, for one tab: `api` for paths from `/api/v1`, `simulator` for those from `/simulator`, `mailbox` for what was mailed. */
export interface BackendInTab {
  api(request: Request): Promise<Response>;
  simulator(request: Request): Promise<Response>;
  mailbox(): Response;
}

/** Starts the backend in this tab, with the site in the folder `siteRoot`, from where the last page left it. */
export async function startBackendInTab(siteRoot: URL): Promise<BackendInTab> {
  const municipality = municipalityAt(siteRoot);
  const launchUrl = new URL('telefon/', siteRoot).href;
  const eids = municipality.eidProviders.map(({ id }) => bankIdInProcess({ id, clock: systemClock, relyingParty: municipality.name, launchUrl }));
  const mail = memoryMail(systemClock, comesBack);
  const { store, secrets, sealKey, isNew, keep } = tabMemory(eids, mail.sent);
  const systems = createSources(municipality.cases.sources, { clock: systemClock, fetch, log: quietLog, secret: () => undefined, production: false });
  const registers = demoRegisters(systemClock, systemTimer);
  const deps: Deps = {
    municipality,
    store,
    clock: systemClock,
    log: quietLog,
    random: secureRandom,
    seal: await createSeal(sealKey, secureRandom),
    keyedNames: await createKeyedNames(sealKey),
    sessionTransport: tabSessionTransport(secrets),
    eidProviders: new Map(eids.map(({ provider }) => [provider.id, provider])),
    caseSources: [withActionPages(createOwnCases({ store, clock: systemClock, random: secureRandom, name: municipality.name }), municipality), ...systems.sources],
    registers,
    timer: systemTimer,
    turnBeat: async () => {},
    underWay: createUnderWay(),
    publicOrigin: siteRoot.origin,
    allowedOrigins: new Set([siteRoot.origin]),
    clientAddress: () => '127.0.0.1',
    requestOrigin: () => siteRoot.origin,
    receiptFonts,
    rateLimits: memoryRateLimits(systemClock, { ordersPerBrowser: plenty, ordersPerAddress: plenty }),
    accepting: () => true,
  };
  const { carryOut } = createOutbox({ ...deps, mail, receiver: ownReceiver(deps) });
  const worker = outboxInProcess(store.signing, { carryOut: (...entry) => carryOut(...entry).finally(keep) }, systemTimer);
  store.signing = worker.signing;
  if (isNew) await seedCases(deps);
  purgeRegularly(deps, createSigningKeeper(deps));
  worker.wake();
  const kept = (app: Hono) => async (request: Request) => {
    const response = await app.fetch(request);
    keep();
    return response;
  };
  const switches = [...systems.simulated, ...registers.switches];
  const played = new Hono()
    .route('/', simulatedAppRoutes({ ...deps, production: false }, eids.map(({ simulator }) => simulator)))
    .route('/', simulatedSystemRoutes({ ...deps, production: false }, switches));
  return { api: kept(createApp(deps)), simulator: kept(played), mailbox: () => Response.json(mailboxOf(mail.sent, municipality.name)) };
}

const plenty = { attempts: 1000, seconds: 600 };
const quietLog: Log = {
  info: () => {},
  warn: (event, fields) => console.warn(event, fields ?? {}),
  error: (event, fields) => console.error(event, fields ?? {}),
};

/** The demo municipality with its own pages where they lie now. */
function municipalityAt(siteRoot: URL): Municipality {
  const { eidProviders, ...municipality } = municipalitySchema.parse(file);
  return withWholeAddresses({ ...municipality, eidProviders: eidProviders.map(inThePhone) }, (path) => new URL(path.slice(1), siteRoot).href);
}

/** An e-ID whose own page is on a server is in the phone instead, where there is none. */
function inThePhone(eid: Municipality['eidProviders'][number]): Municipality['eidProviders'][number] {
  if (eid.driver !== 'oidc') return eid;
  const { oidc: _, ...shared } = eid;
  return { ...shared, driver: 'simulated', kind: 'embedded', devices: ['same', 'other'] };
}
