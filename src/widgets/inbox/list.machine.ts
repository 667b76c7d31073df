import type { CasePage, CaseSummary } from '../../contract/case.ts';
import type { Problem } from '../../contract/problem.ts';

/** The rows that the citizen has been shown. */
export interface CaseList extends CasePage {
  /** How many rows the backend gave at first: the part that is looked at again for changes. */
  readonly first: number;
  /** When the backend said so, in milliseconds. */
  readonly at: number;
}

/** What the backend says now that is not on the screen yet; `count` is 0 when only a system has fallen silent, or come back. */
export interface Changes {
  readonly page: CasePage;
  readonly count: number;
}

/** Where a list of cases stands. `last` is what was shown before, `fault` why it could not be looked at again, `more` where its next page is. */
export type ListState =
  | { at: 'idle' }
  | { at: 'loading'; last?: CaseList }
  | { at: 'failed'; problem: Problem; last?: CaseList }
  | { at: 'shown'; list: CaseList; more: 'idle' | 'loading' | 'failed'; changes?: Changes; fault?: Problem };

export type ListInput =
  | { is: 'asked' }
  | { is: 'told'; page: CasePage; at: number }
  | { is: 'refused'; problem: Problem }
  | { is: 'asked-more' }
  | { is: 'told-more'; page: CasePage }
  | { is: 'refused-more' }
  | { is: 'looked-again'; page: CasePage; at: number }
  | { is: 'unanswered'; problem: Problem }
  | { is: 'pressed-show'; at: number }
  | { is: 'read'; id: string; unread: number }
  /** Nobody is logged in any longer. */
  | { is: 'dropped' };

/** Gives the next state, or the very same one when the input means nothing there. */
export function nextList(state: ListState, input: ListInput): ListState {
  switch (input.is) {
    case 'dropped': return state.at === 'idle' ? state : { at: 'idle' };
    case 'asked': return asked(state);
    case 'told': return { at: 'shown', list: listOf(input.page, input.at), more: 'idle' };
    case 'refused': return { at: 'failed', problem: input.problem, ...lastOf(state) };
    default: return state.at === 'shown' ? nextShown(state, input) : state;
  }
}

type Shown = Extract<ListState, { at: 'shown' }>;
type ShownInput = Exclude<ListInput, { is: 'dropped' | 'asked' | 'told' | 'refused' }>;

function nextShown(state: Shown, input: ShownInput): ListState {
  const { changes, fault, ...rest } = state;
  switch (input.is) {
    case 'asked-more': return state.list.nextCursor === null || state.more === 'loading' ? state : { ...state, more: 'loading' };
    case 'told-more': return { ...state, more: 'idle', list: longer(state.list, input.page) };
    case 'refused-more': return { ...state, more: 'failed' };
    case 'looked-again': return again(rest, input.page, input.at);
    case 'unanswered': return { ...state, fault: input.problem };
    case 'pressed-show': return changes ? { ...rest, list: merged(state.list, changes.page, input.at) } : state;
    case 'read': return { ...state, list: { ...state.list, items: state.list.items.map((one) => (one.id === input.id ? { ...one, unread: input.unread } : one)) } };
  }
}

function asked(state: ListState): ListState {
  return state.at === 'loading' ? state : { at: 'loading', ...lastOf(state) };
}

/** The rows that the citizen was shown last, for what stands around them. */
export function lastOf(state: ListState): { last?: CaseList } {
  if (state.at === 'shown') return { last: state.list };
  return state.at !== 'idle' && state.last ? { last: state.last } : {};
}

const listOf = (page: CasePage, at: number): CaseList => ({ ...page, first: page.items.length, at });

/** Cases move between pages while one reads, so none is shown twice. Which systems answer is looked at with the first page. */
function longer(list: CaseList, page: CasePage): CaseList {
  const known = new Set(list.items.map(({ id }) => id));
  return { ...list, items: [...list.items, ...page.items.filter(({ id }) => !known.has(id))], nextCursor: page.nextCursor };
}

/** What a new first page changes is offered, not shown: rows that move are pressed by mistake. */
function again(state: Shown, page: CasePage, at: number): Shown {
  const before = new Map(state.list.items.map((one) => [one.id, JSON.stringify(one)]));
  const changed = page.items.filter((one) => before.get(one.id) !== JSON.stringify(one)).length;
  const everything = isFirstPage(state.list) && page.nextCursor === null;
  const gone = everything ? state.list.items.filter(({ id }) => !page.items.some((one) => one.id === id)).length : 0;
  const count = changed + gone;
  const isNews = count > 0 || JSON.stringify(page.sources) !== JSON.stringify(state.list.sources);
  return { ...state, list: { ...state.list, at }, ...(isNews && { changes: { page, count } }) };
}

const isFirstPage = ({ items, first }: CaseList) => items.length === first;

/** The new first page, and after it what the citizen had already fetched beyond it. */
function merged(list: CaseList, page: CasePage, at: number): CaseList {
  if (isFirstPage(list)) return listOf(page, at);
  const ids = new Set(page.items.map(({ id }) => id));
  const rest: CaseSummary[] = list.items.filter(({ id }) => !ids.has(id));
  return { ...list, ...page, items: [...page.items, ...rest], nextCursor: list.nextCursor, at };
}
