import { withinTime } from '../cases/sources/timer.ts';
import type { Timer } from '../cases/sources/timer.ts';
import type { PopulationRegister } from './population-register.ts';
import { RegisterError } from './register-error.ts';
import type { SchoolRegister } from './school-register.ts';

/** The registers that say whose guardian somebody is, and which school a child goes to. */
export interface Registers {
  population: PopulationRegister;
  school: SchoolRegister;
}

/** Nobody is kept waiting for a register longer than this, in milliseconds. */
const patience = 5000;

/** The registers, with each call given up as `unavailable` when it takes too long; whatever else they throw is that too. */
export function patientRegisters({ population, school }: Registers, timer: Timer): Registers {
  async function within<Answer>(call: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    try {
      return await withinTime(timer, patience, undefined, call);
    } catch (cause) {
      throw cause instanceof RegisterError ? cause : new RegisterError('unavailable', { cause });
    }
  }
  return {
    population: {
      childrenOf: (idNumber) => within((signal) => population.childrenOf(idNumber, signal)),
      custodyOf: (idNumber) => within((signal) => population.custodyOf(idNumber, signal)),
    },
    school: { enrolmentsOf: (idNumbers) => within((signal) => school.enrolmentsOf(idNumbers, signal)) },
  };
}
