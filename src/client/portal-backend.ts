import type { EidOrder, EidOrderRequest } from '../contract/eid-order.ts';
import type { PortalConfig } from '../contract/portal-config.ts';
import type { Problem } from '../contract/problem.ts';
import type { ActiveSession, LoggedOut, Session, SessionRequest } from '../contract/session.ts';

/** What a call came to. No call of a `PortalBackend` throws, save by its own abort signal. */
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Everything that the widgets ask of a municipality's backend. */
export interface PortalBackend {
  config(signal?: AbortSignal): Promise<Answer<PortalConfig>>;
  session(signal?: AbortSignal): Promise<Answer<Session>>;
  startSession(request: SessionRequest, signal?: AbortSignal): Promise<Answer<ActiveSession>>;
  extendSession(signal?: AbortSignal): Promise<Answer<ActiveSession>>;
  endSession(signal?: AbortSignal): Promise<Answer<LoggedOut>>;
  startEidOrder(request: EidOrderRequest, signal?: AbortSignal): Promise<Answer<EidOrder>>;
  eidOrder(id: string, signal?: AbortSignal): Promise<Answer<EidOrder>>;
  /** `leaving` sends it so that it survives the page's own end. */
  cancelEidOrder(id: string, options?: { leaving?: boolean }): Promise<Answer<null>>;
}
