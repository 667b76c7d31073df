import { RegisterError } from './register-error.ts';

/** A register did not answer, and which one. */
export class RegisterSilent extends Error {
  readonly register: 'population' | 'school';
  constructor(register: RegisterSilent['register'], options?: ErrorOptions) {
    super(`the ${register} register is silent`, options);
    this.name = 'RegisterSilent';
    this.register = register;
  }
}

/** What the register answers. @throws RegisterSilent, or the RegisterError of a register that did answer */
export async function unlessSilent<Answer>(register: RegisterSilent['register'], call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (cause) {
    if (cause instanceof RegisterError && cause.code !== 'unavailable') throw cause;
    throw new RegisterSilent(register, { cause });
  }
}
