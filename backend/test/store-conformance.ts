import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store, StoredEidOrder, StoredSession } from '../src/store/store.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 8, minute));
let count = 0;
const fresh = (what: string) => `${what}-${(count += 1)}`;

const session = (changes: Partial<StoredSession> = {}): StoredSession => ({
  tokenHash: fresh('token'),
  sealedIdentity: 'sealed',
  provider: 'mobile-eid',
  loa: 'loa3',
  createdAt: at(0),
  idleExpiresAt: at(30),
  expiresAt: at(59),
  ...changes,
});

const order = (changes: Partial<StoredEidOrder> = {}): StoredEidOrder => ({
  id: fresh('order'),
  ownerHash: fresh('owner'),
  purpose: 'login',
  provider: 'mobile-eid',
  device: 'other',
  state: 'waitingForScan',
  hint: undefined,
  failureCode: undefined,
  sealedProviderState: 'sealed',
  sealedIdentity: undefined,
  loa: undefined,
  becameSession: undefined,
  inTurn: false,
  returnTo: undefined,
  acrossSites: false,
  handoffHash: undefined,
  createdAt: new Date('2026-11-24T08:00:00.123Z'),
  nextCollectAt: at(1),
  expiresAt: at(3),
  restarts: 0,
  version: 0,
  ...changes,
});

