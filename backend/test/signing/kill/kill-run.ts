import { setTimeout as pause } from 'node:timers/promises';
import type { CasePage } from '../../../../src/contract/case.ts';
import { paths } from '../../../../src/contract/paths.ts';
import type { Signing, WaitingSignings } from '../../../../src/contract/signing.ts';
import { ownFreshness } from '../../../src/cases/own-cases.ts';
import { answers } from '../persons.ts';
import { Backends } from './backends.ts';
import { violationsIn } from './check-invariants.ts';
import type { Aftermath } from './check-invariants.ts';
import { Guardian, TimeIsUp } from './guardian.ts';
import type { Run } from './guardian.ts';
import { layGround } from './kill-ground.ts';
import type { Ground } from './kill-ground.ts';
import { nameOfChild } from './kill-setting.ts';
import { playEid } from './played-eid.ts';
import { playMail } from './played-mail.ts';

export interface KillOptions {
  cases: number;
  /** After that many seconds nobody goes on. */
  seconds: number;
  /** The mean time between two kills at random, in milliseconds; none at random when left out. */
  killEvery?: number;
  /** How often a process is killed right after somebody was told that they have signed, it was told so by the e-ID, or a mail left it: 0 to 1. */
  killAfter: { acknowledged: number; signed: number; sent: number };
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
export async function killRun({ cases, seconds, killEvery, killAfter, isHasty = false }: KillOptions): Promise<KillReport> {
  const ground = await layGround();
  let isOver = false;
  const kill = (index: number, of: number) => !isOver && Math.random() < of && backends.kill(index);
  const eid = await playEid((index) => kill(index, killAfter.signed));
  const mail = await playMail((index) => kill(index, killAfter.sent));
  const backends = new Backends(ground.process, { ...ground.setting, eidUrl: eid.url, mailUrl: mail.url, children: cases, isHasty });
  const run: Run = {
    backends,
    eid,
    acknowledged: [],
    violations: [],
    onAcknowledged: (index) => void kill(index, killAfter.acknowledged),
    isOver: () => isOver || Date.now() - ground.since > seconds * 1000,
  };
  try {
    await backends.start();
    const killing = killEvery === undefined ? undefined : killAtRandom(backends, killEvery, run.isOver);
    const unfinished = await liveAll(run, cases, async (person) => new Guardian(run, person, await ground.logIn(person)));
    isOver = true;
    await killing;
    await settled(ground, backends);
    const found = await violationsIn({ ...ground, cases, acknowledged: run.acknowledged, mails: mail.taken, written: backends.written, waitingIn: await inboxes(ground, backends) });
    // What is not there to be found was not always applied for in time.
    const counted = unfinished > 0 ? found.filter((what) => !what.startsWith(`I3: ${cases} applications`)) : found;
    return { violations: [...new Set([...run.violations, ...counted])], kills: backends.kills, acknowledged: run.acknowledged.length, unfinished };
  } finally {
    isOver = true;
    await backends.stop();
    eid.close();
    mail.close();
    await ground.clear();
  }
}

type Invite = (person: string) => Promise<Guardian>;

/** Lives through all cases at once; answers how many were not carried to their end in time. @throws whatever else goes wrong */
async function liveAll(run: Run, cases: number, guardian: Invite): Promise<number> {
  const lives = await Promise.allSettled(Array.from({ length: cases }, (_, index) => liveThrough(run, index, guardian)));
  const reasons = lives.flatMap((life) => (life.status === 'rejected' ? [life.reason as unknown] : []));
  const failure = reasons.find((reason) => !(reason instanceof TimeIsUp));
  if (failure !== undefined) throw failure;
  return reasons.length;
}

/** One case: a change in every fourth, taken back in every sixth, and one in five that only one of them signs. */
async function liveThrough(run: Run, index: number, guardian: Invite): Promise<void> {
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

const mostRests = 900;

/** Waits for what the processes still have to take in by themselves, and until they have forgotten what they knew of it before. */
async function settled({ store }: Ground, backends: Backends): Promise<void> {
  for (let rests = 0; rests < mostRests; rests += 1) {
    const areUp = (await Promise.all([0, 1].map((index) => backends.call(index, 'GET', paths.config, '')))).every((answer) => answer?.status === 200);
    if (areUp && (await store.signing.unsettledOrders()).length === 0 && (await store.signing.queued()).length === 0) return pause(ownFreshness);
    await pause(100);
  }
}

/** What both processes show in the inbox of either guardian. */
async function inboxes({ logIn }: Ground, backends: Backends): Promise<Aftermath['waitingIn']> {
  const sessions = new Map([['karin', await logIn('karin')], ['erik', await logIn('erik')]]);
  return (guardian) => Promise.all([0, 1].map((index) => seenBy(backends, index, sessions.get(guardian) ?? '')));
}

async function seenBy(backends: Backends, index: number, session: string): Promise<{ signings: string[]; inbox: string[] }> {
  const cookie = `__Host-kommun-session=${session}`;
  const signings = (await backends.call(index, 'GET', paths.waitingSignings, cookie))?.json as WaitingSignings;
  const inbox = (await backends.call(index, 'GET', `${paths.cases}?box=waiting&limit=100`, cookie))?.json as CasePage;
  return { signings: signings.items.map(({ case: id }) => id), inbox: inbox.items.map(({ id }) => id) };
}
