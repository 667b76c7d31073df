import type { Clock } from './clock.ts';
import type { Store } from './store/store.ts';

/** No e-ID order can be of use to anyone for this long. */
const orderLifeMs = 15 * 60_000;

/** A reply that nobody has sent for so long, with its files, is not going to be sent. */
const draftDays = 30;

/** Deletes sessions that have ended and e-ID orders that are over, replies that were never sent and files with them, so that no more is kept of people than is needed. */
export async function purge(store: Store, clock: Clock): Promise<void> {
  const now = clock.now();
  await store.sessions.deleteEnded(now);
  const longAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await store.once.deleteBegunBefore(longAgo(1));
  await store.drafts.deleteSavedBefore(longAgo(draftDays));
  await store.uploads.deleteCreatedBefore(longAgo(draftDays));
  await store.eidOrders.deleteCreatedBefore(new Date(now.getTime() - orderLifeMs));
}
