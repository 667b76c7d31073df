import ky, { type KyInstance, type Options } from 'ky';
import { clientHeader } from '../contract/portal.paths.ts';
import type { Answer } from './portal-backend.ts';
import { noAnswer, problemOf } from './problem-of.ts';

/** From the call until the last byte of its answer, a second try included. */
const patience = 10_000;

/** Lines fail; a question is asked once more, and what changes anything never is. */
const onceMore = { limit: 1, methods: ['get'], statusCodes: [] } satisfies Options['retry'];

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** Calls to a municipality's backend. Most are about the person who is logged in, so that nothing of them is kept. None throws, save by its own abort signal. */
export class HttpCalls {
  readonly #http: KyInstance;

  /** `api` is the backend's address, ending in a slash. */
  constructor(api: URL) {
    this.#http = ky.create({ prefixUrl: api, credentials: 'include', cache: 'no-store', timeout: false, throwHttpErrors: false, retry: onceMore });
  }

  /** Asks for what lies at `path`; an answer of another shape than `schema` is a problem. */
  async ask<T>(schema: Schema<T>, path: string, options: Options = {}, signal?: AbortSignal): Promise<Answer<T>> {
    // The library's own time limit ends where the body begins, so this one covers the whole call.
    const stop = new AbortController();
    const abort = () => stop.abort();
    const timer = setTimeout(abort, patience);
    signal?.addEventListener('abort', abort, { signal: stop.signal });
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
      abort();
    }
  }

  /** Changes what lies at `path`. */
  change<T>(schema: Schema<T>, method: string, path: string, { headers, ...options }: Options = {}, signal?: AbortSignal): Promise<Answer<T>> {
    return this.ask(schema, path, { ...options, method, headers: { [clientHeader.name]: clientHeader.value, ...headers } }, signal);
  }
}

/** For calls whose success has no content. */
export const nothing: Schema<null> = { safeParse: () => ({ success: true, data: null }) };

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
