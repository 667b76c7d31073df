import { uploadLife } from './cases/uploads.ts';
import type { Clock } from './clock.ts';
import type { Deps } from './deps.ts';
import { failureFields } from './log.ts';
import type { Store } from './store/store.ts';

/** So much later than promised may something be erased. */
const everyMs = 10_000;

/** No e-ID order can be of use to anyone for this long. */
const orderLifeMs = 15 * 60_000;

/** A reply that nobody has sent for so long, with its files, is not going to be sent. */
const draftDays = 30;

/** Erases identities that nobody has claimed in time, and deletes sessions that have ended and e-ID orders that are over, replies that were never sent and files with them, and for whom a register was silent, so that no more is kept of people than is needed. */
export async function purge(store: Store, clock: Clock): Promise<void> {
  const now = clock.now();
  await store.eidOrders.eraseIdentities(now);
  await store.sessions.deleteEnded(now);
  const longAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await store.once.deleteBegunBefore(longAgo(1));
  await store.registerFailures.deleteBefore(longAgo(1));
  await store.drafts.deleteSavedBefore(longAgo(draftDays));
  await store.uploads.deleteCreatedBefore(longAgo(draftDays));
  await store.uploads.deleteForsaken(new Date(now.getTime() - uploadLife));
  await store.eidOrders.deleteCreatedBefore(new Date(now.getTime() - orderLifeMs));
}

/** Purges now and every ten seconds from now on, and does `more` after it each time. The answer stops it, and settles when nothing of it is under way any more. */
export function purgeRegularly({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>, more: () => Promise<void> = async () => {}): () => Promise<void> {
  const everything = async () => {
    await purge(store, clock).catch((failure: unknown) => log.warn('purge-failed', failureFields(failure)));
    await more().catch((failure: unknown) => log.warn('upkeep-failed', failureFields(failure)));
  };
  let underWay: Promise<void> | undefined;
  // A round that takes longer than that, for a register is slow, is not followed by all those that it held up.
  const again = () => {
    underWay ??= everything().finally(() => { underWay = undefined; });
  };
  again();
  const timer = setInterval(again, everyMs);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
