import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { CasePage } from '../../../../src/contract/case.ts';
import { paths } from '../../../../src/contract/paths.ts';
import type { Signing, WaitingSignings } from '../../../../src/contract/signing.ts';
import { startEmbeddedPostgres } from '../../../src/node/postgres/embedded-postgres.ts';
import { migrate } from '../../../src/node/postgres/migrations.ts';
import { createPostgresStore } from '../../../src/node/postgres/postgres-store.ts';
import { createKeyedNames } from '../../../src/secrets/keyed-names.ts';
import { secureRandom } from '../../../src/secrets/random.ts';
import { createSeal } from '../../../src/secrets/seal.ts';
import { createSessions } from '../../../src/session/sessions.ts';
import { answers, identityOf } from '../persons.ts';
import { recordingLog, testApp } from '../../test-app.ts';
import { Backends } from './backends.ts';
import { bundledProcess } from './bundle.ts';
import { violationsIn } from './check-invariants.ts';
import { Guardian, TimeIsUp } from './guardian.ts';
import type { Run } from './guardian.ts';
import { fastClock, nameOfChild } from './kill-setting.ts';
import { playEid } from './played-eid.ts';

export interface KillOptions {
  cases: number;
  /** After that many seconds nobody goes on. */
  seconds: number;
  /** The mean time between two kills at random, in milliseconds; none at random when left out. */
  killEvery?: number;
  /** How often a process is killed right after somebody was told that they have signed, or it was told so by the e-ID: 0 to 1. */
  killAfter: { acknowledged: number; signed: number };
  isHasty?: boolean;
}

/** What came of a run. */
export interface KillReport {
  violations: string[];
  kills: number;
  acknowledged: number;
  /** Cases that were not carried to their end in time. */
  unfinished: number;
}

/** Lets guardians apply and sign on two backends with one PostgreSQL that are killed all along, and then looks at what is left. */
export async function killRun(options: KillOptions): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'kommun-kill-'));
  const log = recordingLog([]);
  const postgres = await startEmbeddedPostgres(folder, log);
  const { connection } = postgres;
  await migrate(connection);
  const store = createPostgresStore(connection, log);
  const database = new pg.Client(connection);
  await database.connect();
  const since = Date.now();
  const key = randomBytes(32);
  const bytes = Uint8Array.from(key);
  const [seal, keyedNames, clock] = [await createSeal(bytes, secureRandom), await createKeyedNames(bytes), fastClock(since)];
  const { deps } = await testApp({ deps: { store, seal, keyedNames } });
  const sessions = createSessions({ ...deps, clock });

  const bundle = await bundledProcess();
  const eid = await playEid((index) => chance(options.killAfter.signed) && backends.kill(index));
  const backends = new Backends(bundle.file, { connection, eidUrl: eid.url, key: key.toString('hex'), children: options.cases, since, isHasty: options.isHasty ?? false });
  let isOver = false;
  const run: Run = {
    backends,
    eid,
    acknowledged: [],
    violations: [],
    onAcknowledged: (index) => void (chance(options.killAfter.acknowledged) && backends.kill(index)),
    isOver: () => isOver || Date.now() - since > options.seconds * 1000,
  };
  const guardian = async (person: string) => new Guardian(run, person, (await sessions.create(identityOf(person))).token);

  try {
    await backends.start();
    const killing = options.killEvery === undefined ? undefined : killAtRandom(backends, options.killEvery, run.isOver);
    const lives = await Promise.allSettled(Array.from({ length: options.cases }, (_, index) => liveThrough(run, index, guardian)));
    const failed = lives.find((life) => life.status === 'rejected' && !(life.reason instanceof TimeIsUp));
    if (failed?.status === 'rejected') throw failed.reason;
    isOver = true;
    await killing;
    await settled(store, backends);

    const observer = { karin: (await sessions.create(identityOf('karin'))).token, erik: (await sessions.create(identityOf('erik'))).token };
    const waitingIn = (who: string) => Promise.all([0, 1].map((index) => seenBy(backends, index, who === 'karin' ? observer.karin : observer.erik)));
    const cases = (await database.query<{ count: number }>("select count(distinct actor || signing_id)::integer as count from signing_audit where act = 'apply'")).rows[0]?.count ?? 0;
    const found = await violationsIn({ store, database, seal, keyedNames, cases: Math.min(cases, options.cases), acknowledged: run.acknowledged, written: backends.written, waitingIn });
    return {
      violations: [...new Set([...run.violations, ...found])],
      kills: backends.kills,
      acknowledged: run.acknowledged.length,
      unfinished: lives.filter(({ status }) => status === 'rejected').length,
    };
  } finally {
    isOver = true;
    await backends.stop();
    eid.close();
    await database.end();
    await store.close();
    await postgres.stop();
    await bundle.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One case: a change in every fourth, taken back in every sixth, and one in five that only one of them signs. */
async function liveThrough(run: Run, index: number, guardian: (person: string) => Promise<Guardian>): Promise<void> {
  const [karin, erik] = [await guardian('karin'), await guardian('erik')];
  const name = nameOfChild(index);
  const { case: mine } = await karin.apply(name);
  const theirs = await erik.findWaiting(name);
  if (theirs === undefined) run.violations.push(`I6: ${name} is not there to sign`);
  if (theirs === undefined) return;
  const other = (await karin.signing(mine)).parties[1]?.id ?? '';
  for (const email of ['fel@exempel.se', 'ratt@exempel.se']) await karin.change('PUT', paths.partyContact(mine, other), { email });

  const hasSigned = ({ parties }: Signing) => parties.some(({ isYou, state }) => isYou && state === 'signed');
  if (index % 5 === 4) return karin.carryOn(mine, hasSigned);
  const first = async () => {
    if (index % 4 === 3) {
      await karin.carryOn(mine, hasSigned);
      await karin.change('PUT', paths.caseApplication(mine), { answers: { ...answers, other: 'Ändrat' }, version: 1, voidSignatures: true });
    }
    if (index % 6 === 5) await karin.change('POST', paths.withdrawal(mine), {});
    await karin.carryOn(mine);
  };
  await Promise.all([first(), erik.carryOn(theirs)]);
}

async function killAtRandom(backends: Backends, every: number, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(every * (0.5 + Math.random()));
    if (!isOver()) backends.kill(Math.random() < 0.5 ? 0 : 1);
  }
}

const mostRests = 200;

/** Waits for what the processes still have to take in by themselves. */
async function settled(store: Pick<ReturnType<typeof createPostgresStore>, 'signing'>, backends: Backends): Promise<void> {
  for (let rests = 0; rests < mostRests; rests += 1) {
    const areUp = (await Promise.all([0, 1].map((index) => backends.call(index, 'GET', paths.config, '')))).every((answer) => answer?.status === 200);
    if (areUp && (await store.signing.unsettledOrders()).length === 0) return;
    await pause(100);
  }
}

async function seenBy(backends: Backends, index: number, session: string): Promise<{ signings: string[]; inbox: string[] }> {
  const cookie = `__Host-kommun-session=${session}`;
  const signings = (await backends.call(index, 'GET', paths.waitingSignings, cookie))?.json as WaitingSignings;
  const inbox = (await backends.call(index, 'GET', `${paths.cases}?box=waiting&limit=100`, cookie))?.json as CasePage;
  return { signings: signings.items.map(({ case: id }) => id), inbox: inbox.items.map(({ id }) => id) };
}

const chance = (of: number): boolean => Math.random() < of;
