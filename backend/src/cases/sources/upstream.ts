import type { Log } from '../../log.ts';
import { CaseSourceError } from '../case-source.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface UpstreamQuestion {
  method?: 'GET' | 'POST';
  /** With `{name}` where a value goes: the only form of the address that is ever logged. */
  path: string;
  values?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  /** Statuses besides success that the asker deals with itself. */
  handles?: readonly number[];
}

export interface UpstreamAnswer {
  status: number;
  /** Small letters, without parameters. */
  mediaType: string;
  charset: string | undefined;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface UpstreamOptions {
  /** Id of the source, for the log. */
  source: string;
  base: string;
  fetch: Fetch;
  log: Log;
  /** The most bytes that an answer may have. */
  cap?: number;
}

const defaultCap = 32 * 1024 * 1024;

/** The one door to a system's HTTP interface. It follows no redirects, reads no more than it was told to, and neither its errors nor its log lines hold an address. */
export class Upstream {
  readonly #options: Required<UpstreamOptions>;

  constructor(options: UpstreamOptions) {
    this.#options = { cap: defaultCap, ...options };
  }

  /** @throws CaseSourceError, or the reason of `signal` */
  async ask(question: UpstreamQuestion, signal: AbortSignal | undefined): Promise<UpstreamAnswer> {
    const { method = 'GET', headers = {}, body, handles = [] } = question;
    const address = this.#addressOf(question);
    try {
      const response = await this.#options.fetch(address, {
        method,
        headers,
        redirect: 'manual',
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      });
      if (!response.ok && !handles.includes(response.status)) {
        await response.body?.cancel();
        throw this.#noted(question, new CaseSourceError(failureOf(response.status)), response.status);
      }
      return { status: response.status, ...contentTypeOf(response), bytes: await this.#bytesOf(response, question, signal) };
    } catch (failure) {
      signal?.throwIfAborted();
      if (failure instanceof CaseSourceError) throw failure;
      // What fetch throws names the address, so nothing of it goes on but a code such as ECONNREFUSED.
      throw this.#noted(question, new CaseSourceError('unavailable'), undefined, networkCodeOf(failure));
    }
  }

  #addressOf({ path, values = {}, query = {} }: UpstreamQuestion): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => pathSegment(values[name]));
    const search = new URLSearchParams(query).toString();
    return this.#options.base.replace(/\/$/, '') + filled + (search && `?${search}`);
  }

  async #bytesOf(response: Response, question: UpstreamQuestion, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
    const tooMuch = () => this.#noted(question, new CaseSourceError('unreadable'), response.status);
    const reader = response.body?.getReader();
    if (!reader) return new Uint8Array();
    const stop = () => void reader.cancel().catch(() => undefined);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const chunks: Uint8Array[] = [];
      let size = Number(response.headers.get('Content-Length') ?? 0) > this.#options.cap ? Infinity : 0;
      for (let part = await reader.read(); !part.done && size <= this.#options.cap; part = await reader.read()) {
        chunks.push(part.value);
        size += part.value.byteLength;
      }
      if (size > this.#options.cap) throw tooMuch();
      return joined(chunks, size);
    } finally {
      signal?.removeEventListener('abort', stop);
      stop();
    }
  }

  #noted(question: UpstreamQuestion, failure: CaseSourceError, status: number | undefined, network?: string): CaseSourceError {
    const request = `${question.method ?? 'GET'} ${question.path}`;
    this.#options.log.warn('upstream-failed', { source: this.#options.source, request, status, code: failure.code, network });
    return failure;
  }
}

function failureOf(status: number): CaseSourceError['code'] {
  if (status >= 500 || status === 429 || status === 408) return 'unavailable';
  // A redirect leads to somebody else's page, such as a login.
  return status >= 400 ? 'rejected' : 'unreadable';
}

function networkCodeOf(failure: unknown): string | undefined {
  const cause = failure instanceof Error ? failure.cause : undefined;
  const code = cause instanceof Object && 'code' in cause ? String(cause.code) : '';
  return /^[A-Z_]{3,40}$/.test(code) ? code : undefined;
}

/** A value as one step of a path. @throws CaseSourceError when it would be read as a way through the tree */
function pathSegment(value: string | undefined): string {
  if (!value || /^\.{1,2}$/.test(value)) throw new CaseSourceError('unreadable');
  return encodeURIComponent(value);
}

function contentTypeOf(response: Response): { mediaType: string; charset: string | undefined } {
  const [mediaType = '', ...parameters] = (response.headers.get('Content-Type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)/.exec(parameter)?.[1]).find(Boolean);
  return { mediaType: mediaType.trim(), charset };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
