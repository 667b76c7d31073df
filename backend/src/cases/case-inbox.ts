import type { Case, CaseCounts, CasePage, CaseQuery, CaseSourceState } from '../../../src/contract/case.ts';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import { caseName, createCaseJoin } from './case-join.ts';
import type { JoinedCase } from './case-join.ts';
import { isIn, pageOf } from './case-query.ts';
import type { InboxCase, SortKey } from './case-query.ts';
import type { CasePerson, CaseSource, SourceCase, SourceCaseDetail } from './case-source.ts';
import { caseViewOf, closedToThisLogin, namesFor, summaryOf, unseen } from './case-view.ts';
import type { PersonNames } from './case-view.ts';
import { isEnough } from './login-level.ts';
import { ownSource } from './own-cases.ts';
import { createRecall } from './recall.ts';
import type { Recalled } from './recall.ts';

/** Who is looking, and how securely they logged in. */
export interface Viewer extends CasePerson {
  loa: string;
}

/** A case that the viewer may open. */
export interface OpenCase {
  source: CaseSource;
  detail: SourceCaseDetail;
  names: PersonNames;
  /** What the browser is shown. */
  view: Case;
}
export type CaseOpening = { ok: true; opened: OpenCase } | { ok: false; code: 'case-not-found' | 'case-source-unavailable' | 'login-level-too-low' };

/** One inbox for each person, over all systems that have cases. */
export interface CaseInbox {
  /** Absent when the cursor is not one that this person was given for this very query. */
  page(viewer: Viewer, query: CaseQuery): Promise<CasePage | undefined>;
  counts(viewer: Viewer): Promise<CaseCounts>;
  /** The one way to a case, for reading and for writing: whose part in it is not sure gets no further. */
  open(viewer: Viewer, caseId: string): Promise<CaseOpening>;
  /** To call when something has changed: the systems are asked anew. */
  outdate(personKey: string): void;
  /** To call at log out: nothing of the person's cases is kept in memory. */
  forget(personKey: string): void;
}

type Needs = Pick<Deps, 'caseSources' | 'store' | 'clock' | 'log' | 'keyedNames'>;

const usualPage = 50;
const usualFreshness = 60_000;
const usualPatience = 10_000;
/** Rows that are kept in memory, over all persons. */
const rowsInMemory = 100_000;
const casesInMemory = 2000;