/** What every store does alike. Rows of earlier tests stay, so each test uses names of its own. */
export function storeConformance(name: string, open: () => Promise<Store>): void {
  describe(`${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it('answers when it is asked whether it is there', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });

    describe('sessions', () => {
      it('are found by the hash of their token, as they were written', async () => {
        const one = session();
        await store.sessions.insert(one);
        expect(await store.sessions.find(one.tokenHash)).toEqual(one);
        expect(await store.sessions.find('unknown')).toBeUndefined();
      });

      it('are extended one at a time', async () => {
        const [one, other] = [session(), session()];
        await store.sessions.insert(one);
        await store.sessions.insert(other);
        expect(await store.sessions.extend(one.tokenHash, at(45))).toBe(true);
        expect(await store.sessions.find(one.tokenHash)).toEqual({ ...one, idleExpiresAt: at(45) });
        expect(await store.sessions.find(other.tokenHash)).toEqual(other);
        expect(await store.sessions.extend('unknown', at(45))).toBe(false);
      });

      it('are gone once deleted, and deleting again is no error', async () => {
        const one = session();
        await store.sessions.insert(one);
        await store.sessions.delete(one.tokenHash);
        await store.sessions.delete(one.tokenHash);
        expect(await store.sessions.find(one.tokenHash)).toBeUndefined();
      });

      it('are deleted when they have ended, idle or for good, and counted', async () => {
        await store.sessions.deleteEnded(at(50));
        const idle = session({ idleExpiresAt: at(51) });
        const over = session({ idleExpiresAt: at(58), expiresAt: at(52) });
        const live = session({ idleExpiresAt: at(53), expiresAt: at(54) });
        for (const one of [idle, over, live]) await store.sessions.insert(one);
        expect(await store.sessions.deleteEnded(at(52))).toBe(2);
        expect(await store.sessions.find(idle.tokenHash)).toBeUndefined();
        expect(await store.sessions.find(over.tokenHash)).toBeUndefined();
        expect(await store.sessions.find(live.tokenHash)).toEqual(live);
      });
    });

    describe('e-ID orders', () => {
      it('are found by id as they were written, with and without what may be missing', async () => {
        const bare = order();
        const full = order({
          state: 'failed',
          hint: 'userCancel',
          failureCode: 'eid-cancelled',
          sealedIdentity: 'sealed',
          loa: 'loa3',
          becameSession: 'hash',
          inTurn: true,
          returnTo: 'https://www.kommun.test/mina-sidor/?vy=alla#kommun-eid.nonce',
          acrossSites: true,
          handoffHash: 'hash of a code',
          restarts: 2,
          version: 7,
        });
        for (const one of [bare, full]) {
          await store.eidOrders.insert(one);
          expect(await store.eidOrders.find(one.id)).toEqual(one);
        }
        expect(await store.eidOrders.find('unknown')).toBeUndefined();
      });

      it('are updated as a whole, and only by whoever has the newest version', async () => {
        const one = order({ hint: 'started', loa: 'loa3' });
        await store.eidOrders.insert(one);
        const changed = { ...one, state: 'complete', hint: undefined, restarts: 1, nextCollectAt: at(9) } as const;
        expect(await store.eidOrders.update(changed)).toBe(true);
        expect(await store.eidOrders.find(one.id)).toEqual({ ...changed, version: 1 });
        expect(await store.eidOrders.update({ ...one, state: 'failed' })).toBe(false);
        expect(await store.eidOrders.find(one.id)).toEqual({ ...changed, version: 1 });
        expect(await store.eidOrders.update(order())).toBe(false);
      });

      it('let exactly one of many simultaneous updates through', async () => {
        const one = order();
        await store.eidOrders.insert(one);
        const others = Array.from({ length: 8 }, (_, restarts) => store.eidOrders.update({ ...one, restarts }));
        expect((await Promise.all(others)).filter(Boolean)).toHaveLength(1);
        expect((await store.eidOrders.find(one.id))?.version).toBe(1);
      });

      it('of one browser that are under way are found together', async () => {
        const ownerHash = fresh('owner');
        const live = [order({ ownerHash }), order({ ownerHash, state: 'userActing' }), order({ ownerHash, state: 'starting' })];
        const ended = (['complete', 'failed', 'cancelled', 'expired'] as const).map((state) => order({ ownerHash, state }));
        for (const one of [...live, ...ended, order()]) await store.eidOrders.insert(one);
        const found = await store.eidOrders.liveOf(ownerHash);
        expect(found.map(({ id }) => id).sort()).toEqual(live.map(({ id }) => id).sort());
        expect(await store.eidOrders.liveOf('unknown')).toEqual([]);
      });

      it('lose the identity that nobody has claimed in time, and are counted', async () => {
        await store.eidOrders.eraseIdentities(at(3));
        const done = { state: 'complete', sealedIdentity: 'sealed', loa: 'loa3', version: 3 } as const;
        const [due, claimable, nobody] = [order(done), order({ ...done, expiresAt: at(4) }), order({ state: 'complete' })];
        for (const one of [due, claimable, nobody]) await store.eidOrders.insert(one);
        expect(await store.eidOrders.eraseIdentities(at(3))).toBe(1);
        expect(await store.eidOrders.find(due.id)).toEqual({ ...due, sealedIdentity: undefined, version: 4 });
        expect(await store.eidOrders.find(claimable.id)).toEqual(claimable);
        expect(await store.eidOrders.find(nobody.id)).toEqual(nobody);
        expect(await store.eidOrders.update({ ...due, becameSession: 'hash' })).toBe(false);
      });

      it('are deleted by age and counted', async () => {
        const old = order({ createdAt: new Date('2020-01-01T00:00:00Z') });
        const young = order({ createdAt: new Date('2020-01-01T00:00:01Z') });
        await store.eidOrders.insert(old);
        await store.eidOrders.insert(young);
        expect(await store.eidOrders.deleteCreatedBefore(young.createdAt)).toBe(1);
        expect(await store.eidOrders.find(old.id)).toBeUndefined();
        expect(await store.eidOrders.find(young.id)).toEqual(young);
      });

      it('do not change by what is done to a row that was handed out', async () => {
        const one = order();
        await store.eidOrders.insert(one);
        const found = await store.eidOrders.find(one.id);
        if (found) found.state = 'failed';
        expect(await store.eidOrders.find(one.id)).toEqual(one);
      });
    });

    describe('feedback', () => {
      it('is summed up for each question over all days, in the order of the questions', async () => {
        const given = [
          ['öppettider', true, '2026-11-24'],
          ['blankett', false, '2026-11-24'],
          ['öppettider', true, '2026-11-25'],
          ['öppettider', false, '2026-11-24'],
          ['öppettider', true, '2026-11-24'],
        ] as const;
        await Promise.all(given.map(([question, helpful, day]) => store.faqFeedback.count(question, helpful, day)));
        expect(await store.faqFeedback.totals()).toEqual([
          { question: 'blankett', helpful: 0, notHelpful: 1 },
          { question: 'öppettider', helpful: 3, notHelpful: 1 },
        ]);
      });
    });
  });
}
