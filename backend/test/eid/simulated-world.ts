import { expect } from 'vitest';
import { bankIdInProcess } from '../../src/eid/bankid/simulator/bankid-in-process.ts';
import type { BankIdInProcess } from '../../src/eid/bankid/simulator/bankid-in-process.ts';
import type { AppAct, Simulation } from '../../src/eid/simulated/simulated-app.ts';
import { testClock } from '../test-app.ts';
import type { TestClock } from '../test-app.ts';

const launchUrl = 'https://kommun.test/telefon/';

/** A simulated e-ID on the test's own clock. */
export function simulatedEid(clock: TestClock = testClock(), id = 'mobile-eid', wait?: (milliseconds: number) => Promise<void>): BankIdInProcess {
  return bankIdInProcess({ id, clock, relyingParty: 'Provköping', launchUrl, ...(wait && { wait }) });
}

/** The citizen's phone: takes one order and then acts on it. */
export interface Phone {
  take(content: string | undefined): Promise<void>;
  does(act: AppAct): void;
}

export function phoneOf(eid: Pick<Simulation, 'app'>): Phone {
  let transaction = '';
  return {
    async take(content = '') {
      const scanned = await eid.app.scan(content);
      if (!scanned.ok) throw new Error(scanned.code);
      transaction = scanned.value.transaction;
    },
    does(act) {
      expect(eid.app.act(transaction, act)).toMatchObject({ ok: true });
    },
  };
}
