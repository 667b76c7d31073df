import { jsonOf, valueOf } from './case-json.ts';
import type { CaseEntries, CasePart, CaseRow, CaseStore, NewCase, StoredCase } from './case-store.ts';
import type { CaseStores } from './case-stores.ts';
import type { OnceCall, OnceStore } from './once-store.ts';
import type { DraftStore, PersonCase, ReadMark, ReadMarkStore, StoredDraft } from './personal-store.ts';
import type { StoredUpload, UploadStore } from './upload-store.ts';

interface Tables {
  cases: Map<string, Kept>;
  /** Case ids by person, to find a person's cases among everybody's. */
  casesOf: Map<string, Set<string>>;
  marks: Map<string, Map<string, ReadMark>>;
  drafts: Map<string, StoredDraft>;
  uploads: Map<string, StoredUpload & { bytes: Uint8Array<ArrayBuffer> }>;
  once: Map<string, OnceCall & { answer: string | undefined }>;
}
interface Kept extends CaseEntries {
  case: StoredCase;
  parts: CasePart[];
}

export interface MemoryCaseStores extends CaseStores {
  cases: CaseStore & { remove(caseId: string): void };
  /** Everything in them as JSON, save what is large: files under way, and documents above 64 kB. */
  snapshot(): string;
  /** Replaces everything by what `snapshot` gave. */
  restore(json: string): void;
}

const emptyTables = (): Tables => ({
  cases: new Map(),
  casesOf: new Map(),
  marks: new Map(),
  drafts: new Map(),
  uploads: new Map(),
  once: new Map(),
});
const placeOf = ({ personKey, source, caseId }: PersonCase) => `${personKey} ${source} ${caseId}`;
const copyOf = <Value>(value: Value): Value => structuredClone(value);

/** The case stores in memory, as the store in memory holds them. */
export function memoryCaseStores(): MemoryCaseStores {
  const tables = emptyTables();

  function keep(added: NewCase): void {
    const { id } = added.case;
    const parts = added.parts.map((part) => ({ ...part, caseId: id }));
    tables.cases.set(id, { ...added, parts });
    for (const { personKey } of parts) tables.casesOf.set(personKey, (tables.casesOf.get(personKey) ?? new Set()).add(id));
  }

  return {
    cases: caseStore(tables, keep),
    readMarks: readMarkStore(tables),
    drafts: draftStore(tables),
    uploads: uploadStore(tables),
    once: onceStore(tables),
    snapshot: () =>
      jsonOf({
        cases: [...tables.cases.values()].map((kept) => ({ ...kept, documents: kept.documents.filter(({ size }) => size <= 65_536) })),
        marks: [...tables.marks.values()].flatMap((marks) => [...marks.values()]),
        drafts: [...tables.drafts],
        once: [...tables.once],
      }),
    restore(json) {
      const kept = valueOf<{ cases: Kept[]; marks: ReadMark[] } & Record<'drafts' | 'once', [string, never][]>>(json);
      Object.assign(tables, emptyTables());
      for (const one of kept.cases) keep(one);
      for (const mark of kept.marks) setMark(tables, mark);
      for (const name of ['drafts', 'once'] as const) for (const [key, row] of kept[name]) tables[name].set(key, row);
    },
  };
}

function caseStore(tables: Tables, keep: (added: NewCase) => void): MemoryCaseStores['cases'] {
  return {
    remove(caseId) {
      for (const { personKey } of tables.cases.get(caseId)?.parts ?? []) tables.casesOf.get(personKey)?.delete(caseId);
      tables.cases.delete(caseId);
    },
    async insert(cases) {
      for (const one of cases) keep(copyOf(one));
    },
    async update(changed, parts = []) {
      const kept = tables.cases.get(changed.id);
      if (!kept) return false;
      const others = kept.parts.filter(({ personKey }) => !parts.some((part) => part.personKey === personKey));
      keep({ ...kept, case: copyOf(changed), parts: [...others, ...copyOf(parts)] });
      return true;
    },
    async endPart(caseId, personKey) {
      const kept = tables.cases.get(caseId);
      if (kept) kept.parts = kept.parts.filter((part) => part.personKey !== personKey);
      tables.casesOf.get(personKey)?.delete(caseId);
    },
    async append(caseId, { events = [], messages = [], documents = [] }, updatedAt) {
      const kept = tables.cases.get(caseId);
      if (!kept) return;
      kept.events.push(...copyOf(events));
      kept.messages.push(...copyOf(messages));
      kept.documents.push(...copyOf(documents));
      kept.case.updatedAt = new Date(updatedAt);
    },
    async markRead(caseId, upTo, readAt) {
      const unread = tables.cases.get(caseId)?.messages.filter((message) => message.by !== undefined && !message.readAt && message.at <= upTo) ?? [];
      for (const message of unread) message.readAt = new Date(readAt);
    },
    async pageOf(personKey, limit, before) {
      const ids = [...(tables.casesOf.get(personKey) ?? [])].filter((id) => before === undefined || id < before);
      return ids.sort().reverse().slice(0, limit).flatMap((id) => rowOf(tables.cases.get(id), personKey));
    },
    part: async (caseId, personKey) => copyOf(tables.cases.get(caseId)?.parts.find((part) => part.personKey === personKey)),
    async find(caseId) {
      const kept = tables.cases.get(caseId);
      if (!kept) return undefined;
      const { events, messages } = entriesInOrder(kept);
      const documents = entriesInOrder(kept).documents.map(({ bytes: _, ...document }) => document);
      return copyOf({ case: kept.case, events, messages, documents });
    },
    bytesOf: async (caseId, documentId) => {
      const bytes = tables.cases.get(caseId)?.documents.find(({ id }) => id === documentId)?.bytes;
      return bytes && new Uint8Array(bytes);
    },
  };
}

