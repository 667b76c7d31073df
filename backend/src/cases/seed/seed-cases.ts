import type { Deps } from '../../deps.ts';
import { testPerson } from '../../eid/simulated/test-persons.ts';
import { demoFamilies } from '../../registers/simulated/families.ts';
import type { Random } from '../../secrets/random.ts';
import type { CaseRow, NewCase } from '../case-store.ts';
import { ownSource } from '../own-cases.ts';
import { childKeyOf, personKeyOf } from '../person-key.ts';
import { familySketches } from './family.ts';
import { isOneOfMany, manySketch } from './many.ts';
import { caseOf } from './sketch.ts';
import type { Child, Guardian, Sketch, Told } from './sketch.ts';

type Needs = Pick<Deps, 'store' | 'keyedNames' | 'clock'>;

/** How many cases the family has without any that are made up to fill the list. */
export const familySize = familySketches.length;

/**
 * Gives two of the test persons their family's cases, and the first of them as many more as it takes to `count`. The
 * same day and key give the same cases; whoever has cases already keeps them, and is given only what is lacking.
 */
export async function seedCases({ store, keyedNames, clock }: Needs, count = familySize): Promise<void> {
  const keyOfPerson = (id: Guardian) => {
    const number = testPerson(id)?.number ?? id;
    return personKeyOf(keyedNames, { idNumber: number, provider: '', subjectId: number });
  };
  const keys = { karin: await keyOfPerson('karin'), erik: await keyOfPerson('erik') };
  const had = await store.cases.pageOf(keys.karin, Math.max(count, 1));
  const sketches = sketchesBeyond(had, count);
  if (sketches.length === 0) return;

  const childKey = (name: Child) => childKeyOf(keyedNames, demoFamilies.find(({ child }) => child.givenName === name)?.child.idNumber ?? name);
  const told: Told = {
    keys,
    childKeys: { Alva: await childKey('Alva'), Noel: await childKey('Noel'), Iris: await childKey('Iris') },
    now: morningOf(clock.now()),
    random: repeatable(`${keys.karin} ${had.length}`),
  };
  const pairs = sketches.map((sketch) => ({ sketch, made: caseOf(sketch, told) }));
  linkRelated(pairs);

  await store.cases.insert(pairs.map(({ made }) => made));
  for (const { made } of pairs) await readBefore(store, made);
  await store.readMarks.set(
    pairs.flatMap(({ sketch, made }) =>
      (sketch.seenBy ?? []).map((person) => ({ personKey: keys[person], source: ownSource, caseId: made.case.id, readUpTo: made.case.updatedAt })),
    ),
  );
}

function sketchesBeyond(had: readonly CaseRow[], count: number): Sketch[] {
  const family = had.length === 0 ? familySketches : [];
  const lacking = Math.max(0, count - had.length - family.length);
  const from = had.filter(({ case: { references } }) => isOneOfMany(references[0])).length;
  return [...family, ...Array.from({ length: lacking }, (_, index) => manySketch(from + index))];
}

function linkRelated(pairs: readonly { sketch: { related?: readonly string[] }; made: NewCase }[]): void {
  const ids = new Map(pairs.map(({ made }) => [made.case.references[0], made.case.id]));
  for (const { sketch, made } of pairs) {
    made.case.relatedIds = (sketch.related ?? []).flatMap((reference) => ids.get(reference) ?? []);
  }
}

/** The municipality has read what it has answered: a while after it came. */
async function readBefore({ cases }: Needs['store'], { case: { id }, messages }: NewCase): Promise<void> {
  const answered = Math.max(0, ...messages.filter(({ by }) => by === undefined).map(({ at }) => at.getTime()));
  const read = messages.filter(({ by, at }) => by !== undefined && at.getTime() < answered);
  for (const { at } of read) await cases.markRead(id, at, new Date(at.getTime() + 5 * 3_600_000));
}

const morningOf = (now: Date) => new Date(`${now.toISOString().slice(0, 10)}T07:00:00.000Z`);

/** Bytes that look random and are the same each time: ids of invented cases, nothing that has to be secret. */
function repeatable(start: string): Random {
  let state = [...start].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return (length) => Uint8Array.from({ length }, next);
}
