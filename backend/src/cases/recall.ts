import type { Clock } from '../clock.ts';

/** An answer: given now or not long ago, from earlier because there was none now, or none at all. */
export type Recalled<Value> = { state: 'ok' | 'stale'; value: Value; at: Date } | { state: 'silent' };

export interface Question<Value> {
  person: string;
  /** What is asked, apart from the person. */
  name: string;
  /** For how many milliseconds an answer is given again without asking. */
  freshFor: number;
  /** After how many milliseconds to stop waiting. */
  patience: number;
  ask(signal: AbortSignal): Promise<Value>;
  /** What the answer weighs in memory. */
  weigh(value: Value): number;
  onFailure(failure: unknown): void;
}

/** The answers that systems gave about persons, kept in memory for a short while. */
export interface Recall<Value> {
  ask(question: Question<Value>): Promise<Recalled<Value>>;
  /** What is known without asking. */
  peek(person: string, name: string): Value | undefined;
  /** Asks anew next time; what is known stays for when no answer comes. */
  outdate(person: string): void;
  /** Drops all that is known about the person. */
  forget(person: string): void;
}

interface Memory<Value> {
  known?: { value: Value; at: Date; weight: number; outdated: boolean };
  failedAt?: Date;
  running?: Promise<void>;
}

const keptFor = 15 * 60_000;
/** A system that just failed is left alone for so long. */
const restFor = 5000;

/** A recall that never weighs more than `capacity`: whoever has been away longest is forgotten first. */
export function createRecall<Value>(clock: Clock, capacity: number): Recall<Value> {
  /** In the order in which they last asked. */
  const persons = new Map<string, Map<string, Memory<Value>>>();
  const isResting = (failedAt: Date | undefined) => failedAt !== undefined && since(failedAt) < restFor;
  const since = (instant: Date) => clock.now().getTime() - instant.getTime();

  function memoryOf(person: string, name: string): Memory<Value> {
    const memories = persons.get(person) ?? new Map<string, Memory<Value>>();
    persons.delete(person);
    persons.set(person, memories);
    const memory = memories.get(name) ?? {};
    memories.set(name, memory);
    return memory;
  }

  function dropOld(): void {
    for (const [person, memories] of persons) {
      for (const [name, { known, failedAt, running }] of memories) {
        const isKept = running !== undefined || (known && since(known.at) < keptFor) || isResting(failedAt);
        if (!isKept) memories.delete(name);
      }
      if (memories.size === 0) persons.delete(person);
    }
    let weight = 0;
    for (const [person, memories] of [...persons].reverse()) {
      for (const { known } of memories.values()) weight += known?.weight ?? 0;
      if (weight > capacity) persons.delete(person);
    }
  }

  async function run({ ask, patience, weigh, onFailure }: Question<Value>, memory: Memory<Value>): Promise<void> {
    try {
      const value = await within(patience, ask);
      memory.known = { value, at: clock.now(), weight: weigh(value), outdated: false };
      delete memory.failedAt;
    } catch (failure) {
      memory.failedAt = clock.now();
      onFailure(failure);
    } finally {
      delete memory.running;
    }
  }

  return {
    async ask(question) {
      dropOld();
      const memory = memoryOf(question.person, question.name);
      const { freshFor } = question;
      const isFresh = () => memory.known && !memory.known.outdated && since(memory.known.at) < freshFor;
      if (!isFresh() && !isResting(memory.failedAt)) await (memory.running ??= run(question, memory));
      const { known } = memory;
      if (!known) return { state: 'silent' };
      return { state: memory.failedAt ? 'stale' : 'ok', value: known.value, at: known.at };
    },
    peek: (person, name) => persons.get(person)?.get(name)?.known?.value,
    outdate(person) {
      // In new memories: what is being asked at this moment may be answered with what was true before.
      for (const [name, { known }] of persons.get(person) ?? []) {
        persons.get(person)?.set(name, known ? { known: { ...known, outdated: true } } : {});
      }
    },
    forget: (person) => void persons.delete(person),
  };
}

/** @throws what `ask` threw, or that time was up. */
function within<Value>(milliseconds: number, ask: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const stop = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop.abort();
      reject(new DOMException('time is up', 'TimeoutError'));
    }, milliseconds);
    ask(stop.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
