import type { SourceCase } from './case-source.ts';

export interface SourcedCase extends SourceCase {
  source: string;
}

/**
 * One list of what several systems say. A case that two of them know by each other's id shows once, as the one that
 * says most about it tells it, with the references of both.
 */
export function joinCases(answers: readonly { source: string; cases: readonly SourceCase[] }[]): SourcedCase[] {
  const joined: SourcedCase[] = [];
  /** By each id that a case goes under, its place in `joined`. */
  const places = new Map<string, number>();

  for (const { source, cases } of answers) {
    // Two cases of one system are never the same case, whatever they share with a third.
    const before = joined.length;
    const taken = new Set<number>();
    for (const one of cases) {
      const names = [one.id, ...one.externalIds];
      const known = names.map((name) => places.get(name)).find((place) => place !== undefined && place < before && !taken.has(place));
      const place = known ?? joined.length;
      const other = joined[place];
      joined[place] = other ? merged(other, { ...one, source }) : { ...one, source };
      taken.add(place);
      for (const name of names) if (!places.has(name)) places.set(name, place);
    }
  }
  return joined;
}

function merged(first: SourcedCase, second: SourcedCase): SourcedCase {
  const [best, other] = richness(second) > richness(first) ? [second, first] : [first, second];
  return {
    ...best,
    references: [...new Set([...best.references, ...other.references])],
    externalIds: [...new Set([...best.externalIds, other.id, ...other.externalIds])],
  };
}

/** How much of a case is told. */
const richness = (one: SourceCase): number =>
  [one.status !== 'unknown', one.lastEvent, one.dueAt, one.nextAction, one.signing, one.news.length > 0, one.concerns.kind === 'child'].filter(Boolean)
    .length;
