import type { Errand } from '../../eid/errand.ts';

/** The end of the address that an app is told to come back to from a test. */
export const testMark = '#kommun-test';

/** An order that becomes nothing: that it was completed is the whole answer, and nobody is asked who completed it. */
export function testErrand(onPassed: () => void): Errand {
  return {
    mark: testMark,
    start: (connection, { provider, device }, returnTo) =>
      connection.call((backend) => backend.startEidOrder({ purpose: 'test', provider, device, ...(returnTo !== undefined && { returnTo }) })),
    async finish() {
      onPassed();
      return { ok: true, value: undefined };
    },
  };
}
