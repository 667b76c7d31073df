import type { Refusal } from './scenarios.ts';

/** An error that the simulator answers with, as BankID would. */
export class BankIdFault extends Error implements Refusal {
  readonly status: number;
  readonly errorCode: string;
  constructor(status: number, errorCode: string, details = 'simulated') {
    super(details);
    this.name = 'BankIdFault';
    this.status = status;
    this.errorCode = errorCode;
  }
}

export const faultOf = ({ status, errorCode }: Refusal): BankIdFault => new BankIdFault(status, errorCode);
export const invalidParameters = (details: string): BankIdFault => new BankIdFault(400, 'invalidParameters', details);
