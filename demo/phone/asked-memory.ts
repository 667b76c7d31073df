import { appTransactionSchema } from '../../backend/src/eid/simulated/simulated-app.contract.ts';
import { z } from '../../src/contract/schema.ts';
import type { PhoneState } from './phone-state.ts';

const key = 'demo-phone-asked';
const askedSchema = z.object({ at: z.literal('asked'), request: appTransactionSchema, step: z.string() });

/** Keeps what the phone is being asked, and forgets it when that is over: a real app does not forget because a page is loaded again. */
export function keepAsked(state: PhoneState): void {
  try {
    if (state.at === 'asked') sessionStorage.setItem(key, JSON.stringify(state));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the phone begins anew.
  }
}

/** What the phone was being asked when its page was left. */
export function recallAsked(): Extract<PhoneState, { at: 'asked' }> | undefined {
  try {
    return askedSchema.parse(JSON.parse(sessionStorage.getItem(key) ?? '')) as Extract<PhoneState, { at: 'asked' }>;
  } catch {
    return undefined;
  }
}
