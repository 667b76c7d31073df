import type { Clock } from '../clock.ts';
import { wordLimit } from '../registers/register-word.ts';
import type { Random } from '../secrets/random.ts';
import type { SigningStore } from '../signing/signing-store.ts';
import { timedId } from './case-id.ts';
import type { CasePerson, CaseSource, SourceCase, SourceDocument, SourceMessage } from './case-source.ts';
import type { CasePart, CaseRow, CaseStore, StoredCase, StoredDocument, StoredMessage } from './case-store.ts';
import { withoutPeople } from './without-people.ts';

interface Needs {
  store: { cases: CaseStore; signing: Pick<SigningStore, 'uncheckedOf'> };
  clock: Clock;
  random: Random;
  /** The municipality's name, which citizens read when its own cases cannot be shown. */
  name: string;
}

/** The id of the municipality's own store among the sources. */
export const ownSource = 'own';
/** For how long a process remembers a list, in milliseconds: so late it may see what another process has done. */
export const ownFreshness = 5000;
const pageSize = 1000;

/** The municipality's own cases as a source. Everything but the list goes by `partOf`. */
export function createOwnCases({ store: { cases, signing }, clock, random, name }: Needs): CaseSource {
  /** The person's part in the case; without one, the case does not exist for them. */
  const partOf = (person: CasePerson, caseId: string): Promise<CasePart | undefined> => cases.part(caseId, person.key);

  /** How this person may see a case now: without anybody in it, where the registers have not been heard about them for too long. */
  async function shownTo({ key }: CasePerson): Promise<(one: StoredCase) => StoredCase> {
    const unsure = new Set((await signing.uncheckedOf(key, wordLimit(clock.now()))).map(({ caseId }) => caseId));
    return (one) => (unsure.has(one.id) ? withoutPeople(one) : one);
  }

  return {
    id: ownSource,
    name,
    freshFor: ownFreshness,
    async list(person) {
      const all: SourceCase[] = [];
      const shown = await shownTo(person);
      for (let before: string | undefined; ; ) {
        const rows = await cases.pageOf(person.key, pageSize, before);
        all.push(...rows.map((row) => caseFrom({ ...row, case: shown(row.case) })));
        before = rows.at(-1)?.case.id;
        if (rows.length < pageSize) return all;
      }
    },
    async find(person, id) {
      const part = await partOf(person, id);
      const dossier = part && (await cases.find(id));
      if (!part || !dossier) return undefined;
      const { events, messages, documents } = dossier;
      const one = (await shownTo(person))(dossier.case);
      const last = events.at(-1);
      const news = [...events, ...messages].filter(({ by }) => by !== person.key).map(({ at }) => at);
      const lastEvent = last && { at: last.at, text: last.text };
      return {
        ...caseFrom({ case: one, part, lastEvent, news: news.sort((a, b) => a.getTime() - b.getTime()) }),
        summary: one.summary,
        steps: one.steps,
        timeline: events.map((event) => ({ id: event.id, at: event.at, text: event.text })),
        decision: one.decision,
        documents: documents.map((document) => documentFor(document, person)),
        messages: messages.map((message) => messageFor(message, person)),
        reply: one.reply,
        handler: one.handler,
        relatedIds: one.relatedIds,
      };
    },
    async document(person, caseId, documentId) {
      if (!(await partOf(person, caseId))) return undefined;
      const document = (await cases.find(caseId))?.documents.find(({ id }) => id === documentId);
      const body = document && (await cases.bytesOf(caseId, documentId));
      return document && body && { document: documentFor(document, person), body };
    },
    async reply(person, caseId, { text, files }) {
      if (!(await partOf(person, caseId))) throw new RangeError('a reply to a case that the person has no part in');
      const at = clock.now();
      // Made at the same moment: sorted, they keep the order in which the files were chosen.
      const ids = files.map(() => timedId(at, random)).sort();
      const documents = files.map(({ fileName, mediaType, bytes }, index) => ({
        id: ids[index] ?? timedId(at, random),
        at,
        by: person.key,
        origin: 'system' as const,
        title: fileName,
        fileName,
        mediaType,
        size: bytes.length,
        expiresAt: undefined,
        bytes,
      }));
      const message: StoredMessage = {
        id: timedId(at, random),
        at,
        by: person.key,
        senderName: undefined,
        text,
        documentIds: ids,
        readAt: undefined,
      };
      await cases.append(caseId, { messages: [message], documents }, at);
      return messageFor(message, person);
    },
  };
}

function caseFrom({ case: one, part, lastEvent, news }: CaseRow): SourceCase {
  return {
    id: one.id,
    title: one.title,
    service: one.service,
    references: one.references,
    externalIds: one.externalIds,
    concerns: one.child ? { kind: 'child', ...one.child } : { kind: part.role === 'applicant' ? 'me' : 'unknown' },
    status: one.status,
    sourceStatus: one.sourceStatus,
    lastEvent,
    updatedAt: one.updatedAt,
    dueAt: one.dueAt,
    nextAction: part.nextAction,
    signing: one.signing,
    myRole: part.role,
    ...(one.requiresLoa !== undefined && { requiresLoa: one.requiresLoa }),
    news,
  };
}

const documentFor = ({ by, origin, ...document }: StoredDocument, person: CasePerson): SourceDocument => ({
  ...document,
  origin: by === undefined ? origin : by === person.key ? 'you' : 'guardian',
});

const messageFor = ({ by, senderName, readAt, ...message }: StoredMessage, person: CasePerson): SourceMessage => ({
  ...message,
  from: by === undefined ? 'municipality' : by === person.key ? 'you' : 'guardian',
  // Only who writes for the municipality is named.
  senderName: by === undefined ? senderName : undefined,
  readAt: by === undefined ? undefined : (readAt ?? null),
});
