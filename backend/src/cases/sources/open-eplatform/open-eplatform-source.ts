import type { Clock } from '../../../clock.ts';
import { CaseSourceError } from '../../case-source.ts';
import type { CasePerson, CaseSource, SourceCase, SourceCaseDetail, SourceDocument } from '../../case-source.ts';
import { documentOf } from '../file-name.ts';
import { maskPersonalNumbers } from '../../personal-numbers.ts';
import { withinTime } from '../timer.ts';
import type { Timer } from '../timer.ts';
import type { UpstreamAnswer } from '../upstream.ts';
import { sourceCaseOf, takesMessages, timesOf } from './flow-instance.ts';
import type { FlowInstance, FoundIn, FoundInstance } from './flow-instance.ts';
import { FlowNames } from './flow-names.ts';
import { isAnyByCitizen, messagesOf } from './messages.ts';
import type { OwnUser } from './messages.ts';
import type { OpenEPlatformApi } from './open-eplatform-api.ts';
import { sendMessage } from './send-message.ts';

export interface OpenEPlatformOptions {
  id: string;
  name: string;
  /** Where a person deals with a case, with `{id}` for its number. */
  caseUrl: string | undefined;
  /** Whether the platform takes messages from citizens by its callback interface. */
  replies: boolean;
}

/** Names are worth waiting this long for, in milliseconds: less than a case is. */
const namesTimeLimit = 2_000;
const lists: readonly FoundIn[] = ['owned', 'waitingForSignature', 'drafts'];
const pdfId = 'pdf';

/** The cases of an Open ePlatform: the person's own, those that wait for the person's signature, and drafts. */
export class OpenEPlatformSource implements CaseSource {
  readonly id: string;
  readonly name: string;
  readonly reply?: NonNullable<CaseSource['reply']>;
  readonly #caseUrl: string | undefined;
  readonly #clock: Clock;
  readonly #api: OpenEPlatformApi;
  readonly #names: FlowNames;

  constructor(options: OpenEPlatformOptions, api: OpenEPlatformApi, { clock, timer }: { clock: Clock; timer: Timer }) {
    this.id = options.id;
    this.name = options.name;
    this.#caseUrl = options.caseUrl;
    this.#clock = clock;
    this.#api = api;
    this.#names = new FlowNames(clock, () => withinTime(timer, namesTimeLimit, undefined, (signal) => api.flows(signal)));
    if (options.replies) this.reply = (person, caseId, message) => this.#send(timer, person, caseId, message);
  }

