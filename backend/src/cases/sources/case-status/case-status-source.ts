import { CaseSourceError } from '../../case-source.ts';
import type { CasePerson, CaseSource, SourceCase, SourceCaseDetail, SourceDocument } from '../../case-source.ts';
import { documentOf } from '../file-name.ts';
import type { CaseStatusApi } from './case-status-api.ts';
import { rowId, sourceCaseOf, timesOf, wordsOf } from './case-row.ts';
import type { CaseRow, CaseRowWords } from './case-row.ts';

export interface CaseStatusOptions extends CaseRowWords {
  id: string;
  name: string;
}

const pdfId = 'pdf';

/** The cases that Sundsvall's case-status gathers from a municipality's handling systems. It tells where they stand, and no messages. */
export class CaseStatusSource implements CaseSource {
  readonly id: string;
  readonly name: string;
  readonly #words: CaseRowWords;
  readonly #api: CaseStatusApi;

  constructor({ id, name, ...words }: CaseStatusOptions, api: CaseStatusApi) {
    this.id = id;
    this.name = name;
    this.#words = words;
    this.#api = api;
  }

  async list(person: CasePerson, signal?: AbortSignal): Promise<SourceCase[]> {
    const rows = await this.#rowsOf(person, signal);
    return rows.map((row) => sourceCaseOf(row, this.#words));
  }

  async find(person: CasePerson, id: string, signal?: AbortSignal): Promise<SourceCaseDetail | undefined> {
    const row = await this.#rowOf(person, id, signal);
    if (!row) return undefined;
    return {
      ...sourceCaseOf(row, this.#words),
      summary: undefined,
      steps: [],
      timeline: timelineOf(row),
      decision: undefined,
      documents: pdfOf(row),
      messages: [],
      reply: { allowed: false },
      handler: undefined,
      relatedIds: [],
    };
  }

  async document(person: CasePerson, caseId: string, documentId: string, signal?: AbortSignal) {
    const row = documentId === pdfId ? await this.#rowOf(person, caseId, signal) : undefined;
    const [document] = row ? pdfOf(row) : [];
    if (!row?.externalCaseId || !document) return undefined;
    const body = await this.#api.pdf(row.externalCaseId, signal);
    if (!body) return undefined;
    if (String.fromCharCode(...body.subarray(0, 5)) !== '%PDF-') throw new CaseSourceError('unreadable');
    return { body, document: { ...document, size: body.byteLength } };
  }

  async #rowsOf({ idNumber }: CasePerson, signal: AbortSignal | undefined): Promise<CaseRow[]> {
    const partyId = await this.#api.partyId(idNumber, signal);
    return partyId === undefined ? [] : newestOfEach(await this.#api.cases(partyId, signal));
  }

  /** The PDF is to be had by anybody's number, so the case must be among the person's before it is asked for. */
  async #rowOf(person: CasePerson, id: string, signal: AbortSignal | undefined): Promise<CaseRow | undefined> {
    return (await this.#rowsOf(person, signal)).find((row) => rowId(row) === id);
  }
}

/** The service at times gives a case twice; what was said last of it counts. */
function newestOfEach(rows: readonly CaseRow[]): CaseRow[] {
  const byId = new Map<string, CaseRow>();
  for (const row of rows) {
    const other = byId.get(rowId(row));
    if (!other || (timesOf(row).changed ?? 0) > (timesOf(other).changed ?? 0)) byId.set(rowId(row), row);
  }
  return [...byId.values()];
}

function timelineOf(row: CaseRow): SourceCaseDetail['timeline'] {
  const { submitted, changed } = timesOf(row);
  const words = wordsOf(row);
  const isLater = changed && changed.getTime() !== submitted?.getTime();
  return [
    ...(submitted ? [{ id: 'submitted', at: submitted, text: 'Ärendet skickades in' }] : []),
    ...(isLater && words ? [{ id: `status-${changed.getTime()}`, at: changed, text: words }] : []),
  ];
}

/** The service prints only what came from an e-service, and that by the e-service's number. */
function pdfOf(row: CaseRow): SourceDocument[] {
  const { submitted } = timesOf(row);
  if (!row.externalCaseId || !submitted) return [];
  const fileName = `arende-${row.errandNumber ?? row.externalCaseId}.pdf`;
  return [{ ...documentOf({ id: pdfId, fileName, size: undefined, at: submitted, origin: 'system' }), title: 'Det som skickades in' }];
}
