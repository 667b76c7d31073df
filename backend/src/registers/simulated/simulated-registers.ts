import type { SilentSwitch } from '../../cases/simulated-sources/simulate-source.ts';
import type { Timer } from '../../cases/sources/timer.ts';
import type { Clock } from '../../clock.ts';
import type { Custody, PopulationRegister, RegisteredPerson } from '../population-register.ts';
import { RegisterError } from '../register-error.ts';
import type { Enrolment, SchoolRegister } from '../school-register.ts';
import { swedishDay } from '../swedish-day.ts';
import type { Family } from './families.ts';

/** What is wrong with a register until then: no answer, a slow one, or one that lacks something. */
export interface RegisterTrouble {
  kind: 'down' | 'slow' | 'incomplete';
  until: Date;
}

export interface SimulatedRegistersOptions {
  clock: Clock;
  families: readonly Family[];
  /** Those whom the population register knows although they have no children. */
  childless?: readonly RegisteredPerson[];
  timer: Timer;
}

/** Longer than anybody waits. */
const slowness = 30_000;
const aDay = 86_400_000;

/** A population register and a school register for demonstrations and tests: invented families, and real troubles. */
export class SimulatedRegisters {
  readonly population: PopulationRegister;
  readonly school: SchoolRegister;
  readonly #options: SimulatedRegistersOptions;
  readonly #trouble = new Map<'population' | 'school', RegisterTrouble>();
  #families: Family[];

  constructor(options: SimulatedRegistersOptions) {
    this.#options = options;
    this.#families = structuredClone([...options.families]);
    this.population = {
      childrenOf: (idNumber, signal) => this.#ask('population', signal, () => this.#childrenOf(idNumber)),
      custodyOf: (idNumber, signal) => this.#ask('population', signal, () => this.#custodyOf(idNumber)),
    };
    this.school = { enrolmentsOf: (idNumbers, signal) => this.#ask('school', signal, () => this.#enrolmentsOf(idNumbers)) };
  }

  /** Makes a register silent, slow or incomplete for a while, or well again. */
  disturb(register: 'population' | 'school', trouble: RegisterTrouble | undefined): void {
    if (trouble) this.#trouble.set(register, trouble);
    else this.#trouble.delete(register);
  }

  /** For a visitor of a demonstration, who makes a register silent until it is to answer again. */
  get switches(): SilentSwitch[] {
    const { clock } = this.#options;
    return ([['population', 'Folkbokföringen'], ['school', 'Skolornas register']] as const).map(([id, name]) => ({
      id,
      name,
      isSilent: () => this.#isTroubled(id),
      setSilent: (silent) => this.disturb(id, silent ? { kind: 'down', until: new Date(clock.now().getTime() + aDay) } : undefined),
    }));
  }

  /** What the register says of the person from now on: a protection switched on, a death, a number withdrawn. */
  change(idNumber: string, changes: Partial<RegisteredPerson>): void {
    const changed = (person: RegisteredPerson) => (person.idNumber === idNumber ? { ...person, ...changes } : person);
    this.#families = this.#families.map((family) => ({ ...family, child: changed(family.child), guardians: family.guardians.map(changed) }));
  }

  /** Who has custody of the child from now on. */
  changeCustody(childNumber: string, guardians: readonly RegisteredPerson[]): void {
    this.#families = this.#families.map((family) => (family.child.idNumber === childNumber ? { ...family, guardians: [...guardians] } : family));
  }

  /** What the school register says of the child from now on. */
  changeSchool(childNumber: string, changes: Partial<NonNullable<Family['school']>>): void {
    this.#families = this.#families.map((family) => (family.child.idNumber === childNumber && family.school ? { ...family, school: { ...family.school, ...changes } } : family));
  }

  async #ask<Answer>(register: 'population' | 'school', signal: AbortSignal | undefined, answer: () => Answer): Promise<Answer> {
    const trouble = this.#trouble.get(register);
    if (trouble && this.#isTroubled(register)) {
      if (trouble.kind === 'slow') await this.#options.timer.wait(slowness, signal ?? new AbortController().signal);
      else throw new RegisterError(trouble.kind === 'down' ? 'unavailable' : 'incomplete');
    }
    return structuredClone(answer());
  }

  #isTroubled(register: 'population' | 'school'): boolean {
    const until = this.#trouble.get(register)?.until;
    return until !== undefined && this.#options.clock.now() < until;
  }

  #childrenOf(idNumber: string): RegisteredPerson[] {
    const own = this.#families.filter(({ guardians }) => guardians.some((guardian) => guardian.idNumber === idNumber));
    const isKnown = own.length > 0 || this.#options.childless?.some((person) => person.idNumber === idNumber);
    if (!isKnown) throw new RegisterError('unknown-person');
    return own.map(({ child }) => child);
  }

  #custodyOf(idNumber: string): Custody {
    const family = this.#families.find(({ child }) => child.idNumber === idNumber);
    if (!family) throw new RegisterError('unknown-person');
    return { child: family.child, guardians: family.guardians };
  }

  #enrolmentsOf(idNumbers: readonly string[]): Map<string, Enrolment> {
    const year = schoolYearAt(this.#options.clock.now());
    const enrolled = this.#families.flatMap(({ child, school }) => {
      if (!school || child.idNumber === undefined || !idNumbers.includes(child.idNumber)) return [];
      const own = Math.max(0, year - Number(child.birthDate.slice(0, 4)) - 6);
      return [[child.idNumber, { ...school, year: own, isProtected: child.isProtected || school.isProtected === true }] as const];
    });
    return new Map(enrolled);
  }
}

/** The year in which the school year at that instant began; it begins in August. */
function schoolYearAt(at: Date): number {
  const [year = 0, month = 1] = swedishDay(at).split('-').map(Number);
  return month >= 8 ? year : year - 1;
}
