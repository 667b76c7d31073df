import type { CaseSourceState } from '../../../src/contract/case.ts';
import type { Deps } from '../deps.ts';
import type { CaseAnswers, CasePlace, DetailAnswer } from './case-answers.ts';
import type { CaseInbox, OpenCase, Viewer } from './case-inbox.ts';
import type { JoinedCase, ToldCases } from './case-join.ts';
import { newsOnce, toldByAll } from './case-members.ts';
import type { CaseMember } from './case-members.ts';
import type { InboxCase } from './case-query.ts';
import { caseViewOf, namesFor, unseen } from './case-view.ts';
import type { PersonNames } from './case-view.ts';
import { isEnough } from './login-level.ts';

interface Needs extends Pick<Deps, 'store' | 'keyedNames' | 'municipality'> {
  answers: CaseAnswers;
  joined(told: readonly ToldCases[]): readonly JoinedCase[];
  asSeen(viewer: Viewer, cases: readonly JoinedCase[]): Promise<InboxCase[]>;
}

/** Opens a case in every system that has it, by the id that it has in any of them. One of them that is silent does not hide what the others say. */
export function createCaseOpener({ answers, joined, asSeen, store, keyedNames, municipality: { serviceCentre } }: Needs): CaseInbox['open'] {
  async function unseenIn(viewer: Viewer, { source, detail }: CaseMember): Promise<Date[]> {
    return unseen(detail.news, await store.readMarks.find({ personKey: viewer.key, source: source.id, caseId: detail.id }));
  }

  async function openedOf(viewer: Viewer, names: PersonNames, told: Told): Promise<OpenCase> {
    const { first, members, same, all } = told;
    const detail = toldByAll(first, members);
    const isRelated = (one: CasePlace) => members.some(({ source, detail: { relatedIds } }) => source.id === one.source && relatedIds.includes(one.id));
    const related = await asSeen(viewer, all.filter((one) => placesOf(one).some(isRelated)));
    const news = await Promise.all(members.map((member) => unseenIn(viewer, member)));
    const childId = detail.concerns.kind === 'child' ? await names.childId(detail.concerns.key) : undefined;
    const references = same?.references ?? detail.references;
    const one: InboxCase = { source: first.source.id, told: detail, references, members: same?.members ?? [], unread: newsOnce(news), childId };
    return { ...first, members, names, view: await caseViewOf(one, detail, { names, unseen: news.flat(), sourceState: told.state, serviceCentre, related }) };
  }

  return async (viewer, caseId) => {
    const names = namesFor(keyedNames, viewer.key);
    const place = await names.caseOf(caseId);
    const [asked, lists] = place ? await Promise.all([answers.detail(viewer, place), answers.knownLists(viewer)]) : [];
    if (!place || !asked || !lists) return { ok: false, code: 'case-not-found' };
    if (asked.recalled.state !== 'silent' && !asked.recalled.value) {
      answers.outdate(viewer.key);
      return { ok: false, code: 'case-not-found' };
    }
    const all = joined(lists);
    const same = all.find((one) => placesOf(one).some((other) => isSame(other, place)));
    const others = (same ? placesOf(same) : [place]).map((other) => (isSame(other, place) ? asked : answers.detail(viewer, other)));
    const told = (await Promise.all(others)).filter((answer) => answer !== undefined);
    const members = told.flatMap(memberOf);
    const [first] = members;
    if (!first) return { ok: false, code: 'case-source-unavailable' };
    // A system that is silent still keeps behind its level what it asked a more secure login for.
    const levels = [same?.told.requiresLoa, ...members.map(({ detail }) => detail.requiresLoa)];
    if (!levels.every((level) => isEnough(viewer.loa, level))) return { ok: false, code: 'login-level-too-low' };
    const opened = await openedOf(viewer, names, { first, members, same, all, state: leastOf(told) });
    // Whichever of its systems says most, a case keeps the id that it was opened by.
    return { ok: true, opened: { ...opened, view: { ...opened.view, id: caseId } } };
  };
}

interface Told {
  first: CaseMember;
  members: readonly CaseMember[];
  same: JoinedCase | undefined;
  all: readonly JoinedCase[];
  state: CaseSourceState;
}

const placesOf = ({ members }: JoinedCase): CasePlace[] => members.map(({ source, told }) => ({ source, id: told.id }));
const isSame = (one: CasePlace, other: CasePlace) => one.source === other.source && one.id === other.id;

function memberOf({ source, recalled }: DetailAnswer): CaseMember[] {
  return recalled.state !== 'silent' && recalled.value ? [{ source, detail: recalled.value }] : [];
}

const ranks: Readonly<Record<string, number>> = { ok: 0, stale: 1, silent: 2 };

/** How the system has answered that answered least. */
const leastOf = (told: readonly DetailAnswer[]): CaseSourceState =>
  told.map(({ state }) => state).reduce((least, state) => ((ranks[state.state] ?? 0) > (ranks[least.state] ?? 0) ? state : least));
