/**
 * Why a register gave no answer to go by. `unavailable`: silent, slow or broken. `incomplete`: it answered, but not with
 * enough. `unknown-person`: it knows nobody by that number. No word of the register's own travels with it.
 */
export class RegisterError extends Error {
  readonly code: 'unavailable' | 'incomplete' | 'unknown-person';
  constructor(code: RegisterError['code'], options?: ErrorOptions) {
    super(code, options);
    this.name = 'RegisterError';
    this.code = code;
  }
}
