import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseStores } from '../../src/cases/case-stores.ts';
import type { StoredUpload } from '../../src/cases/upload-store.ts';
import type { Store } from '../../src/store/store.ts';
import { aPdf, documentBy, eventBy, later, messageBy, newCaseId, noon, someCase } from './some-case.ts';

let count = 0;
const fresh = (what: string) => `${what}-${(count += 1)}`;

/** What every store does alike with cases. Rows of earlier tests stay, so each test uses persons of its own. */
export function caseStoreConformance(name: string, open: () => Promise<Store>): void {
  describe(`${name}`, () => {
    let store: CaseStores & Pick<Store, 'close'>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    describe('a case', () => {
      it('is found as it was written, with everything that it may hold', async () => {
        const [me, other] = [fresh('person'), fresh('person')];
        const full = someCase(
          [me, other],
          {
            externalIds: ['oep-1'],
            child: { key: 'child', givenName: 'Åsa' },
            dueAt: later(9),
            signing: { signed: 1, required: 2 },
            requiresLoa: 'loa4',
            summary: 'En "kort" text',
            steps: [{ name: 'Inskickad', state: 'done', at: noon }, { name: 'Beslut', state: 'coming', usualDays: 30 }],
            decision: { outcome: 'Beviljas', at: later(1), howToAppeal: 'Skriv', appealUntil: later(5) },
            reply: { allowed: false, reason: 'Avslutat' },
            handler: { name: 'Anna Ek', unit: 'Skola', phone: '0476' },
            relatedIds: ['another'],
          },
          { events: [eventBy(undefined, later(2)), eventBy(me, later(1))], messages: [messageBy(undefined, later(3))], documents: [documentBy(me, later(4))] },
        );
        await store.cases.insert([full]);
        const found = await store.cases.find(full.case.id);
        expect(found?.case).toEqual(full.case);
        expect(found?.events).toEqual([...full.events].reverse());
        expect(found?.messages).toEqual(full.messages);
        expect(found?.documents).toEqual(full.documents.map(({ bytes: _, ...document }) => document));
        expect(await store.cases.bytesOf(full.case.id, full.documents[0]?.id ?? '')).toEqual(aPdf);
        expect(await store.cases.bytesOf(newCaseId(), full.documents[0]?.id ?? '')).toBeUndefined();
        expect(await store.cases.find(newCaseId())).toBeUndefined();
      });

      it('knows the part of each person, and of nobody else', async () => {
        const [me, other] = [fresh('person'), fresh('person')];
        const one = someCase([me, other]);
        one.parts[1] = { personKey: other, role: 'coSigner', nextAction: { kind: 'sign' } };
        await store.cases.insert([one]);
        const { id: caseId } = one.case;
        expect(await store.cases.part(caseId, me)).toEqual({ caseId, personKey: me, role: 'applicant', nextAction: undefined });
        expect(await store.cases.part(caseId, other)).toEqual({ caseId, personKey: other, role: 'coSigner', nextAction: { kind: 'sign' } });
        expect(await store.cases.part(caseId, fresh('person'))).toBeUndefined();
      });

      it('is gone for a person whose part has ended, and for nobody else', async () => {
        const [me, other] = [fresh('person'), fresh('person')];
        const one = someCase([me, other]);
        await store.cases.insert([one]);
        await store.cases.endPart(one.case.id, other);
        await store.cases.endPart(one.case.id, other);
        expect(await store.cases.part(one.case.id, other)).toBeUndefined();
        expect(await store.cases.pageOf(other, 9)).toEqual([]);
        expect(await store.cases.part(one.case.id, me)).toBeDefined();
        expect(await store.cases.pageOf(me, 9)).toHaveLength(1);
      });

      it('is replaced whole, with the parts that are given and the others as they were', async () => {
        const [me, other] = [fresh('person'), fresh('person')];
        const one = someCase([me, other]);
        await store.cases.insert([one]);
        const changed = { ...one.case, status: 'decided' as const, updatedAt: later(8), dueAt: undefined };
        const part = { caseId: one.case.id, personKey: other, role: 'coSigner' as const, nextAction: { kind: 'pay' as const } };
        expect(await store.cases.update(changed, [part])).toBe(true);
        expect((await store.cases.find(one.case.id))?.case).toEqual(changed);
        expect(await store.cases.part(one.case.id, other)).toEqual(part);
        expect(await store.cases.part(one.case.id, me)).toMatchObject({ role: 'applicant' });
        expect(await store.cases.update({ ...changed, id: newCaseId() })).toBe(false);
      });

      it('does not change by what is done to what was handed out or in', async () => {
        const me = fresh('person');
        const one = someCase([me]);
        await store.cases.insert([one]);
        one.case.title = 'Ändrad';
        const found = await store.cases.find(one.case.id);
        if (found) found.case.title = 'Ändrad';
        expect((await store.cases.find(one.case.id))?.case.title).toBe('Ansökan om skolskjuts');
      });
    });

    describe('the list of a person', () => {
      it('holds their cases and no others, newest first, a page at a time', async () => {
        const [me, other] = [fresh('person'), fresh('person')];
        const cases = Array.from({ length: 7 }, (_, index) => someCase([me], { id: newCaseId(later(index)) }));
        await store.cases.insert([...cases, someCase([other])]);
        const ids = cases.map(({ case: { id } }) => id).reverse();
        const first = await store.cases.pageOf(me, 3);
        const second = await store.cases.pageOf(me, 3, first.at(-1)?.case.id);
        const third = await store.cases.pageOf(me, 3, second.at(-1)?.case.id);
        expect([first, second, third].map((page) => page.map((row) => row.case.id))).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
        expect(await store.cases.pageOf(me, 3, ids.at(-1))).toEqual([]);
        expect(await store.cases.pageOf(fresh('person'), 3)).toEqual([]);
      });

      it('tells the last event, and as news what others did', async () => {
        const [me, other] = [fresh('person'), fresh('person')];
        const one = someCase([me, other], {}, {
          events: [eventBy(me, later(1)), eventBy(undefined, later(5), 'Beslut är fattat')],
          messages: [messageBy(other, later(3)), messageBy(me, later(6))],
        });
        await store.cases.insert([one, someCase([fresh('person')], {}, { events: [eventBy(undefined, later(9))] })]);
        const [mine] = await store.cases.pageOf(me, 9);
        expect(mine?.case).toEqual(one.case);
        expect(mine).toMatchObject({ part: { role: 'applicant' }, lastEvent: { at: later(5), text: 'Beslut är fattat' } });
        expect(mine?.news).toEqual([later(3), later(5)]);
        expect((await store.cases.pageOf(other, 9))[0]?.news).toEqual([later(1), later(5), later(6)]);
        await store.cases.insert([someCase([fresh('quiet')])]);
        expect((await store.cases.pageOf(`quiet-${count}`, 9))[0]).toMatchObject({ lastEvent: undefined, news: [] });
      });
    });

    it('adds what happens to a case, and moves the time of its last change', async () => {
      const me = fresh('person');
      const one = someCase([me]);
      await store.cases.insert([one]);
      const [event, message, document] = [eventBy(undefined, later(1)), messageBy(me, later(2)), documentBy(me, later(2))];
      await store.cases.append(one.case.id, { events: [event], messages: [{ ...message, documentIds: [document.id] }], documents: [document] }, later(2));
      const found = await store.cases.find(one.case.id);
      expect(found).toMatchObject({ case: { updatedAt: later(2) }, events: [event], messages: [{ documentIds: [document.id] }] });
      expect(found?.documents).toHaveLength(1);
      expect((await store.cases.pageOf(me, 1))[0]?.case.updatedAt).toEqual(later(2));
    });

    it('notes once for each message of a citizen when the municipality had read it', async () => {
      const [me, other] = [fresh('person'), fresh('person')];
      const messages = [messageBy(me, later(1)), messageBy(undefined, later(2)), messageBy(other, later(3)), messageBy(me, later(9))];
      const one = someCase([me, other], {}, { messages });
      await store.cases.insert([one]);
      await store.cases.markRead(one.case.id, later(1), later(5));
      await store.cases.markRead(one.case.id, later(3), later(6));
      await store.cases.markRead(newCaseId(), later(9), later(9));
      const found = await store.cases.find(one.case.id);
      expect(found?.messages.map(({ readAt }) => readAt)).toEqual([later(5), undefined, later(6), undefined]);
      expect(found?.case.updatedAt).toEqual(one.case.updatedAt);
    });

    it('takes more cases at once than fit one statement', async () => {
      const me = fresh('person');
      await store.cases.insert(Array.from({ length: 1203 }, (_, index) => someCase([me], { id: newCaseId(later(index)) }, { events: [eventBy(me, noon)] })));
      expect(await store.cases.pageOf(me, 2000)).toHaveLength(1203);
    });

    it('keeps each person\'s marks of what has been seen for themselves', async () => {
      const [me, other] = [fresh('person'), fresh('person')];
      const place = (personKey: string, source = 'own') => ({ personKey, source, caseId: 'case' });
      await store.readMarks.set([{ ...place(me), readUpTo: noon }, { ...place(me, 'oep'), readUpTo: later(1) }]);
      await store.readMarks.set([{ ...place(me), readUpTo: later(2) }]);
      expect((await store.readMarks.of(me)).map(({ source, readUpTo }) => [source, readUpTo]).sort()).toEqual([['oep', later(1)], ['own', later(2)]]);
      expect(await store.readMarks.find(place(me))).toEqual(later(2));
      expect(await store.readMarks.of(other)).toEqual([]);
      await store.readMarks.clear(place(me));
      await store.readMarks.clear(place(other));
      expect(await store.readMarks.find(place(me))).toBeUndefined();
      expect(await store.readMarks.find(place(me, 'oep'))).toEqual(later(1));
    });

    it('keeps one draft for each person and case', async () => {
      const [me, other] = [fresh('person'), fresh('person')];
      const place = (personKey: string) => ({ personKey, source: 'own', caseId: 'case' });
      const draft = { ...place(me), sealedText: 'sealed', uploadIds: ['a', 'b'], savedAt: noon };
      await store.drafts.save({ ...draft, sealedText: 'older' });
      await store.drafts.save(draft);
      expect(await store.drafts.find(place(me))).toEqual(draft);
      expect(await store.drafts.find(place(other))).toBeUndefined();
      await store.drafts.delete(place(me));
      await store.drafts.delete(place(me));
      expect(await store.drafts.find(place(me))).toBeUndefined();
    });

    it('deletes drafts by age and counts them', async () => {
      const [old, young] = [new Date('2020-01-01T00:00:00Z'), new Date('2020-01-01T00:00:01Z')];
      const draft = (savedAt: Date) => ({ personKey: fresh('person'), source: 'own', caseId: 'case', sealedText: 's', uploadIds: [], savedAt });
      const kept = draft(young);
      await store.drafts.save(draft(old));
      await store.drafts.save(kept);
      expect(await store.drafts.deleteSavedBefore(young)).toBe(1);
      expect(await store.drafts.find(kept)).toEqual(kept);
      await store.drafts.delete(kept);
    });

    describe('an upload', () => {
      const plenty = { files: 9, bytes: 999 };
      const announced = (changes: Partial<StoredUpload> = {}): StoredUpload => ({
        id: fresh('upload'),
        personKey: fresh('person'),
        fileName: 'intyg.pdf',
        metadata: 'filename aW50eWcucGRm',
        size: 6,
        received: 0,
        mediaType: undefined,
        createdAt: noon,
        ...changes,
      });

      it('grows by pieces in their order', async () => {
        const upload = announced();
        expect(await store.uploads.insert(upload, plenty)).toBe(true);
        expect(await store.uploads.find(upload.id)).toEqual(upload);
        expect(await store.uploads.append(upload.id, 0, Uint8Array.of(1, 2), undefined)).toBe(true);
        expect(await store.uploads.append(upload.id, 0, Uint8Array.of(9), undefined)).toBe(false);
        expect(await store.uploads.append(upload.id, 2, Uint8Array.of(3, 4, 5), 'application/pdf')).toBe(true);
        expect(await store.uploads.find(upload.id)).toEqual({ ...upload, received: 5, mediaType: 'application/pdf' });
        expect(await store.uploads.bytesOf(upload.id)).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
        expect(await store.uploads.append('unknown', 0, Uint8Array.of(1), undefined)).toBe(false);
      });

      it('takes one of two pieces that come for the same place at once', async () => {
        const upload = announced();
        expect(await store.uploads.insert(upload, plenty)).toBe(true);
        const pieces = [1, 2, 3, 4].map((byte) => store.uploads.append(upload.id, 0, Uint8Array.of(byte), undefined));
        expect((await Promise.all(pieces)).filter(Boolean)).toHaveLength(1);
        expect((await store.uploads.find(upload.id))?.received).toBe(1);
      });

      it('counts against what its sender may have waiting, in files and in bytes, until it is deleted', async () => {
        const personKey = fresh('person');
        const insert = (size: number, most: { files: number; bytes: number }, person = personKey) => {
          const upload = announced({ personKey: person, size });
          return store.uploads.insert(upload, most).then((stored) => (stored ? upload.id : undefined));
        };
        const first = await insert(6, { files: 1, bytes: 6 });
        expect(first).toBeDefined();
        await store.uploads.append(first ?? '', 0, Uint8Array.of(1), undefined);
        expect(await insert(1, { files: 1, bytes: 99 })).toBeUndefined();
        expect(await insert(4, { files: 9, bytes: 9 })).toBeUndefined();
        expect(await insert(3, { files: 2, bytes: 9 })).toBeDefined();
        expect(await insert(9, { files: 1, bytes: 9 }, fresh('person'))).toBeDefined();
        await store.uploads.delete(first ?? '');
        expect(await store.uploads.find(first ?? '')).toBeUndefined();
        expect(await insert(6, { files: 2, bytes: 9 })).toBeDefined();
      });

      it('is stored as long as there is room, also of many that come at once', async () => {
        const personKey = fresh('person');
        // Whoever waits for a connection comes later than the others.
        await Promise.all(Array.from({ length: 10 }, () => store.uploads.find('none')));
        const inserts = Array.from({ length: 30 }, () => store.uploads.insert(announced({ personKey }), { files: 5, bytes: 999 }));
        expect((await Promise.all(inserts)).filter(Boolean)).toHaveLength(5);
      });

      it('is deleted by age and counted', async () => {
        const [old, young] = [new Date('2020-01-01T00:00:00Z'), new Date('2020-01-01T00:00:01Z')];
        const kept = announced({ createdAt: young });
        await store.uploads.insert(announced({ createdAt: old }), plenty);
        await store.uploads.insert(kept, plenty);
        expect(await store.uploads.deleteCreatedBefore(young)).toBe(1);
        expect(await store.uploads.find(kept.id)).toEqual(kept);
      });

      it('is deleted when it came to nothing, and not when it is whole, young or in a draft', async () => {
        const [old, young] = [new Date('2019-01-01T00:00:00Z'), new Date('2019-01-02T00:00:00Z')];
        const [forsaken, whole, drafted, fresher] = [announced({ createdAt: old, size: 1 }), announced({ createdAt: old, size: 1 }), announced({ createdAt: old }), announced({ createdAt: young })];
        const all = [forsaken, whole, drafted, fresher];
        for (const one of all) await store.uploads.insert(one, plenty);
        await store.uploads.append(whole.id, 0, Uint8Array.of(1), 'application/pdf');
        await store.drafts.save({ personKey: drafted.personKey, source: 'own', caseId: 'case', sealedText: '', uploadIds: ['other', drafted.id], savedAt: noon });
        expect(await store.uploads.deleteForsaken(young)).toBe(1);
        expect((await Promise.all(all.map(({ id }) => store.uploads.find(id)))).map((one) => one?.id)).toEqual([undefined, whole.id, drafted.id, fresher.id]);
      });
    });

    describe('a call that is to count once', () => {
      const call = (changes = {}) => ({ personKey: fresh('person'), key: 'key', fingerprint: 'print', begunAt: noon, ...changes });

      it('is begun once, runs until it is finished, and then gives its answer', async () => {
        const one = call();
        const all = await Promise.all([1, 2, 3, 4].map(() => store.once.begin(one, later(-2))));
        expect(all.filter(({ at }) => at === 'begun')).toHaveLength(1);
        expect(all.filter(({ at }) => at === 'running')).toHaveLength(3);
        await store.once.finish(one.personKey, one.key, 'the answer');
        expect(await store.once.begin({ ...one, fingerprint: 'other' }, later(-2))).toEqual({ at: 'done', fingerprint: 'print', answer: 'the answer' });
        expect(await store.once.begin(call({ key: one.key }), later(-2))).toEqual({ at: 'begun' });
      });

      it('may be begun anew when it came to nothing, or was lost', async () => {
        const one = call();
        await store.once.begin(one, later(-2));
        await store.once.abandon(one.personKey, one.key);
        expect(await store.once.begin(one, later(-2))).toEqual({ at: 'begun' });
        expect(await store.once.begin({ ...one, begunAt: later(3) }, later(1))).toEqual({ at: 'begun' });
        expect(await store.once.begin({ ...one, begunAt: later(3) }, later(1))).toEqual({ at: 'running', fingerprint: 'print' });
      });

      it('is forgotten by age', async () => {
        const begunAt = new Date('2020-01-01T00:00:00Z');
        await store.once.begin(call({ begunAt }), begunAt);
        expect(await store.once.deleteBegunBefore(new Date('2020-01-02T00:00:00Z'))).toBe(1);
      });
    });
  });
}
