import type { ChildRefusal } from '../../../src/contract/child.ts';
import type { EService } from '../municipality/e-service.ts';
import { isNamed } from './population-register.ts';
import type { NamedPerson } from './population-register.ts';
import { RegisterError } from './register-error.ts';
import { unlessSilent } from './register-silent.ts';
import type { Registers } from './registers.ts';
import type { Enrolment } from './school-register.ts';
import { ageOn } from './swedish-day.ts';

/** A child that may be shown to the guardian who asks. */
export interface GuardedChild {
  idNumber: string;
  givenName: string;
  displayName: string;
  birthDate: string;
  school: Pick<Enrolment, 'school' | 'year'> | undefined;
  /** Why the e-service is not for the child. */
  notFor: ChildRefusal | undefined;
}

/**
 * The children that the person has custody of and may choose among in the e-service, eldest first, on the Swedish day
 * `today`. Nobody with a protected identity is among them, nor, where the e-service asks for it, any child at a school
 * that the municipality does not run. @throws RegisterSilent | RegisterError
 */
export async function childrenFor(registers: Registers, idNumber: string, service: EService, today: string): Promise<GuardedChild[]> {
  if (idNumber === '') throw new RegisterError('unknown-person');
  const found = await unlessSilent('population', registers.population.childrenOf(idNumber));
  const tellable = found.filter(isNamed).sort((a, b) => (a.birthDate < b.birthDate ? -1 : 1));

  // Asked of those only whom the answer may be about: whoever is left out leaves no trace here either.
  const enrolments = await unlessSilent('school', registers.school.enrolmentsOf(tellable.map((child) => child.idNumber)));
  return tellable.flatMap((child) => {
    const enrolment = enrolments.get(child.idNumber);
    const isLeftOut = enrolment?.isProtected || (service.schools === 'municipal' && !enrolment?.isRunByMunicipality);
    return isLeftOut ? [] : [guardedChild(child, enrolment, service, today)];
  });
}

function guardedChild(child: NamedPerson, enrolment: Enrolment | undefined, service: EService, today: string): GuardedChild {
  const { idNumber, givenName, familyName, birthDate } = child;
  return {
    idNumber,
    givenName,
    displayName: `${givenName} ${familyName}`,
    birthDate,
    school: enrolment && { school: enrolment.school, year: enrolment.year },
    notFor: refusal(service, ageOn(today, birthDate), enrolment?.year),
  };
}

function refusal({ ages, schoolYears }: EService, age: number, year: number | undefined): ChildRefusal | undefined {
  if (age < (ages?.from ?? 0)) return 'too-young';
  if (age > (ages?.to ?? 17)) return 'too-old';
  const within = !schoolYears || (year !== undefined && year >= (schoolYears.from ?? 0) && year <= (schoolYears.to ?? 13));
  return within ? undefined : 'school-year';
}
