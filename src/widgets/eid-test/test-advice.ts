import type { EidOrder } from '../../contract/eid-order.ts';
import { advised } from '../../eid/failure.view.ts';

/** Here nothing is wrong with the e-ID itself, as far as anybody can tell. */
const notItsFault = new Set(['eid-cancelled', 'eid-timed-out', 'eid-in-progress']);

/** What to do about a test that failed: the issuer answers for the e-ID. To test it is no advice to somebody who just did. */
export function testAdvice(order: EidOrder): readonly string[] {
  const { failure, device } = order;
  const unscanned = failure?.code === 'eid-not-found' && device !== 'same';
  const first = unscanned || notItsFault.has(failure?.code ?? '') ? ['tryAgain', 'contactIssuer'] : ['contactIssuer', 'tryAgain'];
  return [...first, ...advised(order)].filter((advice) => advice !== 'testEid');
}