const byTime = (a: { at: Date; id: string }, b: { at: Date; id: string }) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
const entriesInOrder = ({ events, messages, documents }: CaseEntries): CaseEntries => ({
  events: events.toSorted(byTime),
  messages: messages.toSorted(byTime),
  documents: documents.toSorted(byTime),
});

/** A list may hold thousands, so its rows are copied no deeper than they are used. */
function rowOf(kept: Kept | undefined, personKey: string): CaseRow[] {
  const part = kept?.parts.find((one) => one.personKey === personKey);
  if (!kept || !part) return [];
  const last = kept.events.toSorted(byTime).at(-1);
  const news = [...kept.events, ...kept.messages].filter(({ by }) => by !== personKey).toSorted(byTime);
  const lastEvent = last && { at: last.at, text: last.text };
  return [{ case: { ...kept.case }, part: { ...part }, lastEvent, news: news.map(({ at }) => at) }];
}

function setMark(tables: Tables, mark: ReadMark): void {
  const marks = tables.marks.get(mark.personKey) ?? new Map<string, ReadMark>();
  tables.marks.set(mark.personKey, marks.set(placeOf(mark), { ...mark }));
}

const readMarkStore = (tables: Tables): ReadMarkStore => ({
  find: async (place) => tables.marks.get(place.personKey)?.get(placeOf(place))?.readUpTo,
  of: async (personKey) => [...(tables.marks.get(personKey)?.values() ?? [])].map((mark) => ({ ...mark })),
  async set(marks) {
    for (const mark of marks) setMark(tables, mark);
  },
  clear: async (place) => void tables.marks.get(place.personKey)?.delete(placeOf(place)),
});

const draftStore = (tables: Tables): DraftStore => ({
  find: async (place) => copyOf(tables.drafts.get(placeOf(place))),
  save: async (draft) => void tables.drafts.set(placeOf(draft), copyOf(draft)),
  delete: async (place) => void tables.drafts.delete(placeOf(place)),
  deleteSavedBefore: async (instant) => deleteWhere(tables.drafts, ({ savedAt }) => savedAt < instant),
});

const uploadStore = (tables: Tables): UploadStore => ({
  async insert(upload, most) {
    const waiting = [...tables.uploads.values(), upload].filter(({ personKey }) => personKey === upload.personKey);
    const fits = waiting.length <= most.files && waiting.reduce((sum, { size }) => sum + size, 0) <= most.bytes;
    if (fits) tables.uploads.set(upload.id, { ...upload, bytes: new Uint8Array() });
    return fits;
  },
  async find(id) {
    const kept = tables.uploads.get(id);
    if (!kept) return undefined;
    const { bytes: _, ...upload } = kept;
    return upload;
  },
  async append(id, offset, bytes, mediaType) {
    const kept = tables.uploads.get(id);
    if (!kept || kept.received !== offset) return false;
    const whole = new Uint8Array(offset + bytes.length);
    whole.set(kept.bytes);
    whole.set(bytes, offset);
    tables.uploads.set(id, { ...kept, bytes: whole, received: whole.length, mediaType });
    return true;
  },
  bytesOf: async (id) => new Uint8Array(tables.uploads.get(id)?.bytes ?? []),
  delete: async (id) => void tables.uploads.delete(id),
  deleteCreatedBefore: async (instant) => deleteWhere(tables.uploads, ({ createdAt }) => createdAt < instant),
  async deleteForsaken(instant) {
    const drafted = new Set([...tables.drafts.values()].flatMap(({ uploadIds }) => uploadIds));
    return deleteWhere(tables.uploads, ({ id, createdAt, received, size }) => createdAt < instant && received < size && !drafted.has(id));
  },
});

const onceStore = (tables: Tables): OnceStore => ({
  async begin(call, giveUpOn) {
    const name = `${call.personKey} ${call.key}`;
    const known = tables.once.get(name);
    if (known?.answer !== undefined) return { at: 'done', fingerprint: known.fingerprint, answer: known.answer };
    if (known && known.begunAt >= giveUpOn) return { at: 'running', fingerprint: known.fingerprint };
    tables.once.set(name, { ...call, answer: undefined });
    return { at: 'begun' };
  },
  async finish(personKey, key, answer) {
    const known = tables.once.get(`${personKey} ${key}`);
    if (known) known.answer = answer;
  },
  abandon: async (personKey, key) => void tables.once.delete(`${personKey} ${key}`),
  deleteBegunBefore: async (instant) => deleteWhere(tables.once, ({ begunAt }) => begunAt < instant),
});

function deleteWhere<Row>(table: Map<string, Row>, matches: (row: Row) => boolean): number {
  const before = table.size;
  for (const [key, row] of table) if (matches(row)) table.delete(key);
  return before - table.size;
}
