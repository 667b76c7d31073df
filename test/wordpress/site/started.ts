import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Something that runs beside the tests. */
export interface Started {
  /** Ends it, and waits until it has ended. */
  close(): Promise<void>;
  /** Ends it at once, where nothing can be waited for. */
  abandon(): void;
}

/** One that a signal ended has no exit code. */
const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => (exitCode ?? signalCode) !== null;

/** Asks again until `answers` does. Throws at once when `server` has ended. */
export async function untilAnswers(server: ChildProcess, answers: () => Promise<boolean>): Promise<void> {
  while (!await answers()) {
    if (hasEnded(server)) throw new Error(`${server.spawnfile} ended with ${server.exitCode ?? server.signalCode}.`);
    await sleep(50);
  }
}

/** Ends `server` and waits until it has. */
export async function end(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
}
