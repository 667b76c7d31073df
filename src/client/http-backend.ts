import ky, { type KyInstance, type Options } from 'ky';
import { eidOrderSchema, type EidOrderRequest } from '../contract/eid-order.ts';
import { clientHeader, paths } from '../contract/paths.ts';
import { portalConfigSchema } from '../contract/portal-config.ts';
import { activeSessionSchema, loggedOutSchema, sessionSchema, type SessionRequest } from '../contract/session.ts';
import type { Answer, PortalBackend } from './portal-backend.ts';
import { noAnswer, problemOf } from './problem-of.ts';

/** From the call until the last byte of its answer, a second try included. */
const patience = 10_000;

/** Lines fail; a question is asked once more, and what changes anything never is. */
const onceMore = { limit: 1, methods: ['get'] } satisfies Options['retry'];

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** A municipality's backend over HTTP. `api` is its address, ending in a slash. */
export class HttpBackend implements PortalBackend {
  readonly #http: KyInstance;

  constructor(api: URL) {
    this.#http = ky.create({ prefixUrl: api, credentials: 'include', timeout: false, throwHttpErrors: false, retry: onceMore });
  }

  config(signal?: AbortSignal) {
    return this.#ask(portalConfigSchema, paths.config, {}, signal);
  }

  session(signal?: AbortSignal) {
    return this.#ask(sessionSchema, paths.session, { cache: 'no-store' }, signal);
  }

  startSession(json: SessionRequest, signal?: AbortSignal) {
    return this.#change(activeSessionSchema, 'post', paths.session, { json }, signal);
  }

  extendSession(signal?: AbortSignal) {
    return this.#change(activeSessionSchema, 'post', paths.sessionExtension, {}, signal);
  }

  endSession(signal?: AbortSignal) {
    return this.#change(loggedOutSchema, 'delete', paths.session, {}, signal);
  }

  startEidOrder(json: EidOrderRequest, signal?: AbortSignal) {
    return this.#change(eidOrderSchema, 'post', paths.eidOrders, { json }, signal);
  }

  /** Not asked twice: whoever follows an order asks again anyway, and says meanwhile that the line is broken. */
  eidOrder(id: string, signal?: AbortSignal) {
    return this.#ask(eidOrderSchema, paths.eidOrder(id), { cache: 'no-store', retry: 0 }, signal);
  }

  cancelEidOrder(id: string, { leaving = false }: { leaving?: boolean } = {}) {
    return this.#change(nothing, 'delete', paths.eidOrder(id), { keepalive: leaving });
  }

  #change<T>(schema: Schema<T>, method: string, path: string, options: Options, signal?: AbortSignal): Promise<Answer<T>> {
    return this.#ask(schema, path, { ...options, method, headers: { [clientHeader.name]: clientHeader.value } }, signal);
  }

  async #ask<T>(schema: Schema<T>, path: string, options: Options, signal?: AbortSignal): Promise<Answer<T>> {
    // The library's own time limit ends where the body begins, so this one covers the whole call.
    const stop = new AbortController();
    const abort = () => stop.abort();
    const timer = setTimeout(abort, patience);
    signal?.addEventListener('abort', abort);
    try {
      signal?.throwIfAborted();
      const response = await this.#http(path, { ...options, signal: stop.signal });
      const body = readable(await response.text());
      if (!response.ok) return { ok: false, problem: problemOf(response, body) };
      const read = schema.safeParse(body);
      if (read.success) return { ok: true, value: read.data };
      return { ok: false, problem: { code: 'unreadable-answer', status: response.status } };
    } catch {
      signal?.throwIfAborted();
      return { ok: false, problem: stop.signal.aborted ? { code: 'timed-out' } : noAnswer() };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }
}

/** For calls whose success has no content. */
const nothing: Schema<null> = { safeParse: () => ({ success: true, data: null }) };

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
