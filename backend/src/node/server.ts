import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seedCases } from '../cases/seed/seed-cases.ts';
import type { Simulation } from '../eid/simulated/simulated-app.ts';
import type { Quotas } from '../http/rate-limit.ts';
import type { Log } from '../log.ts';
import { purgeRegularly } from '../purge.ts';
import { createSigningKeeper } from '../signing/signing-keeper.ts';
import { openDatabase } from './database.ts';
import { listen } from './http-listener.ts';
import type { Fetch } from './http-listener.ts';
import { readMunicipalityFile } from './municipality-file.ts';
import { nodeDeps } from './node-deps.ts';
import { pinoLog } from './pino-log.ts';
import { reasonsNotToStart, warningsAtStart } from './production-guard.ts';
import type { Environment } from './production-guard.ts';
import { startWork } from './start-work.ts';
import { wholeSite } from './whole-site.ts';
import type { Site } from './whole-site.ts';

/** How long a shutdown waits for what is under way: as long as one call to an e-ID may take. */
const hardStopMs = 10_000;

/** Where the data of a server on somebody's own computer is, beside the code. */
export const defaultDataFolder = fileURLToPath(new URL('../../../.data', import.meta.url));

export interface ServerOptions {
  municipalityFile: string;
  /** 3000 unless stated; when it is taken, the next one that is free. 0 is any. */
  port?: number | undefined;
  /** The address to listen on; `127.0.0.1`, which other computers cannot reach, unless stated. */
  host?: string | undefined;
  /** How browsers reach the server; `http://localhost:<port>` unless stated. */
  publicOrigin?: string | undefined;
  /** A PostgreSQL to use; one is started on `dataFolder` unless stated. */
  databaseUrl?: string | undefined;
  dataFolder?: string | undefined;
  /** What the key that seals identities is made from; kept in `dataFolder` unless stated. */
  secret?: string | undefined;
  /** How many reverse proxies of ours stand in front. */
  proxies?: number | undefined;
  quotas?: Partial<Quotas> | undefined;
  /** Answers whatever is not the backend's own: the demo's pages. */
  site?: Site | undefined;
  /** The site's page that plays the simulated e-ID's app. */
  simulatedAppPath?: string | undefined;
  /** E-IDs that are played in this process and reached as the municipality's file says; that page can act on them too. */
  simulations?: readonly Simulation[] | undefined;
  /** How many invented cases the test persons have to begin with; none unless stated, and none where no e-ID is simulated. */
  seedCases?: number | undefined;
  env?: Environment | undefined;
  log?: Log | undefined;
}

/** A server that is ready. */
export interface RunningServer {
  /** Its public origin. */
  url: string;
  port: number;
  /** Answers what is under way, then ends everything that was started. Calling it twice is no error. */
  close(): Promise<void>;
}

/** Starts the backend with its database. @throws with words for the person at the terminal. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log = pinoLog(), dataFolder = defaultDataFolder } = options;
  const env: Environment = { ...(options.env ?? process.env), DATABASE_URL: options.databaseUrl, KOMMUN_SECRET: options.secret };
  const municipality = readMunicipalityFile(options.municipalityFile);
  const reasons = reasonsNotToStart(env, municipality);
  if (reasons.length > 0) throw new Error(reasons.join('\n'));
  for (const warning of warningsAtStart(env)) log.warn('setting-ignored', { warning });

  let accepting = false;
  let answer: Fetch = () => new Response('starting', { status: 503, headers: { 'Retry-After': '2' } });
  const listener = await listen((request, bindings) => answer(request, bindings), options.port ?? 3000, options.host ?? '127.0.0.1');
  const { port } = listener;
  try {
    const { store, connection } = await openDatabase(options.databaseUrl, dataFolder, log);
    const { deps, simulated } = await nodeDeps(options, { municipality, store, log, port, dataFolder, accepting: () => accepting });
    if (options.seedCases !== undefined && simulated.eids.length > 0) await seedCases(deps, options.seedCases);
    answer = wholeSite(deps, simulated, env['NODE_ENV'] === 'production', options.site);
    accepting = true;
    const stopPurging = purgeRegularly(deps, createSigningKeeper(deps));
    const stopWork = await startWork(deps, connection, env);
    log.info('server-started', { port, origin: deps.publicOrigin });

    const closeAll = async () => {
      accepting = false;
      await listener.close(hardStopMs);
      // A poll is answered before its turn at the e-ID is over, and what comes of that is told once.
      await Promise.race([deps.underWay.settled(), setTimeout(hardStopMs, undefined, { ref: false })]);
      await stopPurging();
      await stopWork();
      await store.close();
      log.info('server-stopped');
    };
    let closing: Promise<void> | undefined;
    return { url: deps.publicOrigin, port, close: () => (closing ??= closeAll()) };
  } catch (failure) {
    await listener.close(0);
    throw failure;
  }
}
