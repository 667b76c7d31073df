import { expect } from 'vitest';
import { SimulatedEid } from '../../src/eid/simulated/simulated-eid.ts';
import type { AppAct, Simulation } from '../../src/eid/simulated/simulated-app.ts';
import { testClock } from '../test-app.ts';
import type { TestClock } from '../test-app.ts';

export const launchUrl = 'https://kommun.test/telefon/';

/** A simulated e-ID on the test's own clock. */
export function simulatedEid(clock: TestClock = testClock(), id = 'mobile-eid'): SimulatedEid {
  return new SimulatedEid({ id, clock, relyingParty: 'Provköping', launchUrl });
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
