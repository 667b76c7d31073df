import type { Viewer } from '../cases/case-inbox.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import type { EService } from '../municipality/e-service.ts';
import { childrenFor } from './children.ts';
import type { GuardedChild } from './children.ts';
import { custodyNow } from './custody.ts';
import type { CustodyNow } from './custody.ts';
import { RegisterError } from './register-error.ts';
import { RegisterSilent } from './register-silent.ts';
import { patientRegisters } from './registers.ts';
import { swedishDay } from './swedish-day.ts';

/** Asks the registers on behalf of a person. A register that is silent ends in a problem that says for which time today it was. */
export interface RegisterDesk {
  /** As `childrenFor`. @throws ProblemError */
  childrenOf(viewer: Viewer, service: EService): Promise<GuardedChild[]>;
  /** As `custodyNow`. @throws ProblemError */
  custodyOf(viewer: Viewer, childNumber: string, only?: string): Promise<CustodyNow>;
  /** The same on nobody's behalf. @throws RegisterSilent */
  custodyNow(childNumber: string, only?: string): Promise<CustodyNow>;
}

const aDay = 86_400_000;
/** Seconds after which it is worth while to ask again. */
const askAgainAfter = 30;

/** The desk in front of `deps.registers`. */
export function createRegisterDesk({ registers, timer, store, clock }: Pick<Deps, 'registers' | 'timer' | 'store' | 'clock'>): RegisterDesk {
  const patient = patientRegisters(registers, timer);

  async function problemOf(failure: unknown, personKey: string): Promise<unknown> {
    if (failure instanceof RegisterError) return new ProblemError(failure.code === 'unknown-person' ? 'person-not-in-register' : 'register-incomplete');
    if (!(failure instanceof RegisterSilent)) return failure;
    const now = clock.now();
    const attempt = await store.registerFailures.count(personKey, now, new Date(now.getTime() - aDay));
    const code = failure.register === 'school' ? 'school-register-unreachable' : 'register-unreachable';
    return new ProblemError(code, { attempt, retryAfter: askAgainAfter, cause: failure });
  }

  async function asked<Answer>({ key }: Viewer, answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer;
    } catch (failure) {
      throw await problemOf(failure, key);
    }
  }

  return {
    childrenOf: (viewer, service) => asked(viewer, childrenFor(patient, viewer.idNumber, service, swedishDay(clock.now()))),
    custodyOf: (viewer, childNumber, only) => asked(viewer, custodyNow(patient, childNumber, only)),
    custodyNow: (childNumber, only) => custodyNow(patient, childNumber, only),
  };
}
