import { eidOrderSchema, type EidOrderRequest } from '../contract/eid-order.ts';
import { portalPaths as paths } from '../contract/portal.paths.ts';
import { portalConfigSchema } from '../contract/portal-config.ts';
import { activeSessionSchema, loggedOutSchema, sessionSchema, type SessionRequest } from '../contract/session.ts';
import { HttpCalls, nothing } from './http-calls.ts';
import type { PortalBackend } from './portal-backend.ts';

/** What every widget asks a municipality's backend, over HTTP. `api` is its address, ending in a slash. */
export class HttpBackend implements PortalBackend {
  readonly #calls: HttpCalls;

  constructor(api: URL) {
    this.#calls = new HttpCalls(api);
  }

  /** The same for everybody, so that browsers may keep it as long as the backend says. */
  config(signal?: AbortSignal) {
    return this.#calls.ask(portalConfigSchema, paths.config, { cache: 'default' }, signal);
  }

  session(signal?: AbortSignal) {
    return this.#calls.ask(sessionSchema, paths.session, {}, signal);
  }

  startSession(json: SessionRequest, signal?: AbortSignal) {
    return this.#calls.change(activeSessionSchema, 'post', paths.session, { json }, signal);
  }

  extendSession(signal?: AbortSignal) {
    return this.#calls.change(activeSessionSchema, 'post', paths.sessionExtension, {}, signal);
  }

  endSession(signal?: AbortSignal) {
    return this.#calls.change(loggedOutSchema, 'delete', paths.session, {}, signal);
  }

  startEidOrder(json: EidOrderRequest, signal?: AbortSignal) {
    return this.#calls.change(eidOrderSchema, 'post', paths.eidOrders, { json }, signal);
  }

  /** Not asked twice: whoever follows an order asks again anyway, and says meanwhile that the line is broken. */
  eidOrder(id: string, signal?: AbortSignal) {
    return this.#calls.ask(eidOrderSchema, paths.eidOrder(id), { retry: 0 }, signal);
  }

  cancelEidOrder(id: string, { leaving = false }: { leaving?: boolean } = {}) {
    return this.#calls.change(nothing, 'delete', paths.eidOrder(id), { keepalive: leaving });
  }
}
