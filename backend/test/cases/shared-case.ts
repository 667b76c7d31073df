import { casePageSchema, caseSchema } from '../../../src/contract/case.ts';
import type { Case, CasePage } from '../../../src/contract/case.ts';
import type { NewCase } from '../../src/cases/case-store.ts';
import { readAnswer } from '../read-answer.ts';
import { erik, karin } from './persons.ts';
import type { CaseWorld, Visitor } from './persons.ts';
import { documentBy, eventBy, keyOf, later, messageBy, someCase } from './some-case.ts';

/** What the visitor's inbox shows. */
export const listOf = ({ page }: Visitor, query = ''): Promise<CasePage> => readAnswer(casePageSchema, page.get(`cases${query}`));
/** The id under which the visitor knows their first case. */
export const firstId = async (visitor: Visitor): Promise<string> => (await listOf(visitor)).items[0]?.id ?? '';
export const caseOf = ({ page }: Visitor, id: string): Promise<Case> => readAnswer(caseSchema, page.get(`cases/${id}`));

/** A case that Karin and Erik share about a child, and that nobody else knows of. */
export async function sharedCase(world: CaseWorld): Promise<NewCase> {
  const [mine, theirs] = [await keyOf(world, karin), await keyOf(world, erik)];
  const one = someCase(
    [mine, theirs],
    { child: { key: 'child-key', givenName: 'Åsa' }, updatedAt: later(5) },
    {
      events: [eventBy(mine, later(1), 'Ansökan skickades in')],
      messages: [messageBy(undefined, later(5), 'Vi behöver ett intyg'), messageBy(theirs, later(4), 'Det kommer')],
      documents: [documentBy(undefined, later(2))],
    },
  );
  await world.deps.store.cases.insert([one]);
  return one;
}
