import type { CaseSourceState } from '../../../src/contract/case.ts';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import type { ToldCases } from './case-join.ts';
import type { CasePerson, CaseSource, SourceCase, SourceCaseDetail } from './case-source.ts';
import { ownSource } from './own-cases.ts';
import { createRecall } from './recall.ts';
import type { Recalled } from './recall.ts';

/** A case by the system that has it. */
export interface CasePlace {
  source: string;
  id: string;
}

/** What a system says of one case, and how it answered. */
export interface DetailAnswer {
  source: CaseSource;
  recalled: Recalled<SourceCaseDetail | undefined>;
  state: CaseSourceState;
}

/** What the systems that have cases say about persons, each asked within its own time and at the same time as the others. */
export interface CaseAnswers {
  lists(person: CasePerson): Promise<{ told: ToldCases[]; sources: CaseSourceState[] }>;
  /** The lists as they were last told; only a system that has not told this person's is asked. */
  knownLists(person: CasePerson): Promise<ToldCases[]>;
  /** Always asked anew: a part in a case can end at any time. Absent when this person has nothing in that system. */
  detail(person: CasePerson, place: CasePlace): Promise<DetailAnswer | undefined>;
  outdate(personKey: string): void;
  forget(personKey: string): void;
}

const usualFreshness = 60_000;
const usualPatience = 10_000;
/** Rows that are kept in memory, over all persons. */
const rowsInMemory = 100_000;
const casesInMemory = 2000;

/** Answers of `caseSources`, kept for a short while. */
export function createCaseAnswers({ caseSources, clock, log }: Pick<Deps, 'caseSources' | 'clock' | 'log'>): CaseAnswers {
  const lists = createRecall<SourceCase[]>(clock, rowsInMemory);
  const details = createRecall<SourceCaseDetail | undefined>(clock, casesInMemory);
  /** When each system last answered anybody. It outlives what was said, and tells of no person. */
  const answeredAt = new Map<string, Date>();

  /** Whoever has no identity number is known to the own store alone; the others would be asked about nobody, or everybody. */
  const sourcesFor = ({ idNumber }: CasePerson) => caseSources.filter(({ id }) => idNumber !== '' || id === ownSource);

  const question = <Value>(person: CasePerson, source: CaseSource, ask: (signal: AbortSignal) => Promise<Value>) => ({
    person: person.key,
    patience: source.patience ?? usualPatience,
    onFailure: (failure: unknown) => log.warn('case-source-failed', { source: source.id, ...failureFields(failure) }),
    ask: async (signal: AbortSignal) => {
      const value = await ask(signal);
      answeredAt.set(source.id, clock.now());
      return value;
    },
  });

  const askList = (person: CasePerson, source: CaseSource) =>
    lists.ask({
      ...question(person, source, (signal) => source.list(person, signal)),
      name: source.id,
      freshFor: source.freshFor ?? usualFreshness,
      weigh: (cases) => cases.length,
    });

  /** When a system answered is told only where it does not answer now: a figure that always moves would make every answer new. */
  function stateOf(source: CaseSource, recalled: Recalled<unknown>): CaseSourceState {
    const at = recalled.state === 'stale' ? recalled.at : recalled.state === 'silent' ? answeredAt.get(source.id) : undefined;
    return { id: source.id, name: source.name, state: recalled.state, ...(at && { lastAnsweredAt: at.toISOString() }) };
  }

  const told = ({ id }: CaseSource, recalled: Recalled<SourceCase[]>): ToldCases[] => (recalled.state === 'silent' ? [] : [{ source: id, cases: recalled.value }]);

  return {
    async lists(person) {
      const answers = await Promise.all(sourcesFor(person).map(async (source) => ({ source, recalled: await askList(person, source) })));
      return {
        told: answers.flatMap(({ source, recalled }) => told(source, recalled)),
        sources: answers.map(({ source, recalled }) => stateOf(source, recalled)),
      };
    },
    async knownLists(person) {
      const answers = sourcesFor(person).map(async (source) => {
        const known = lists.peek(person.key, source.id);
        return known ? [{ source: source.id, cases: known }] : told(source, await askList(person, source));
      });
      return (await Promise.all(answers)).flat();
    },
    async detail(person, place) {
      const source = sourcesFor(person).find(({ id }) => id === place.source);
      if (!source) return undefined;
      const recalled = await details.ask({
        ...question(person, source, (signal) => source.find(person, place.id, signal)),
        name: `${source.id} ${place.id}`,
        freshFor: 0,
        weigh: () => 1,
      });
      return { source, recalled, state: stateOf(source, recalled) };
    },
    outdate: (personKey) => lists.outdate(personKey),
    forget(personKey) {
      lists.forget(personKey);
      details.forget(personKey);
    },
  };
}
