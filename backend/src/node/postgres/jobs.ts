import { Logger, parseCronItems, run } from 'graphile-worker';
import type { Runner, TaskList } from 'graphile-worker';
import type pg from 'pg';
import { z } from '../../../../src/contract/schema.ts';
import type { Log } from '../../log.ts';
import type { Outbox } from '../../mail/outbox.ts';
import { openPool } from './pool.ts';
import { addOutboxJob, outboxTask } from './write-signing.ts';

/** What is done beside the calls, in whichever of the servers on one database is free for it. */
export interface Work {
  outbox: Outbox;
  /** Ids in the outbox that nobody may be working on. */
  queued(): Promise<string[]>;
  /** Once a night. */
  nightly(): Promise<void>;
}

const payloadSchema = z.object({ id: z.string() });
/** In the night in Sweden, by UTC. What a server that stood still has missed is made up for. */
const everyNight = { match: '30 1 * * *', options: { backfillPeriod: 86_400_000 } };
const connections = 4;
const atOnce = 2;

/** Works the job queue of the database off until the answer is called, which settles when what was under way is done. @throws when the database breaks just then */
export async function workOffJobs(connection: pg.PoolConfig, { outbox, queued, nightly }: Work, log: Log): Promise<() => Promise<void>> {
  const pool = openPool({ ...connection, max: connections }, log);
  const taskList: TaskList = {
    [outboxTask]: async (payload, { job }) => withoutWords(() => outbox.carryOut(payloadSchema.parse(payload).id, job.attempts >= job.max_attempts)),
    nightly: () => withoutWords(nightly),
  };
  // The job of a server that was killed is locked for hours, and one that was tried too often is dead: each gets a new one.
  for (const id of await queued()) await addOutboxJob(pool, id);
  const runner = await run({
    pgPool: pool,
    concurrency: atOnce,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList,
    parsedCronItems: parseCronItems([{ task: 'nightly', identifier: 'nightly', ...everyNight }]),
  });
  const stop = async () => {
    await runner.stop();
    await pool.end();
  };
  try {
    await firstLook(runner);
    return stop;
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/** Settles with the first look for work. What fails there graphile-worker 0.17 never asks for again, and finds no work ever after. */
const firstLook = ({ events }: Runner) =>
  new Promise<void>((resolve, reject) => {
    events.once('worker:getJob:error', ({ error }) => reject(error));
    for (const found of ['worker:getJob:empty', 'job:start'] as const) events.once(found, () => resolve());
  });

/** The job queue stores what a failed job throws; whatever that says, of whomever, stays out of it. The work itself logs what may be logged. */
async function withoutWords(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    throw new Error('not done, and to be tried again');
  }
}
