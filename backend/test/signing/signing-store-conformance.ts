import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstBroken } from '../../src/signing/audit-chain.ts';
import { nextRound } from '../../src/signing/round.machine.ts';
import type { Round } from '../../src/signing/round.machine.ts';
import type { OutboxEntry, SigningChange, SigningOrder, StoredInvitation, StoredSigning } from '../../src/signing/signing-store.ts';
import type { Store } from '../../src/store/store.ts';
import { eventBy, later, newCaseId, noon, someCase } from '../cases/some-case.ts';

let count = 0;
const fresh = (what: string) => `${what}-${(count += 1)}`;

const roundBy = (keys: readonly string[], changes: Partial<Round> = {}): Round => ({
  rule: 'all',
  applicant: keys[0] ?? '',
  parties: keys.map((key) => ({ key, stands: { is: 'invited', sinceAt: noon } })),
  documentVersion: 1,
  documentHash: 'one',
  voidedAt: undefined,
  expiresAt: later(600),
  ofAgeAt: later(90_000),
  phase: { is: 'collecting', sinceAt: noon },
  disclosure: 'open',
  ...changes,
});

/** What every store of signing does alike. Rows of earlier tests stay, so each test uses names of its own. */
export function signingStoreConformance(name: string, open: () => Promise<Store>): void {
  describe(`${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    async function begun(keys: readonly string[], changes: Partial<Round> = {}, rest: Partial<SigningChange> = {}, checkedAt = noon) {
      const one = someCase(keys);
      const signing: StoredSigning = {
        id: fresh('signing'),
        caseId: one.case.id,
        serviceId: 'skolskjuts',
        round: roundBy(keys, changes),
        sealedPeople: 'sealed',
        startedAt: noon,
        checkedAt,
        version: 0,
      };
      const first = { at: noon, signing, document: { version: 1, hash: 'one', sealedContent: 'sealed text' }, audit: [], ...rest };
      await store.signing.insert(first, one);
      return { signing, case: one.case, parts: one.parts.map((part) => ({ ...part, caseId: one.case.id })) };
    }

    /** The change that `by` makes by signing; `signing` is as it was read. */
    function signatureOf(signing: StoredSigning, by: string, at = later(1)): SigningChange {
      const round = nextRound(signing.round, { type: 'signed', by, documentHash: 'one', at });
      return {
        at,
        signing: { ...signing, round },
        evidence: { personKey: by, documentVersion: 1, documentHash: 'one', sealedEvidence: `by ${by}`, at },
        audit: [{ at, signingId: signing.id, actor: by, act: 'sign', outcome: 'done' }],
      };
    }

    const entryOf = (signing: StoredSigning, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
      id: newCaseId(later((count += 1))),
      signingId: signing.id,
      kind: 'invitation',
      personKey: 'somebody',
      sealedToken: 'sealed token',
      state: 'queued',
      queuedAt: later(1),
      settledAt: undefined,
      ...changes,
    });

    it('finds a signing by its id and its case, as it was written', async () => {
      const { signing } = await begun([fresh('a'), fresh('b')], { voidedAt: later(3) });
      expect(await store.signing.find(signing.id)).toEqual(signing);
      expect(await store.signing.ofCase(signing.caseId)).toEqual(signing);
      expect(await store.signing.document(signing.id, 1)).toEqual({ version: 1, hash: 'one', sealedContent: 'sealed text' });
      expect(await store.signing.find('unknown')).toBeUndefined();
      expect(await store.signing.ofCase('unknown')).toBeUndefined();
      expect(await store.signing.document(signing.id, 2)).toBeUndefined();
      expect(await store.cases.part(signing.caseId, signing.round.applicant)).toMatchObject({ role: 'applicant' });
    });

    it('writes nothing at all of a signing whose case is there already', async () => {
      const { signing, case: one } = await begun([fresh('a')]);
      const again = { ...signing, id: fresh('signing') };
      const newCase = someCase([fresh('b')], { id: one.id });
      await expect(store.signing.insert({ at: noon, signing: again, audit: [] }, newCase)).rejects.toThrow(/stored already|duplicate key/);
      expect(await store.signing.find(again.id)).toBeUndefined();
    });

    it('lets exactly one of many simultaneous changes through, whole, and none of the others in any part', async () => {
      const keys = [fresh('a'), fresh('b')];
      const { signing } = await begun(keys);
      const changes = Array.from({ length: 6 }, (_, index) => ({
        ...signatureOf(signing, keys[index % 2] ?? ''),
        outbox: [entryOf(signing)],
      }));
      const written = await Promise.all(changes.map((change) => store.signing.commit(change)));
      expect(written.filter(Boolean)).toHaveLength(1);
      expect((await store.signing.find(signing.id))?.version).toBe(1);
      expect(await store.signing.evidenceOf(signing.id)).toHaveLength(1);
      expect(await store.signing.outboxOf(signing.id)).toHaveLength(1);
    });

    it('changes the case, its parts and its events with the signing', async () => {
      const keys = [fresh('a'), fresh('b')];
      const { signing, case: one, parts } = await begun(keys);
      const changed = { ...one, status: 'submitted' as const, updatedAt: later(2) };
      const event = eventBy(keys[0], later(2));
      const [applicant, other] = parts;
      if (!applicant || !other) throw new Error('two parts were expected');
      const next = { ...applicant, nextAction: { kind: 'sign' as const } };
      const change = { ...signatureOf(signing, keys[0] ?? ''), case: { case: changed, parts: [next], endedParts: [other.personKey], events: [event] } };
      expect(await store.signing.commit(change)).toBe(true);
      const dossier = await store.cases.find(one.id);
      expect(dossier?.case).toEqual(changed);
      expect(dossier?.events).toEqual([event]);
      expect(await store.cases.part(one.id, applicant.personKey)).toEqual(next);
      expect(await store.cases.part(one.id, other.personKey)).toBeUndefined();
    });

    it('says what each person has yet to sign, and stops saying so when they have', async () => {
      const keys = [fresh('a'), fresh('b')];
      const late = await begun(keys, { expiresAt: later(900) });
      const soon = await begun(keys, { expiresAt: later(300) });
      const ids = async (key = '') => (await store.signing.waitingOf(key)).map(({ id }) => id);
      expect(await ids(keys[1])).toEqual([soon.signing.id, late.signing.id]);
      await store.signing.commit(signatureOf(soon.signing, keys[1] ?? ''));
      expect(await ids(keys[1])).toEqual([late.signing.id]);
      expect(await ids(keys[0])).toEqual([soon.signing.id, late.signing.id]);
      expect(await ids('stranger')).toEqual([]);
    });

    it('keeps each signature\'s evidence as it was written, that of the newest version in order', async () => {
      const keys = [fresh('a'), fresh('b')];
      const { signing } = await begun(keys);
      const [one, two] = [signatureOf(signing, keys[1] ?? '', later(1)), signatureOf(signing, keys[0] ?? '', later(2))];
      await store.signing.commit(one);
      await store.signing.commit({ ...two, signing: { ...two.signing, version: 1 } });
      expect(await store.signing.evidenceOf(signing.id)).toEqual([one.evidence, two.evidence]);
    });

    it('finds an invitation by the hash of its token, and takes all of a person\'s back at once', async () => {
      const keys = [fresh('a'), fresh('b')];
      const invitation = (personKey = ''): StoredInvitation => ({
        tokenHash: fresh('hash'),
        signingId: '',
        personKey,
        createdAt: noon,
        expiresAt: later(9),
        revokedAt: undefined,
      });
      const [first, second, others] = [invitation(keys[1]), invitation(keys[1]), invitation(keys[0])];
      const { signing } = await begun(keys);
      const all = [first, second, others].map((one) => ({ ...one, signingId: signing.id }));
      await store.signing.commit({ at: later(1), signing, invitations: all, audit: [] });
      expect(await store.signing.invitation(first.tokenHash)).toEqual(all[0]);
      expect(await store.signing.invitation('unknown')).toBeUndefined();

      const corrected = { ...invitation(keys[1]), signingId: signing.id };
      await store.signing.commit({ at: later(2), signing: { ...signing, version: 1 }, revokedOf: [keys[1] ?? ''], invitations: [corrected], audit: [] });
      const revoked = await Promise.all([...all, corrected].map(async ({ tokenHash }) => (await store.signing.invitation(tokenHash))?.revokedAt));
      expect(revoked).toEqual([later(2), later(2), undefined, undefined]);
    });

    it('settles an order once: whatever else came with a second settlement is not written', async () => {
      const key = fresh('a');
      const { signing } = await begun([key, fresh('b')]);
      const order: SigningOrder = { orderId: fresh('order'), signingId: signing.id, personKey: key, documentVersion: 1, sealedTexts: 'sealed', startedAt: noon, outcome: undefined };
      await store.signing.addOrder(order);
      const other = { ...order, orderId: fresh('order') };
      await store.signing.addOrder(other);
      expect(await store.signing.order(order.orderId)).toEqual(order);
      expect(await store.signing.unsettledOrders()).toEqual(expect.arrayContaining([order, other]));

      expect(await store.signing.commit({ ...signatureOf(signing, key), order: { id: order.orderId, outcome: 'signed' } })).toBe(true);
      const again = { at: later(2), signing: { ...signing, version: 1 }, order: { id: order.orderId, outcome: 'signed' as const }, outbox: [entryOf(signing)], audit: [] };
      expect(await store.signing.commit(again)).toBe(false);
      expect(await store.signing.outboxOf(signing.id)).toEqual([]);
      await store.signing.settleOrder(order.orderId, 'ended');
      await store.signing.settleOrder(other.orderId, 'ended');
      expect((await store.signing.order(order.orderId))?.outcome).toBe('signed');
      expect((await store.signing.order(other.orderId))?.outcome).toBe('ended');
      const ids = (await store.signing.unsettledOrders()).map(({ orderId }) => orderId);
      expect(ids).not.toContain(order.orderId);
      expect(ids).not.toContain(other.orderId);
    });

    it('settles an entry of the outbox once, and throws its token away', async () => {
      const { signing } = await begun([fresh('a')]);
      const [first, second] = [entryOf(signing), entryOf(signing, { kind: 'submission', personKey: undefined, sealedToken: undefined })];
      await store.signing.commit({ at: later(1), signing, outbox: [second, first], audit: [] });
      expect(await store.signing.outboxEntry(first.id)).toEqual(first);
      expect(await store.signing.outboxOf(signing.id)).toEqual([first, second]);
      expect(await store.signing.queued()).toEqual(expect.arrayContaining([first.id, second.id]));
      expect(await store.signing.settleEntry(first.id, 'delivered', later(4))).toBe(true);
      expect(await store.signing.settleEntry(first.id, 'undeliverable', later(5))).toBe(false);
      expect(await store.signing.outboxEntry(first.id)).toEqual({ ...first, state: 'delivered', settledAt: later(4), sealedToken: undefined });
      expect(await store.signing.queued()).not.toContain(first.id);
      expect(await store.signing.outboxEntry('unknown')).toBeUndefined();
    });

    it('says which are due: those whose time is up, and those whose guardians were checked long ago', async () => {
      const at = { now: later(700), collectingCheckedBefore: later(-1), endedCheckedBefore: later(-1) };
      const over = await begun([fresh('a')], { expiresAt: later(650) }, {}, later(2));
      const fine = await begun([fresh('a')], { expiresAt: later(750) });
      const ended = await begun([fresh('a')], { phase: { is: 'withdrawn', sinceAt: later(1) } });
      const silent = await begun([fresh('a')], { phase: { is: 'stopped', why: 'contact', sinceAt: later(1) }, disclosure: 'closed' });
      const mine = [over, fine, ended, silent].map(({ signing }) => signing.id);
      const due = async (before: typeof at) => (await store.signing.due(before)).filter((id) => mine.includes(id));
      expect(await due(at)).toEqual([over.signing.id]);
      expect(await due({ ...at, collectingCheckedBefore: later(3) })).toEqual([over.signing.id, fine.signing.id]);
      expect((await due({ ...at, endedCheckedBefore: later(1) })).sort()).toEqual([over.signing.id, ended.signing.id].sort());
    });

    it('says what would name people to a person on an old word of the register', async () => {
      const key = fresh('a');
      const old = await begun([key, fresh('b')]);
      await begun([key], {}, {}, later(5));
      await begun([key], { disclosure: 'closed' });
      expect(await store.signing.uncheckedOf(key, later(5))).toEqual([old.signing]);
      expect(await store.signing.uncheckedOf(key, noon)).toEqual([]);
      await store.cases.endPart(old.case.id, key);
      expect(await store.signing.uncheckedOf(key, later(5))).toEqual([]);
    });

    it('deletes what has ended, with its case, and keeps the audit whole', async () => {
      const key = fresh('a');
      const [gone, kept] = [await begun([key]), await begun([key])];
      for (const { signing } of [gone, kept]) await store.signing.commit(signatureOf(signing, key));
      const step = { at: later(9), actor: undefined, act: 'delete', outcome: 'done' };
      const ended = (await store.signing.endedBefore('skolskjuts', 'complete', later(2))).map(({ id }) => id);
      expect(ended).toEqual(expect.arrayContaining([gone.signing.id, kept.signing.id]));
      expect(await store.signing.endedBefore('skolskjuts', 'other', later(2))).not.toContainEqual({ id: gone.signing.id, caseId: gone.case.id });
      expect(await store.signing.endedBefore('another', 'complete', later(2))).toEqual([]);
      expect(await store.signing.serviceIds()).toEqual(['skolskjuts']);

      await store.signing.remove(gone.signing.id, { ...step, signingId: gone.signing.id });
      expect(await store.signing.find(gone.signing.id)).toBeUndefined();
      expect(await store.signing.evidenceOf(gone.signing.id)).toEqual([]);
      expect(await store.signing.document(gone.signing.id, 1)).toBeUndefined();
      expect(await store.cases.find(gone.case.id)).toBeUndefined();
      expect((await store.cases.pageOf(key, 9)).map((row) => row.case.id)).toEqual([kept.case.id]);
      const rows = await store.signing.audit();
      expect(rows.filter(({ signingId }) => signingId === gone.signing.id).map(({ act }) => act)).toEqual(['sign', 'delete']);
      expect(await firstBroken(rows)).toBeUndefined();
    });

    it('links every row of the audit to the one before, however many write at once', async () => {
      const key = fresh('a');
      const all = await Promise.all(Array.from({ length: 5 }, () => begun([key])));
      await Promise.all(all.map(({ signing }) => store.signing.commit(signatureOf(signing, key))));
      const rows = await store.signing.audit();
      expect(await firstBroken(rows)).toBeUndefined();
      expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
      for (const broken of [rows.toSpliced(1, 1), rows.map((row, index) => (index === 2 ? { ...row, outcome: 'other' } : row))]) {
        expect(await firstBroken(broken)).toBeGreaterThan(1);
      }
    });

    it('counts how often a register was silent for a person, and forgets', async () => {
      const [one, other] = [fresh('a'), fresh('b')];
      expect(await store.registerFailures.count(one, later(0), later(-60))).toBe(1);
      expect(await store.registerFailures.count(one, later(1), later(-60))).toBe(2);
      expect(await store.registerFailures.count(other, later(1), later(-60))).toBe(1);
      expect(await store.registerFailures.count(one, later(90), later(0))).toBe(2);
      expect(await store.registerFailures.deleteBefore(later(1))).toBe(1);
    });

    it('does not change by what is done to what was handed out', async () => {
      const { signing } = await begun([fresh('a')]);
      const found = await store.signing.find(signing.id);
      if (found) found.round = { ...found.round, documentHash: 'other' };
      expect(await store.signing.find(signing.id)).toEqual(signing);
    });
  });
}
