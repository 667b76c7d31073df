import ky, { type KyInstance, type Options } from 'ky';
import {
  caseCountsSchema,
  caseMessageSchema,
  casePageSchema,
  caseSchema,
  idempotencyHeader,
  replyDraftSchema,
  type Case,
  type CaseCounts,
  type CaseMessage,
  type CasePage,
  type CaseQuery,
  type Reply,
  type ReplyDraft,
  type ReplyDraftRequest,
} from '../contract/case.ts';
import { clientHeader, paths } from '../contract/paths.ts';
import type { Answer } from './portal-backend.ts';
import { noAnswer, problemOf } from './problem-of.ts';
import { sendFile, type FileOnItsWay, type SendingFile } from './send-file.ts';

/** Everything that the widgets ask of the cases. No call throws, save by its own abort signal. */
export interface CaseBackend {
  cases(query: CaseQuery, signal?: AbortSignal): Promise<Answer<CasePage>>;
  caseCounts(signal?: AbortSignal): Promise<Answer<CaseCounts>>;
  oneCase(id: string, signal?: AbortSignal): Promise<Answer<Case>>;
  /** Everything up to the instant `upTo` is seen; `null` makes the case unread. */
  markRead(id: string, upTo: string | null): Promise<Answer<null>>;
  /** Safe to send again with the same `key` when the answer was lost. */
  sendReply(id: string, reply: Reply, key: string): Promise<Answer<CaseMessage>>;
  draft(id: string, signal?: AbortSignal): Promise<Answer<ReplyDraft>>;
  /** `leaving` sends it so that it survives the page's own end. */
  saveDraft(id: string, draft: ReplyDraftRequest, options?: { leaving?: boolean }): Promise<Answer<ReplyDraft>>;
  discardDraft(id: string): Promise<Answer<null>>;
  /** Starts sending `file`; what becomes of it is told to `onChange`, never thrown. */
  sendFile(file: File, onChange: (file: FileOnItsWay) => void): SendingFile;
}

/** From the call until its answer begins. */
const patience = 10_000;

/** Lines fail; a question is asked once more, and what changes anything never is. */
const onceMore = { limit: 1, methods: ['get'], statusCodes: [] } satisfies Options['retry'];

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** A municipality's cases over HTTP. `api` is the backend's address, ending in a slash. */
export class HttpCaseBackend implements CaseBackend {
  readonly #api: URL;
  readonly #http: KyInstance;

  constructor(api: URL) {
    this.#api = api;
    this.#http = ky.create({ prefixUrl: api, credentials: 'include', cache: 'no-store', timeout: patience, throwHttpErrors: false, retry: onceMore });
  }

  cases(query: CaseQuery, signal?: AbortSignal) {
    return this.#ask(casePageSchema, paths.cases, { searchParams: searchOf(query) }, signal);
  }

  caseCounts(signal?: AbortSignal) {
    return this.#ask(caseCountsSchema, paths.caseCounts, {}, signal);
  }

  oneCase(id: string, signal?: AbortSignal) {
    return this.#ask(caseSchema, paths.case(id), {}, signal);
  }

  markRead(id: string, upTo: string | null) {
    return this.#change(nothing, 'put', paths.caseRead(id), { json: { upTo } });
  }

  sendReply(id: string, json: Reply, key: string) {
    return this.#change(caseMessageSchema, 'post', paths.caseMessages(id), { json, headers: { [idempotencyHeader]: key } });
  }

  draft(id: string, signal?: AbortSignal) {
    return this.#ask(replyDraftSchema, paths.caseDraft(id), {}, signal);
  }

  saveDraft(id: string, json: ReplyDraftRequest, { leaving = false }: { leaving?: boolean } = {}) {
    return this.#change(replyDraftSchema, 'put', paths.caseDraft(id), { json, keepalive: leaving });
  }

  discardDraft(id: string) {
    return this.#change(nothing, 'delete', paths.caseDraft(id), {});
  }

  sendFile(file: File, onChange: (file: FileOnItsWay) => void) {
    return sendFile(new URL(paths.uploads, this.#api), file, onChange);
  }

  #change<T>(schema: Schema<T>, method: string, path: string, { headers, ...options }: Options): Promise<Answer<T>> {
    return this.#ask(schema, path, { ...options, method, headers: { [clientHeader.name]: clientHeader.value, ...headers } });
  }

  async #ask<T>(schema: Schema<T>, path: string, options: Options, signal?: AbortSignal): Promise<Answer<T>> {
    try {
      signal?.throwIfAborted();
      const response = await this.#http(path, { ...options, ...(signal && { signal }) });
      const body = readable(await response.text());
      if (!response.ok) return { ok: false, problem: problemOf(response, body) };
      const read = schema.safeParse(body);
      if (read.success) return { ok: true, value: read.data };
      return { ok: false, problem: { code: 'unreadable-answer', status: response.status } };
    } catch (error) {
      signal?.throwIfAborted();
      return { ok: false, problem: error instanceof Error && error.name === 'TimeoutError' ? { code: 'timed-out' } : noAnswer() };
    }
  }
}

/** For calls whose success has no content. */
const nothing: Schema<null> = { safeParse: () => ({ success: true, data: null }) };

/** A status several times, everything else once, and nothing that is not asked for. */
function searchOf(query: CaseQuery): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => {
    const values = value === undefined || value === '' || value === false ? [] : [value].flat();
    return values.map((one): [string, string] => [name, String(one)]);
  });
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
