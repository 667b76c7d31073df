import { isNamed } from './population-register.ts';
import type { NamedPerson } from './population-register.ts';
import { RegisterError } from './register-error.ts';
import { unlessSilent } from './register-silent.ts';
import type { Registers } from './registers.ts';

/**
 * Who has custody of a child; `untold`: something about one of them is not to be told; or `unsure`: a register lacks
 * something just now, and may have it the next time.
 */
export type CustodyNow = { custody: 'known'; child: NamedPerson; guardians: NamedPerson[] } | { custody: 'untold' } | { custody: 'unsure' };

const untold: CustodyNow = { custody: 'untold' };

/**
 * Who has custody of the child now; with `only`, whether that one person has. Somebody protected, somebody deceased,
 * somebody without a number, nobody at all and a child that no one knows are one and the same answer, so that none of
 * them can be told from another. @throws RegisterSilent
 */
export async function custodyNow({ population, school }: Registers, childNumber: string, only?: string): Promise<CustodyNow> {
  try {
    const { child, guardians: all } = await unlessSilent('population', population.custodyOf(childNumber));
    const guardians = only === undefined ? all : all.filter(({ idNumber }) => idNumber === only);
    if (!isNamed(child) || all.length === 0 || !guardians.every(isNamed)) return untold;
    const enrolments = await unlessSilent('school', school.enrolmentsOf([childNumber])).catch(inNoSchool);
    return enrolments?.get(childNumber)?.isProtected ? untold : { custody: 'known', child, guardians };
  } catch (cause) {
    if (!(cause instanceof RegisterError)) throw cause;
    return cause.code === 'incomplete' ? { custody: 'unsure' } : untold;
  }
}

/** A child whom the school register does not know says nothing of who has custody. */
function inNoSchool(cause: unknown): undefined {
  if (!(cause instanceof RegisterError && cause.code === 'unknown-person')) throw cause;
}
