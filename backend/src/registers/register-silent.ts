/** A register did not answer, and which one. */
export class RegisterSilent extends Error {
  readonly register: 'population' | 'school';
  constructor(register: RegisterSilent['register'], options?: ErrorOptions) {
    super(`the ${register} register is silent`, options);
    this.name = 'RegisterSilent';
    this.register = register;
  }
}
