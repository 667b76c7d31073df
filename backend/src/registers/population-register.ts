/** A person as the population register has them. */
export interface RegisteredPerson {
  /** Twelve digits; absent for somebody who has none. */
  idNumber: string | undefined;
  givenName: string;
  familyName: string;
  /** `2015-01-01`. */
  birthDate: string;
  isDeceased: boolean;
  /** Any marking for protection, also one that is not understood. Nothing about the person may be shown or sent. */
  isProtected: boolean;
}

/** Somebody who may be named, and whom a register or an e-ID can be asked about. */
export type NamedPerson = RegisteredPerson & { idNumber: string };

/** Whether anything about the person may be told. */
export const isNamed = (person: RegisteredPerson): person is NamedPerson =>
  !person.isProtected && !person.isDeceased && person.idNumber !== undefined;

/** A child, and everybody who has custody of it. */
export interface Custody {
  child: RegisteredPerson;
  guardians: RegisteredPerson[];
}

/** The national source of who has custody of whom. Each call ends within the register's own time limit. */
export interface PopulationRegister {
  /** The children that the person has custody of now; empty when there are none. @throws RegisterError */
  childrenOf(idNumber: string, signal?: AbortSignal): Promise<RegisteredPerson[]>;
  /** Who has custody of the child now. @throws RegisterError */
  custodyOf(idNumber: string, signal?: AbortSignal): Promise<Custody>;
}
