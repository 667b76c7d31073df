import { describe, expect, it, vi } from 'vitest';
import { CaseSourceError } from '../../../src/cases/case-source.ts';
import type { CaseSource, SourceCase } from '../../../src/cases/case-source.ts';
import { guardedSource } from '../../../src/cases/sources/guarded-source.ts';
import { recordingLog, testClock } from '../../test-app.ts';
import type { LogLine } from '../../test-app.ts';
import { manualTimer } from './manual-timer.ts';
import { personOf } from './source-world.ts';

const karin = personOf('karin');
const nobody = (): Promise<SourceCase[]> => Promise.resolve([]);
const failing = (code: CaseSourceError['code']) => () => Promise.reject(new CaseSourceError(code));
const silent = () => new Promise<never>(() => undefined);

/** A guard around a source whose answers the test gives, in turn; the last one is given again and again. */
function guarded(list: (() => Promise<SourceCase[]>)[], more: Partial<CaseSource> = {}) {
  const clock = testClock();
  const timer = manualTimer(clock);
  const log: LogLine[] = [];
  const turns = list.values();
  const answers = vi.fn<CaseSource['list']>(() => (turns.next().value ?? list.at(-1) ?? nobody)());
  const inner: CaseSource = { id: 'inner', name: 'Källan', list: answers, find: async () => undefined, document: async () => undefined, ...more };
  const source = guardedSource(inner, { clock, timer, random: () => 0.25, log: recordingLog(log) });
  const outcome = () => source.list(karin).then(() => 'answered', (failure: CaseSourceError) => failure.code);
  return { source, clock, timer, log, answers, outcome };
}

/** Asks, and goes away before there is an answer. */
async function askAndLeave(source: CaseSource): Promise<void> {
  const leaving = new AbortController();
  const asking = source.list(karin, leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(asking).rejects.toThrow('gone');
}

describe('a guarded source', () => {
  it('gives up after five seconds, also on a source that pays no heed', async () => {
    const { outcome, timer } = guarded([silent]);
    const result = outcome();
    timer.pass(4999);
    expect(await Promise.race([result, Promise.resolve('still waiting')])).toBe('still waiting');
    timer.pass(1);
    expect(await result).toBe('timed-out');
  });

  it('tells the source to stop when the time is up', async () => {
    const { outcome, timer, answers } = guarded([silent]);
    const result = outcome();
    timer.pass(5000);
    await result;
    expect(answers.mock.calls[0]?.[1]?.aborted).toBe(true);
  });

  it('gives a document more time than a list', async () => {
    const { source, timer } = guarded([nobody], { document: silent });
    const result = source.document(karin, '1', 'pdf').catch((failure: CaseSourceError) => failure.code);
    timer.pass(19_999);
    expect(await Promise.race([result, Promise.resolve('still waiting')])).toBe('still waiting');
    timer.pass(1);
    expect(await result).toBe('timed-out');
  });

  it('asks twice more when the source is out of reach for a moment, after pauses that grow and differ', async () => {
    const { outcome, answers, timer } = guarded([failing('unavailable'), failing('unavailable'), nobody]);
    expect(await outcome()).toBe('answered');
    expect(answers).toHaveBeenCalledTimes(3);
    expect(timer.waits.filter((wait) => wait < 1000)).toEqual([75, 150]);
  });

  it.each(['rejected', 'unreadable', 'timed-out'] as const)('does not ask again after an answer that is %s', async (code) => {
    const { outcome, answers } = guarded([failing(code)]);
    expect(await outcome()).toBe(code);
    expect(answers).toHaveBeenCalledTimes(1);
  });

  it('sends a reply once, whatever becomes of it', async () => {
    const reply = vi.fn<NonNullable<CaseSource['reply']>>(() => Promise.reject(new CaseSourceError('unavailable')));
    const { source } = guarded([nobody], { reply });
    await expect(source.reply?.(karin, '1', { text: 'Hej', files: [] })).rejects.toMatchObject({ code: 'unavailable' });
    expect(reply).toHaveBeenCalledTimes(1);
  });

  it('asks the inbox to wait long enough for it to give up itself', () => {
    expect(guarded([nobody]).source.patience).toBeGreaterThan(5000);
    expect(guarded([nobody], { freshFor: 7 }).source.freshFor).toBe(7);
  });

  it('takes no reply when the source takes none', () => {
    expect(guarded([nobody]).source.reply).toBeUndefined();
  });

  it('makes a fault of our own a failure of the source, and logs where it was without what it says', async () => {
    const { outcome, log } = guarded([() => Promise.reject(new TypeError('198501169885 is not a function'))]);
    expect(await outcome()).toBe('unreadable');
    expect(log).toContainEqual(expect.objectContaining({ level: 'error', event: 'case-source-broke', fields: expect.objectContaining({ error: 'TypeError' }) }));
    expect(JSON.stringify(log)).not.toContain('198501169885');
  });
});

describe('the breaker of a guarded source', () => {
  const rejected = failing('rejected');
  async function opened(...after: (() => Promise<SourceCase[]>)[]) {
    const world = guarded([rejected, rejected, rejected, rejected, rejected, ...after]);
    for (let call = 0; call < 5; call += 1) await world.outcome();
    return world;
  }

  it('leaves the source alone after five failures in a row, and says at once that it is out of reach', async () => {
    const { outcome, answers, log } = await opened(nobody);
    expect(await outcome()).toBe('unavailable');
    expect(answers).toHaveBeenCalledTimes(5);
    expect(log).toEqual([{ level: 'warn', event: 'case-source-left-alone', fields: { source: 'inner', seconds: 30 } }]);
  });

  it('counts failures in a row only', async () => {
    const { outcome, answers } = guarded([rejected, rejected, rejected, rejected, nobody, rejected, rejected, rejected, rejected, nobody]);
    for (let call = 0; call < 9; call += 1) await outcome();
    expect(await outcome()).toBe('answered');
    expect(answers).toHaveBeenCalledTimes(10);
  });

  it("does not hold one person's unreadable case against the source", async () => {
    const { outcome, answers } = guarded([failing('unreadable')]);
    for (let call = 0; call < 7; call += 1) expect(await outcome()).toBe('unreadable');
    expect(answers).toHaveBeenCalledTimes(7);
  });

  it('lets one call try after half a minute, and all once that has worked', async () => {
    const { outcome, clock, answers } = await opened(nobody);
    clock.forward(29.9);
    expect(await outcome()).toBe('unavailable');
    clock.forward(0.1);
    expect(await Promise.all([outcome(), outcome(), outcome()])).toEqual(['answered', 'unavailable', 'unavailable']);
    expect(await Promise.all([outcome(), outcome()])).toEqual(['answered', 'answered']);
    expect(answers).toHaveBeenCalledTimes(8);
  });

  it('leaves it alone for another half minute when the try failed', async () => {
    const { outcome, clock } = await opened(rejected, nobody);
    clock.forward(30);
    expect(await outcome()).toBe('rejected');
    clock.forward(29);
    expect(await outcome()).toBe('unavailable');
    clock.forward(1);
    expect(await outcome()).toBe('answered');
  });

  it('lets the next one try when the one who tried went away', async () => {
    const { source, outcome, clock } = await opened(silent, nobody);
    clock.forward(30);
    await askAndLeave(source);
    expect(await outcome()).toBe('answered');
  });

  it('does not hold it against the source that people go away', async () => {
    const { source, outcome } = guarded([silent, silent, silent, silent, silent, silent, nobody]);
    for (let call = 0; call < 6; call += 1) {
      await askAndLeave(source);
    }
    expect(await outcome()).toBe('answered');
  });
});
