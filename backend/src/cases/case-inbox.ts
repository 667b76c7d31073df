import type { Case, CaseCounts, CasePage, CaseQuery } from '../../../src/contract/case.ts';
import type { Deps } from '../deps.ts';
import { createCaseAnswers } from './case-answers.ts';
import { caseName, createCaseJoin } from './case-join.ts';
import type { JoinedCase } from './case-join.ts';
import { newsOnce } from './case-members.ts';
import type { CaseMember } from './case-members.ts';
import { isIn, pageOf } from './case-query.ts';
import type { InboxCase, SortKey } from './case-query.ts';
import type { CasePerson } from './case-source.ts';
import { createCaseOpener } from './case-opener.ts';
import { closedToThisLogin, namesFor, summaryOf, unseen } from './case-view.ts';
import type { PersonNames } from './case-view.ts';
import { isEnough } from './login-level.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';

/** Who is looking, and how securely they logged in. */
export interface Viewer extends CasePerson {
  loa: string;
}

/** A case that the viewer may open, as the system that says most about it tells it. */
export interface OpenCase extends CaseMember {
  /** The same case in every system that has it and has answered, that one included. */
  members: readonly CaseMember[];
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

type Needs = Pick<Deps, 'caseSources' | 'store' | 'clock' | 'log' | 'keyedNames' | 'municipality'>;

const usualPage = 50;

/** An inbox over `caseSources`. */
export function createCaseInbox({ store, keyedNames, municipality, ...deps }: Needs): CaseInbox {
  const answers = createCaseAnswers(deps);
  const joined = createCaseJoin();

  /** Cases as this person may see them, and with what this person has seen. */
  async function asSeen(viewer: Viewer, cases: readonly JoinedCase[]): Promise<InboxCase[]> {
    const names = namesFor(keyedNames, viewer.key);
    const marks = new Map((await store.readMarks.of(viewer.key)).map((mark) => [caseName(mark.source, mark.caseId), mark.readUpTo]));
    const childIds = new Map<string, string>();
    for (const { concerns } of cases.map(({ told }) => told)) {
      if (concerns.kind === 'child' && !childIds.has(concerns.key)) childIds.set(concerns.key, await names.childId(concerns.key));
    }
    const unreadIn = ({ members }: JoinedCase) => newsOnce(members.map(({ source, told }) => unseen(told.news, marks.get(caseName(source, told.id)))));
    return cases.map((one) => {
      const isOpen = isEnough(viewer.loa, one.told.requiresLoa);
      const told = isOpen ? one.told : closedToThisLogin(one.told);
      return {
        ...one,
        told,
        references: isOpen ? one.references : [],
        unread: isOpen ? unreadIn(one) : 0,
        childId: told.concerns.kind === 'child' ? childIds.get(told.concerns.key) : undefined,
      };
    });
  }

  async function everything(viewer: Viewer) {
    const { told, sources } = await answers.lists(viewer);
    return { cases: await asSeen(viewer, joined(told)), sources };
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
        facets: withoutPersonalNumbers(facetsOf(cases.filter(({ told }) => isEnough(viewer.loa, told.requiresLoa)))),
      };
    },

    async counts(viewer) {
      const { cases, sources } = await everything(viewer);
      const count = (matches: (one: InboxCase) => boolean) => cases.filter(matches).length;
      return { all: cases.length, waiting: count(({ told }) => isIn(told, 'waiting')), unread: count(({ unread }) => unread > 0), sources };
    },

    open: createCaseOpener({ answers, joined, asSeen, store, keyedNames, municipality }),
    outdate: (personKey) => answers.outdate(personKey),
    forget: (personKey) => answers.forget(personKey),
  };
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
