/** Where a child goes to school now. */
export interface Enrolment {
  school: string;
  /** 0 is the preschool class. */
  year: number | undefined;
  /** By who runs the school, not by where it lies. */
  isRunByMunicipality: boolean;
  isProtected: boolean;
}

/** The municipality's register of who goes to which school. */
export interface SchoolRegister {
  /** By identity number; a child that goes to no school is left out. @throws RegisterError */
  enrolmentsOf(idNumbers: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Enrolment>>;
}
