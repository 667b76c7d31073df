import { createBankId } from '../../../src/eid/bankid/bankid.ts';
import type { BankIdPath } from '../../../src/eid/bankid/bankid-api.ts';
import type { BankIdAnswer } from '../../../src/eid/bankid/bankid-client.ts';
import type { EmbeddedEidProvider } from '../../../src/eid/eid-provider.ts';
import { testClock } from '../../test-app.ts';
import type { TestClock } from '../../test-app.ts';

export const order = {
  orderRef: '131daac9-16c6-4618-beb0-365768f37288',
  autoStartToken: '7c40b5c9-fa74-49cf-b98c-bfe651f9a7c6',
  qrStartToken: '67df3917-fa0d-44e5-b327-edcc928297f8',
  qrStartSecret: 'd28db9a7-4cde-429e-a983-359be676944c',
};

export interface RecordedBankId {
  provider: EmbeddedEidProvider;
  clock: TestClock;
  calls: { path: BankIdPath; body: Record<string, unknown> }[];
  /** What the next calls are answered; the last one stays. */
  answers(...next: (BankIdAnswer | Error)[]): void;
}

export const json = (body: unknown, status = 200, rateLimitReset?: string): BankIdAnswer => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  rateLimitReset,
});

/** BankID's provider over a line that notes what is asked, and answers what the test says: an order unless stated. */
export function recordedBankId(): RecordedBankId {
  const clock = testClock();
  const calls: RecordedBankId['calls'] = [];
  let planned: (BankIdAnswer | Error)[] = [json(order)];
  const provider = createBankId({
    id: 'bankid',
    domain: 'kommun.test',
    clock,
    async transport(path, body) {
      calls.push({ path, body: JSON.parse(body) });
      const answer = planned.length > 1 ? planned.shift() : planned[0];
      if (!answer || answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { provider, clock, calls, answers: (...next) => void (planned = next) };
}
