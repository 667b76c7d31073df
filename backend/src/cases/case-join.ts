import type { SourceCase } from './case-source.ts';
import { strictestLevel } from './login-level.ts';

/** A case as the system that says most about it tells it, and what one calls it in every system that has it. */
export interface JoinedCase {
  source: string;
  told: SourceCase;
  references: string[];
  /** The case in each system that has it, this one included. */
  members: readonly ToldCase[];
}

/** What one system calls a case, and has told of it. */
export interface ToldCase {
  source: string;
  told: SourceCase;
}

/** A name that no other case has, whatever numbers systems give: `oep 4065`. */
export const caseName = (source: string, id: string): string => `${source} ${id}`;

export interface ToldCases {
  source: string;
  cases: readonly SourceCase[];
}

/** `joinCases`, done once for the same answers for as long as somebody holds on to them: a person's pages and filters all begin there. */
export function createCaseJoin(): (answers: readonly ToldCases[]) => readonly JoinedCase[] {
  const known = new WeakMap<readonly SourceCase[], { answers: readonly ToldCases[]; joined: JoinedCase[] }>();
  return (answers) => {
    const key = answers[0]?.cases ?? [];
    const before = known.get(key);
    if (before?.answers.length === answers.length && answers.every(({ cases }, index) => cases === before.answers[index]?.cases)) return before.joined;
    const joined = joinCases(answers);
    known.set(key, { answers, joined });
    return joined;
  };
}

/** One list of what several systems say. A case that two of them know by a common name shows once. */
export function joinCases(answers: readonly ToldCases[]): JoinedCase[] {
  const joined: JoinedCase[] = [];
  /** By each name that a case goes under, its place in `joined`. */
  const places = new Map<string, number>();

  for (const { source, cases } of answers) {
    // Two cases of one system are never the same case, whatever they share with a third.
    const before = joined.length;
    const taken = new Set<number>();
    for (const told of cases) {
      const names = [caseName(source, told.id), ...told.externalIds];
      const known = names.map((name) => places.get(name)).find((place) => place !== undefined && place < before && !taken.has(place));
      const place = known ?? joined.length;
      const other = joined[place];
      const one = { source, told, references: told.references, members: [{ source, told }] };
      joined[place] = other ? merged(other, one) : one;
      taken.add(place);
      for (const name of names) if (!places.has(name)) places.set(name, place);
    }
  }
  return joined;
}

function merged(first: JoinedCase, second: JoinedCase): JoinedCase {
  const [best, other] = richness(second.told) > richness(first.told) ? [second, first] : [first, second];
  return {
    ...best,
    // What one of them keeps behind a more secure login, another does not give away.
    told: withLevel(best.told, strictestLevel(best.told.requiresLoa, other.told.requiresLoa)),
    references: [...new Set([...best.references, ...other.references])],
    members: [...best.members, ...other.members],
  };
}

const withLevel = (told: SourceCase, level: string | undefined): SourceCase => (level === told.requiresLoa ? told : { ...told, ...(level !== undefined && { requiresLoa: level }) });

/** How much of a case is told. */
const richness = (one: SourceCase): number =>
  [one.status !== 'unknown', one.lastEvent, one.dueAt, one.nextAction, one.signing, one.news.length > 0, one.concerns.kind === 'child'].filter(Boolean)
    .length;