/** An inbox over `caseSources`; each is asked at the same time as the others and within its own time. */
export function createCaseInbox({ caseSources, store, clock, log, keyedNames }: Needs): CaseInbox {
  const lists = createRecall<SourceCase[]>(clock, rowsInMemory);
  const joined = createCaseJoin();
  const details = createRecall<SourceCaseDetail | undefined>(clock, casesInMemory);

  /** Whoever has no identity number is known to the own store alone; the others would be asked about nobody, or everybody. */
  const sourcesFor = (viewer: Viewer) => caseSources.filter(({ id }) => viewer.idNumber !== '' || id === ownSource);
  const question = (viewer: Viewer, source: CaseSource) => ({
    person: viewer.key,
    patience: source.patience ?? usualPatience,
    onFailure: (failure: unknown) => log.warn('case-source-failed', { source: source.id, ...failureFields(failure) }),
  });

  const askList = (viewer: Viewer, source: CaseSource) =>
    lists.ask({
      ...question(viewer, source),
      name: source.id,
      freshFor: source.freshFor ?? usualFreshness,
      ask: (signal) => source.list(viewer, signal),
      weigh: (cases) => cases.length,
    });

  const askDetail = (viewer: Viewer, source: CaseSource, id: string) =>
    details.ask({
      ...question(viewer, source),
      name: `${source.id} ${id}`,
      // Always asked: a part in a case can end at any time.
      freshFor: 0,
      ask: (signal) => source.find(viewer, id, signal),
      weigh: () => 1,
    });

  /** Cases as this person may see them, and with what this person has seen. */
  async function asSeen(viewer: Viewer, cases: readonly JoinedCase[]): Promise<InboxCase[]> {
    const names = namesFor(keyedNames, viewer.key);
    const marks = new Map((await store.readMarks.of(viewer.key)).map((mark) => [caseName(mark.source, mark.caseId), mark.readUpTo]));
    const childIds = new Map<string, string>();
    for (const { concerns } of cases.map(({ told }) => told)) {
      if (concerns.kind === 'child' && !childIds.has(concerns.key)) childIds.set(concerns.key, await names.childId(concerns.key));
    }
    return cases.map(({ source, told: whole, references }) => {
      const isOpen = isEnough(viewer.loa, whole.requiresLoa);
      const told = isOpen ? whole : closedToThisLogin(whole);
      return {
        source,
        told,
        references: isOpen ? references : [],
        unread: unseen(told.news, marks.get(caseName(source, told.id))).length,
        childId: told.concerns.kind === 'child' ? childIds.get(told.concerns.key) : undefined,
      };
    });
  }

  async function everything(viewer: Viewer): Promise<{ cases: InboxCase[]; sources: CaseSourceState[] }> {
    const answers = await Promise.all(
      sourcesFor(viewer).map(async (source) => ({ source, recalled: await askList(viewer, source) })),
    );
    const told = answers.flatMap(({ source, recalled }) => (recalled.state === 'silent' ? [] : [{ source: source.id, cases: recalled.value }]));
    return {
      cases: await asSeen(viewer, joined(told)),
      sources: answers.map(({ source, recalled }) => stateOf(source, recalled)),
    };
  }

  /** What the lists, as far as they have been asked for, say beside the case itself. */
  async function context(viewer: Viewer, source: CaseSource, detail: SourceCaseDetail) {
    if (detail.relatedIds.length === 0 && caseSources.length === 1) return { same: undefined, related: [] };
    if (detail.relatedIds.length > 0) await askList(viewer, source);
    const known = sourcesFor(viewer).map(({ id }) => ({ source: id, cases: lists.peek(viewer.key, id) ?? [] }));
    const own = joined(known).filter((one) => one.source === source.id);
    const related = own.filter(({ told }) => detail.relatedIds.includes(told.id));
    return { same: own.find(({ told }) => told.id === detail.id), related: await asSeen(viewer, related) };
  }

  return {
    async page(viewer, { cursor, limit = usualPage, ...filter }) {
      const purpose = `case-cursor:${viewer.key}:${JSON.stringify(Object.entries(filter).sort())}`;
      const after = cursor === undefined ? undefined : keyIn(await keyedNames.reveal(cursor, purpose));
      if (cursor !== undefined && !after) return undefined;
      const { cases, sources } = await everything(viewer);
      const { page, next } = pageOf(cases, filter, limit, after);
      const names = namesFor(keyedNames, viewer.key);
      return {
        items: await Promise.all(page.map((one) => summaryOf(one, names, isEnough(viewer.loa, one.told.requiresLoa)))),
        // The same each time, so that a page that has not changed keeps its ETag.
        nextCursor: next ? await keyedNames.hide(JSON.stringify(next), purpose) : null,
        sources,
        facets: facetsOf(cases.filter(({ told }) => isEnough(viewer.loa, told.requiresLoa))),
      };
    },

    async counts(viewer) {
      const { cases, sources } = await everything(viewer);
      const count = (matches: (one: InboxCase) => boolean) => cases.filter(matches).length;
      return { all: cases.length, waiting: count(({ told }) => isIn(told, 'waiting')), unread: count(({ unread }) => unread > 0), sources };
    },

    async open(viewer, caseId) {
      const names = namesFor(keyedNames, viewer.key);
      const name = await names.caseOf(caseId);
      const source = sourcesFor(viewer).find(({ id }) => id === name?.source);
      if (!name || !source) return { ok: false, code: 'case-not-found' };
      const recalled = await askDetail(viewer, source, name.id);
      if (recalled.state === 'silent') return { ok: false, code: 'case-source-unavailable' };
      const detail = recalled.value;
      if (!detail) {
        lists.outdate(viewer.key);
        return { ok: false, code: 'case-not-found' };
      }
      if (!isEnough(viewer.loa, detail.requiresLoa)) return { ok: false, code: 'login-level-too-low' };

      const { same, related } = await context(viewer, source, detail);
      const place = { personKey: viewer.key, source: source.id, caseId: detail.id };
      const readUpTo = await store.readMarks.find(place);
      const childId = detail.concerns.kind === 'child' ? await names.childId(detail.concerns.key) : undefined;
      const references = same?.references ?? detail.references;
      const one = { source: source.id, told: detail, references, unread: unseen(detail.news, readUpTo).length, childId };
      const view = await caseViewOf(one, detail, { names, readUpTo, sourceState: stateOf(source, recalled), related });
      return { ok: true, opened: { source, detail, names, view } };
    },

    outdate: (personKey) => lists.outdate(personKey),
    forget(personKey) {
      lists.forget(personKey);
      details.forget(personKey);
    },
  };
}

/** When a system answered is told only where it does not answer now: a figure that always moves would make every answer new. */
function stateOf(source: CaseSource, recalled: Recalled<unknown>): CaseSourceState {
  const at = recalled.state === 'stale' ? { lastAnsweredAt: recalled.at.toISOString() } : {};
  return { id: source.id, name: source.name, state: recalled.state, ...at };
}

/** What a cursor held: this backend made it, so that it is what was put into it. */
const keyIn = (cursor: string | undefined): SortKey | undefined => (cursor === undefined ? undefined : JSON.parse(cursor));

function facetsOf(cases: readonly InboxCase[]): CasePage['facets'] {
  const services = new Map<string, string>();
  const children = new Map<string, string>();
  for (const { told: { service, concerns }, childId } of cases) {
    services.set(service.id, service.name);
    if (concerns.kind === 'child' && childId !== undefined) children.set(childId, concerns.givenName);
  }
  const byWord = (a: string, b: string) => a.localeCompare(b, 'sv');
  return {
    services: [...services].map(([id, name]) => ({ id, name })).sort((a, b) => byWord(a.name, b.name)),
    children: [...children].map(([id, givenName]) => ({ id, givenName })).sort((a, b) => byWord(a.givenName, b.givenName)),
    statuses: [...new Set(cases.map(({ told }) => told.status))].sort(),
  };
}
