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
import { casePaths as paths } from '../contract/case.paths.ts';
import { HttpCalls, nothing } from './http-calls.ts';
import type { Answer } from './portal-backend.ts';
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
  /** Throws away a file that no tab is sending. */
  discardUpload(id: string): Promise<Answer<null>>;
  /** Starts sending `file`; what becomes of it is told to `onChange`, never thrown. */
  sendFile(file: File, onChange: (file: FileOnItsWay) => void): SendingFile;
}

/** A municipality's cases over HTTP. `api` is the backend's address, ending in a slash. */
export class HttpCaseBackend implements CaseBackend {
  readonly #api: URL;
  readonly #calls: HttpCalls;

  constructor(api: URL) {
    this.#api = api;
    this.#calls = new HttpCalls(api);
  }

  cases(query: CaseQuery, signal?: AbortSignal) {
    return this.#calls.ask(casePageSchema, paths.cases, { searchParams: searchOf(query) }, signal);
  }

  caseCounts(signal?: AbortSignal) {
    return this.#calls.ask(caseCountsSchema, paths.caseCounts, {}, signal);
  }

  oneCase(id: string, signal?: AbortSignal) {
    return this.#calls.ask(caseSchema, paths.case(id), {}, signal);
  }

  markRead(id: string, upTo: string | null) {
    return this.#calls.change(nothing, 'put', paths.caseRead(id), { json: { upTo } });
  }

  sendReply(id: string, json: Reply, key: string) {
    return this.#calls.change(caseMessageSchema, 'post', paths.caseMessages(id), { json, headers: { [idempotencyHeader]: key } });
  }

  draft(id: string, signal?: AbortSignal) {
    return this.#calls.ask(replyDraftSchema, paths.caseDraft(id), {}, signal);
  }

  saveDraft(id: string, json: ReplyDraftRequest, { leaving = false }: { leaving?: boolean } = {}) {
    return this.#calls.change(replyDraftSchema, 'put', paths.caseDraft(id), { json, keepalive: leaving });
  }

  discardUpload(id: string) {
    return this.#calls.change(nothing, 'delete', paths.upload(id), { headers: { 'Tus-Resumable': '1.0.0' } });
  }

  sendFile(file: File, onChange: (file: FileOnItsWay) => void) {
    return sendFile(new URL(paths.uploads, this.#api), file, onChange);
  }
}

/** A status several times, everything else once, and nothing that is not asked for. */
function searchOf(query: CaseQuery): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => {
    const values = value === undefined || value === '' || value === false ? [] : [value].flat();
    return values.map((one): [string, string] => [name, String(one)]);
  });
}
