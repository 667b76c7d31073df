import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { familySize, seedCases } from '../backend/src/cases/seed/seed-cases.ts';
import { BankIdSimulator } from '../backend/src/eid/bankid/simulator/bankid-simulator.ts';
import { quotasTimes, type Quotas } from '../backend/src/http/rate-limit.ts';
import type { Log } from '../backend/src/log.ts';
import { ownReceiver } from '../backend/src/mail/case-receiver.ts';
import { outboxInProcess } from '../backend/src/mail/outbox-in-process.ts';
import { createOutbox } from '../backend/src/mail/outbox.ts';
import type { Municipality } from '../backend/src/municipality/municipality.ts';
import { listen, type Fetch } from '../backend/src/node/http-listener.ts';
import { readMunicipalityFile } from '../backend/src/node/municipality-file.ts';
import { nodeDeps } from '../backend/src/node/node-deps.ts';
import { pinoLog } from '../backend/src/node/pino-log.ts';
import { startServer, type RunningServer } from '../backend/src/node/server.ts';
import { mailBy } from '../backend/src/node/start-work.ts';
import { wholeSite } from '../backend/src/node/whole-site.ts';
import { purgeRegularly } from '../backend/src/purge.ts';
import { base64Url } from '../backend/src/secrets/base64-url.ts';
import { secureRandom } from '../backend/src/secrets/random.ts';
import { createSigningKeeper } from '../backend/src/signing/signing-keeper.ts';
import { createMemoryStore } from '../backend/src/store/memory-store.ts';
import { createChecker, type Checker } from './node/checker-site.ts';
import { startDemoBankId, withBankIdAt, type DemoBankId } from './node/demo-bankid.ts';
import { startDemoOpenId, withOpenIdAt, type DemoOpenId } from './node/demo-openid.ts';
import { withMailbox } from './node/mailbox-site.ts';
import { siteFiles } from './node/site-files.ts';
import { startSmtpSink, type SmtpSink } from './node/smtp-sink.ts';

const ownMunicipality = fileURLToPath(new URL('./municipality.json', import.meta.url));

export interface DemoOptions {
  /** 3000 unless stated; when it is taken, the next one that is free. 0 is any. */
  port?: number | undefined;
  /** `postgres` unless stated; `memory` forgets everything when the demo closes. */
  store?: 'postgres' | 'memory' | undefined;
  databaseUrl?: string | undefined;
  /** Where a PostgreSQL of its own keeps its data. */
  dataFolder?: string | undefined;
  /** Shorter sessions than the municipality's, to see them end. */
  session?: Partial<Municipality['session']> | undefined;
  /** Other sites whose pages may hold the widgets. */
  allowedOrigins?: string[] | undefined;
  /** Tighter limits than the demo's, which a visitor hardly meets. */
  quotas?: Partial<Quotas> | undefined;
  /** How many cases the first of the family has; as many as it takes to show every status unless stated. */
  seedCases?: number | undefined;
  /** Logs nothing but what goes wrong. */
  quiet?: boolean | undefined;
}

/** Starts the demo municipality's pages and the backend in this process. The pages must have been built. */
export async function startDemo(options: DemoOptions = {}): Promise<RunningServer> {
  const own: Municipality = JSON.parse(readFileSync(ownMunicipality, 'utf8'));
  const bankId = await startDemoBankId(own.name, (settings) => new BankIdSimulator(settings));
  const openId = await startDemoOpenId(own);
  const sink = await startSmtpSink();
  const checker = createChecker();
  const closePlayed = async () => void (await Promise.all([bankId.close(), openId.close(), sink.close()]));
  const folder = mkdtempSync(join(tmpdir(), 'kommun-demo-'));
  try {
    const municipalityFile = join(folder, 'municipality.json');
    const municipality = withOpenIdAt(openId, withBankIdAt(bankId.url, { ...own, session: { ...own.session, ...options.session }, allowedOrigins: options.allowedOrigins ?? own.allowedOrigins }));
    writeFileSync(municipalityFile, JSON.stringify(municipality));
    const server = await (options.store === 'memory' ? startInMemory : startOnPostgres)(municipalityFile, options, { bankId, openId, sink, checker });
    openId.serves(server.url);
    checker.serves(server.url);
    return { ...server, close: () => server.close().finally(closePlayed) };
  } catch (failure) {
    await closePlayed();
    throw failure;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the demo plays beside the backend, which reaches the servers by its settings. */
interface Played {
  bankId: DemoBankId;
  openId: DemoOpenId;
  sink: SmtpSink;
  checker: Checker;
}

function startOnPostgres(municipalityFile: string, { port, databaseUrl, dataFolder, quotas, seedCases: count = familySize, quiet }: DemoOptions, { bankId, openId, sink, checker }: Played): Promise<RunningServer> {
  const env = { ...process.env, ...sink.env, ...bankId.env, ...openId.env };
  const site = checker.around(withMailbox(siteFiles(), sink));
  return startServer({ municipalityFile, port, databaseUrl, dataFolder, quotas: { ...often, ...quotas }, seedCases: count, site, simulations: [bankId.simulator], env, log: demoLog(quiet) });
}

async function startInMemory(municipalityFile: string, { port = 3000, quotas, seedCases: count, quiet }: DemoOptions, { bankId, openId, sink, checker }: Played): Promise<RunningServer> {
  const municipality = readMunicipalityFile(municipalityFile);
  let answer: Fetch = () => new Response('starting', { status: 503 });
  const listener = await listen((request, bindings) => answer(request, bindings), port, '127.0.0.1');
  const { deps, simulated } = await nodeDeps(
    { municipalityFile, secret: base64Url(secureRandom(32)), quotas: { ...often, ...quotas }, simulations: [bankId.simulator], env: { ...process.env, ...bankId.env, ...openId.env } },
    { municipality, store: createMemoryStore(), log: demoLog(quiet), port: listener.port, dataFolder: '', accepting: () => true },
  );
  const outbox = createOutbox({ ...deps, mail: mailBy(sink.env, deps), receiver: ownReceiver(deps) });
  const worker = outboxInProcess(deps.store.signing, outbox, deps.timer);
  deps.store.signing = worker.signing;
  await seedCases(deps, count);
  answer = wholeSite(deps, simulated, process.env['NODE_ENV'] === 'production', checker.around(withMailbox(siteFiles(), sink)));
  const stopKeeping = purgeRegularly(deps, createSigningKeeper(deps));
  const close = async () => {
    await listener.close(1000);
    await stopKeeping();
    await worker.close();
  };
  return { url: deps.publicOrigin, port: listener.port, close };
}

/** A visitor who tries every way to fail must not be taken for an attack. */
const often = quotasTimes(50);

function demoLog(quiet = false): Log {
  const log = pinoLog(process.stderr);
  return quiet ? { ...log, info: () => {} } : log;
}
