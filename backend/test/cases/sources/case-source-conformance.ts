import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { CaseSourceError } from '../../../src/cases/case-source.ts';
import type { Faults, Fault } from '../../../src/cases/simulated-sources/faults.ts';
import { caseStatuses } from '../../../../src/contract/case.ts';
import { personOf } from './source-world.ts';
import type { SourceWorld } from './source-world.ts';

/** A source under test, and where its simulator's cases and faults are. */
export interface ConformingSource {
  arrange(): Promise<SourceWorld<{ faults: Faults }>>;
  /** The path of the request that lists a person's cases. */
  listPath: RegExp;
  /** A case of Karin's that has a PDF. */
  own: { caseId: string; documentId: string };
  /** A case of Maria's that has a PDF. */
  foreign: { caseId: string; documentId: string };
  /** Somebody who is known to the system and has no case. */
  unknownPerson: string;
  /** What each fault of the list comes out as. */
  faults: Partial<Record<Fault, CaseSourceError['code']>>;
}

const karin = personOf('karin');
const textOf = (value: unknown) => inspect(value, { depth: 10, showHidden: true });

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (answer) => expect.fail(`There should be no answer, but there was ${textOf(answer)}`),
    (failure: unknown) => failure,
  );
}

/** What the inbox counts on from every source, its guard included. */
export function caseSourceConformance(name: string, { arrange, listPath, own, foreign, unknownPerson, faults }: ConformingSource): void {
  describe(`${name}, as any source of cases`, () => {
    it('lists the cases of the person and of nobody else', async () => {
      const { source } = await arrange();
      const ids = (await source.list(karin)).map(({ id }) => id);
      expect(ids).toContain(own.caseId);
      expect(ids).not.toContain(foreign.caseId);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('tells of each case what the inbox shows', async () => {
      const { source } = await arrange();
      for (const one of await source.list(karin)) {
        expect(one.title).not.toBe('');
        expect(one.references[0]).toMatch(/\S/);
        expect(caseStatuses).toContain(one.status);
        expect(one.updatedAt.getTime()).toBeGreaterThan(Date.UTC(2026, 0));
        expect(one.news).toEqual(one.news.toSorted((first, second) => first.getTime() - second.getTime()));
      }
    });

    it('has an empty list for somebody without cases', async () => {
      const { source } = await arrange();
      expect(await source.list({ key: 'nobody', idNumber: unknownPerson })).toEqual([]);
    });

    it('opens a case that it listed, and says the same of it', async () => {
      const { source } = await arrange();
      const listed = (await source.list(karin)).find(({ id }) => id === own.caseId);
      const opened = await source.find(karin, own.caseId);
      expect(opened).toMatchObject({ id: own.caseId, status: listed?.status, references: listed?.references, updatedAt: listed?.updatedAt });
      expect(opened?.timeline.length).toBeGreaterThan(0);
    });

    it('hands out a document of a case, byte for byte', async () => {
      const { source } = await arrange();
      const listed = (await source.find(karin, own.caseId))?.documents.find(({ id }) => id === own.documentId);
      const found = await source.document(karin, own.caseId, own.documentId);
      const bytes = found?.body instanceof Uint8Array ? found.body : new Uint8Array();
      expect(new TextDecoder().decode(bytes)).toMatch(/^%PDF-1\.4[\s\S]+%%EOF$/);
      expect(found?.document).toEqual({ ...listed, size: bytes.byteLength });
    });

    it.each(['no-such-case', '999999', '', '..', '../4065', 'pdf?x=1'])('knows no case "%s"', async (id) => {
      const { source } = await arrange();
      expect(await source.find(karin, id)).toBeUndefined();
      expect(await source.document(karin, id, own.documentId)).toBeUndefined();
    });

    it.each(['no-such-document', 'attachment-999', '../pdf', ''])('knows no document "%s"', async (id) => {
      const { source } = await arrange();
      expect(await source.document(karin, own.caseId, id)).toBeUndefined();
    });

    it("treats another person's case as one that is not there, and does not even ask for it", async () => {
      const { source, asked } = await arrange();
      expect(await source.find(karin, foreign.caseId)).toBeUndefined();
      expect(await source.document(karin, foreign.caseId, foreign.documentId)).toBeUndefined();
      expect(asked.filter((path) => /\/(4090|4099|801)\b/.test(path))).toEqual([]);
    });

    it.each(Object.entries(faults) as [Fault, CaseSourceError['code']][])('says of the fault "%s" that the source is %s, with nothing secret in it', async (fault, code) => {
      const { source, simulator, timer, log, secrets, asked } = await arrange();
      simulator.faults.script(fault, listPath);
      const failing = failureOf(source.list(karin));
      if (code === 'timed-out') {
        await vi.waitFor(() => expect(asked.filter((path) => listPath.test(path.split('?')[0] ?? ''))).not.toEqual([]));
        timer.pass(5000);
      }
      const failure = await failing;
      expect(failure).toBeInstanceOf(CaseSourceError);
      expect(failure).toMatchObject({ code });
      for (const secret of secrets) expect(textOf([failure, log])).not.toContain(secret);
    });

    it.each(Object.entries(faults) as [Fault, CaseSourceError['code']][])('gives no part of a case under the fault "%s"', async (fault, code) => {
      const { source, simulator, timer, asked } = await arrange();
      simulator.faults.script(fault, listPath);
      const failing = failureOf(source.find(karin, own.caseId));
      if (code === 'timed-out') {
        await vi.waitFor(() => expect(asked.filter((path) => listPath.test(path.split('?')[0] ?? ''))).not.toEqual([]));
        timer.pass(5000);
      }
      expect(await failing).toMatchObject({ code });
    });

    it.each([
      ['html-page', 'unreadable'],
      ['half-answer', 'unavailable'],
      ['server-error', 'unavailable'],
    ] as const)('hands out nothing in place of a document under the fault "%s"', async (fault, code) => {
      const { source, simulator } = await arrange();
      simulator.faults.script(fault, /\/pdf$/);
      expect(await failureOf(source.document(karin, own.caseId, own.documentId))).toMatchObject({ code });
    });

    it('answers again as soon as the fault is over', async () => {
      const { source, simulator } = await arrange();
      simulator.faults.script('half-answer', listPath);
      await failureOf(source.list(karin));
      simulator.faults.script(undefined);
      expect((await source.list(karin)).map(({ id }) => id)).toContain(own.caseId);
    });

    it('shows the words of a status that it does not know, and makes no guess', async () => {
      const { source, simulator } = await arrange();
      simulator.faults.script('unknown-status', listPath);
      const listed = (await source.list(karin)).find(({ id }) => id === own.caseId);
      expect(listed).toMatchObject({ status: 'unknown', sourceStatus: 'Hos nämnden', nextAction: undefined });
    });

    it('lists ten thousand cases', async () => {
      const { source, simulator } = await arrange();
      simulator.faults.script('many-rows', listPath);
      const ids = new Set((await source.list(karin)).map(({ id }) => id));
      expect(ids.size).toBeGreaterThanOrEqual(10_000);
    });

    it('stops when the one who asked goes away', async () => {
      const { source, simulator, asked } = await arrange();
      simulator.faults.script('slow-drip', listPath);
      const leaving = new AbortController();
      const failing = failureOf(source.list(karin, leaving.signal));
      await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
      leaving.abort(new Error('gone'));
      expect(await failing).toMatchObject({ message: 'gone' });
    });
  });
}
