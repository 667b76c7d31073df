import type { EidIdentity } from '../eid/eid-provider.ts';

/** What came of asking for a completed login order, so as to make a session of it. */
export type LoginClaim =
  | {
      ok: true;
      identity: EidIdentity;
      /** Token hash of the session that the order became before, whose answer was lost on the way. */
      previousSession: string | undefined;
      /** Notes the session that the order becomes now; answers false when another call was first. */
      remember(sessionTokenHash: string): Promise<boolean>;
    }
  | { ok: false; code: 'order-not-found' | 'order-not-complete' };
