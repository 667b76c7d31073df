import { z } from '../../../../../src/contract/schema.ts';
import { CaseSourceError } from '../../case-source.ts';
import type { Upstream, UpstreamAnswer, UpstreamQuestion } from '../upstream.ts';
import type { AccessToken } from './access-token.ts';
import { caseRowsSchema } from './case-row.ts';
import type { CaseRow } from './case-row.ts';
import { jsonOf } from './json.ts';

const pdfSchema = z.object({ base64: z.string() });
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const unauthorized = 401;
const notFound = 404;

/** The interfaces of the party register and of case-status, with a token renewed once when it is refused. */
export class CaseStatusApi {
  readonly #upstreams: { party: Upstream; status: Upstream };
  readonly #token: AccessToken;
  readonly #municipalityId: string;

  constructor(upstreams: { party: Upstream; status: Upstream }, token: AccessToken, municipalityId: string) {
    this.#upstreams = upstreams;
    this.#token = token;
    this.#municipalityId = municipalityId;
  }

  /** The register's own id of the person; `undefined` for somebody whom it does not know. */
  async partyId(idNumber: string, signal: AbortSignal | undefined): Promise<string | undefined> {
    const path = '/{municipalityId}/PRIVATE/{idNumber}/partyId';
    const answer = await this.#ask(this.#upstreams.party, { path, values: { idNumber }, handles: [notFound] }, signal);
    if (answer.status === notFound) return noneUnlessGateway(answer);
    const id = new TextDecoder().decode(answer.bytes).trim().replace(/^"|"$/g, '');
    if (!uuid.test(id)) throw new CaseSourceError('unreadable');
    return id;
  }

  async cases(partyId: string, signal: AbortSignal | undefined): Promise<CaseRow[]> {
    const path = '/{municipalityId}/party/{partyId}/statuses';
    const answer = await this.#ask(this.#upstreams.status, { path, values: { partyId }, query: { includeDrafts: 'true' } }, signal);
    return jsonOf(answer, caseRowsSchema);
  }

  /** The case's PDF, where there is one. */
  async pdf(externalCaseId: string, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    const path = '/{municipalityId}/{externalCaseId}/pdf';
    const answer = await this.#ask(this.#upstreams.status, { path, values: { externalCaseId }, handles: [notFound] }, signal);
    if (answer.status === notFound) return noneUnlessGateway(answer);
    return bytesOf(jsonOf(answer, pdfSchema).base64);
  }

  async #ask(upstream: Upstream, question: UpstreamQuestion, signal: AbortSignal | undefined): Promise<UpstreamAnswer> {
    const values = { municipalityId: this.#municipalityId, ...question.values };
    for (let isFirst = true; ; isFirst = false) {
      const token = await this.#token.get();
      const handles = [...(question.handles ?? []), ...(isFirst ? [unauthorized] : [])];
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await upstream.ask({ ...question, values, headers, handles }, signal);
      if (answer.status !== unauthorized) return answer;
      this.#token.refused(token);
    }
  }
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new CaseSourceError('unreadable');
  }
}

/** "Not found" in the services' own form means none; in any other it is a gateway that was asked in the wrong place. */
function noneUnlessGateway({ mediaType }: UpstreamAnswer): undefined {
  if (mediaType !== 'application/problem+json') throw new CaseSourceError('rejected');
  return undefined;
}
