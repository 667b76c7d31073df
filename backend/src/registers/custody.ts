import { isNamed } from './population-register.ts';
import type { NamedPerson } from './population-register.ts';
import { RegisterError } from './register-error.ts';
import { RegisterSilent } from './register-silent.ts';
import type { Registers } from './registers.ts';

/** Who has custody of a child; or `untold`: something about one of them is not to be told, or is not known. */
export type CustodyNow = { custody: 'known'; child: NamedPerson; guardians: NamedPerson[] } | { custody: 'untold' };

const untold: CustodyNow = { custody: 'untold' };

/**
 * Who has custody of the child now; with `only`, whether that one person has. Somebody protected, somebody deceased,
 * somebody without a number, nobody at all and a register that lacks something are one and the same answer, so that
 * none of them can be told from another. @throws RegisterSilent
 */
export async function custodyNow({ population }: Registers, childNumber: string, only?: string): Promise<CustodyNow> {
  try {
    const { child, guardians: all } = await population.custodyOf(childNumber);
    const guardians = only === undefined ? all : all.filter(({ idNumber }) => idNumber === only);
    return isNamed(child) && all.length > 0 && guardians.every(isNamed) ? { custody: 'known', child, guardians } : untold;
  } catch (cause) {
    if (cause instanceof RegisterError && cause.code !== 'unavailable') return untold;
    throw new RegisterSilent('population', { cause });
  }
}
