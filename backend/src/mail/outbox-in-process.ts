import type { Timer } from '../cases/sources/timer.ts';
import type { SigningStore } from '../signing/signing-store.ts';
import type { Outbox } from './outbox.ts';

/** Works an outbox off in this process, where there is no job queue. */
export interface OutboxInProcess {
  /** The store, which has its outbox worked off whenever something may have been put there. */
  signing: SigningStore;
  /** Works off what is there, at once. */
  wake(): void;
  /** Settles when nothing of it is under way any more. */
  close(): Promise<void>;
}

const mostTries = 20;
const longestRestMs = 60_000;

/** Works the outbox of `signing` off, one entry after another; what could not be done is tried again, ever more seldom. */
export function outboxInProcess(signing: SigningStore, outbox: Outbox, timer: Timer): OutboxInProcess {
  const tries = new Map<string, number>();
  let latest = Promise.resolve();
  let rest = new AbortController();
  let closed = false;

  async function attempt(id: string): Promise<void> {
    const count = (tries.get(id) ?? 0) + 1;
    tries.set(id, count);
    try {
      await outbox.carryOut(id, count >= mostTries);
      tries.delete(id);
    } catch {
      // The outbox has logged it, and the entry is still queued.
    }
  }

  async function workOff(): Promise<void> {
    const ids = closed ? [] : await signing.queued();
    for (const id of ids) await attempt(id);
    const fewest = Math.min(...ids.flatMap((id) => tries.get(id) ?? []));
    if (Number.isFinite(fewest) && !closed) restFor(Math.min(1000 * 2 ** fewest, longestRestMs));
  }

  function restFor(milliseconds: number): void {
    rest.abort();
    rest = new AbortController();
    const { signal } = rest;
    void timer.wait(milliseconds, signal).then(() => signal.aborted || wake());
  }

  function wake(): void {
    rest.abort();
    latest = latest.then(workOff, workOff);
  }

  return {
    signing: {
      ...signing,
      insert: (...change) => signing.insert(...change).finally(wake),
      commit: (change) => signing.commit(change).finally(wake),
    },
    wake,
    async close() {
      closed = true;
      rest.abort();
      await latest;
    },
  };
}