  async list(person: CasePerson, signal?: AbortSignal): Promise<SourceCase[]> {
    const found = await this.#instancesOf(person, signal);
    return found.map((instance) => sourceCaseOf(instance, this.#caseUrl));
  }

  async find(person: CasePerson, id: string, signal?: AbortSignal): Promise<SourceCaseDetail | undefined> {
    const listed = await this.#instanceOf(person, id, signal);
    if (!listed) return undefined;
    const [found, { messages, documents }] = await Promise.all([this.#completed(listed, signal), this.#messagesIn(listed, signal)]);
    const summary = sourceCaseOf(found, this.#caseUrl);
    const fromOthers = messages.filter(({ from }) => from !== 'you').map(({ at }) => at);
    return {
      ...summary,
      news: [...summary.news, ...fromOthers].sort((one, other) => one.getTime() - other.getTime()),
      summary: descriptionOf(found),
      steps: [],
      timeline: timelineOf(found.row, summary.sourceStatus),
      decision: undefined,
      documents: [...pdfOf(found.row), ...documents],
      messages,
      reply: { allowed: this.reply !== undefined && takesMessages(found, this.#clock.now()) },
      handler: undefined,
      relatedIds: [],
    };
  }

  async document(person: CasePerson, caseId: string, documentId: string, signal?: AbortSignal) {
    const found = await this.#instanceOf(person, caseId, signal);
    if (!found) return undefined;
    if (documentId === pdfId) return withBytes(pdfOf(found.row)[0], await this.#api.pdf(caseId, signal));
    const document = (await this.#messagesIn(found, signal)).documents.find(({ id }) => id === documentId);
    return document && withBytes(document, await this.#api.attachment(documentId.replace(/^\D+/, ''), signal));
  }

  async #instancesOf({ idNumber }: CasePerson, signal: AbortSignal | undefined): Promise<FoundInstance[]> {
    const [names, ...answers] = await Promise.all([
      this.#names.all(),
      ...lists.map((list) => this.#api.instances(list, idNumber, signal)),
    ]);
    const found = new Map<string, { row: FlowInstance; lists: Set<FoundIn> }>();
    for (const [index, list] of lists.entries()) {
      for (const row of answers[index] ?? []) {
        const known = found.get(row.flowInstanceID);
        if (known) known.lists.add(list);
        else found.set(row.flowInstanceID, { row, lists: new Set([list]) });
      }
    }
    return [...found.values()].map((instance) => ({ ...instance, serviceName: names.get(instance.row.flowFamilyID ?? '') }));
  }

  /** The calls by a case's own number tell of anybody's case, so it must be among the person's before any is made. */
  async #instanceOf(person: CasePerson, id: string, signal: AbortSignal | undefined): Promise<FoundInstance | undefined> {
    const found = await this.#instancesOf(person, signal);
    return found.find(({ row }) => row.flowInstanceID === id);
  }

  /** With the status and the e-service's name asked for, where the list had none. */
  async #completed({ row, lists: inLists, serviceName }: FoundInstance, signal: AbortSignal | undefined): Promise<FoundInstance> {
    const id = row.flowInstanceID;
    const [Status, name] = await Promise.all([
      row.Status ?? this.#api.status(id, signal),
      serviceName ?? this.#api.header(id, signal).then((header) => header.serviceName),
    ]);
    return { row: { ...row, Status }, lists: inLists, serviceName: name };
  }

  async #messagesIn(found: FoundInstance, signal: AbortSignal | undefined) {
    const messages = await this.#api.messages(found.row.flowInstanceID, signal);
    return messagesOf(messages, isAnyByCitizen(messages) ? await this.#ownUser(found, signal) : undefined);
  }

  /** A case can be its two guardians' alike, and then nothing tells which of them asks. */
  async #ownUser({ row, lists: inLists }: FoundInstance, signal: AbortSignal | undefined): Promise<OwnUser> {
    if (inLists.has('waitingForSignature')) return undefined;
    const { owners } = await this.#api.header(row.flowInstanceID, signal);
    return owners.length > 1 ? undefined : (owners[0] ?? row.poster?.user.userID);
  }

  async #send(timer: Timer, person: CasePerson, caseId: string, { text, files }: Parameters<NonNullable<CaseSource['reply']>>[2]) {
    const listed = await this.#instanceOf(person, caseId, undefined);
    const found = listed && (await this.#completed(listed, undefined));
    if (!found || !takesMessages(found, this.#clock.now())) throw new CaseSourceError('refused');
    return sendMessage(this.#api, timer, { caseId, idNumber: person.idNumber, at: this.#clock.now(), text, files });
  }
}

/** What the owner calls the case; not for whoever else signs it. */
function descriptionOf({ row, lists: inLists }: FoundInstance): string | undefined {
  return inLists.has('waitingForSignature') ? undefined : row.userDescription && maskPersonalNumbers(row.userDescription);
}

function timelineOf(row: FlowInstance, sourceStatus: string): SourceCaseDetail['timeline'] {
  const { added, submitted, statusChanged } = timesOf(row);
  const isLater = statusChanged && statusChanged.getTime() !== (submitted ?? added)?.getTime();
  return [
    ...(added && added.getTime() !== submitted?.getTime() ? [{ id: 'begun', at: added, text: 'Ärendet påbörjades' }] : []),
    ...(submitted ? [{ id: 'submitted', at: submitted, text: 'Ärendet skickades in' }] : []),
    ...(isLater && sourceStatus ? [{ id: `status-${statusChanged.getTime()}`, at: statusChanged, text: sourceStatus }] : []),
  ];
}

/** What was sent in, as the platform prints it; there is nothing to print before that. */
function pdfOf(row: FlowInstance): SourceDocument[] {
  const { submitted } = timesOf(row);
  if (!submitted) return [];
  const fileName = `arende-${row.flowInstanceID}.pdf`;
  return [{ ...documentOf({ id: pdfId, fileName, size: undefined, at: submitted, origin: 'system' }), title: 'Det som skickades in' }];
}

function withBytes(document: SourceDocument | undefined, answer: UpstreamAnswer | undefined) {
  if (!document || !answer) return undefined;
  const isPdf = String.fromCharCode(...answer.bytes.subarray(0, 5)) === '%PDF-';
  // A page that says that something went wrong is not the document.
  if (document.mediaType === 'application/pdf' && !isPdf) throw new CaseSourceError('unreadable');
  return { body: answer.bytes, document: { ...document, size: answer.bytes.byteLength } };
}
