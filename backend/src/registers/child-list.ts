import type { Child, ChildList } from '../../../src/contract/child.ts';
import { childKeyOf } from '../cases/person-key.ts';
import { namesFor } from '../cases/case-view.ts';
import type { EService } from '../municipality/e-service.ts';
import type { KeyedNames } from '../secrets/keyed-names.ts';
import type { GuardedChild } from './children.ts';

/** What a person's browser calls a child: means nothing to anybody else's, and is what the inbox calls it too. */
export async function childIdFor(names: KeyedNames, personKey: string, idNumber: string): Promise<string> {
  return namesFor(names, personKey).childId(await childKeyOf(names, idNumber));
}

/** The children as the person's browser sees them. Why one can be missing goes by the e-service alone. */
export async function childListOf(names: KeyedNames, personKey: string, service: EService, children: readonly GuardedChild[]): Promise<ChildList> {
  const { id, name, ages, schoolYears, guardians } = service;
  return {
    service: { id, name, ...(ages && { ages: spanOf(ages) }), ...(schoolYears && { schoolYears: spanOf(schoolYears) }), guardians },
    items: await Promise.all(children.map(async (child) => viewOf(await childIdFor(names, personKey, child.idNumber), child, children))),
    missingReasons: service.schools === 'any' ? ['custody', 'protected'] : ['custody', 'protected', 'school'],
  };
}

const yearOf = ({ birthDate }: GuardedChild) => birthDate.slice(0, 4);

function viewOf(id: string, child: GuardedChild, all: readonly GuardedChild[]): Child {
  const { displayName, birthDate, school, notFor } = child;
  const readsAlike = all.some((other) => other !== child && other.displayName === displayName && yearOf(other) === yearOf(child));
  return {
    id,
    displayName,
    birthYear: Number(yearOf(child)),
    ...(readsAlike && { birthDate }),
    ...(school && { school: { name: school.school, ...(school.year !== undefined && { year: school.year }) } }),
    ...(notFor && { notFor }),
  };
}

const spanOf = ({ from, to }: NonNullable<EService['ages']>) => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
