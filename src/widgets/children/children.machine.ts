import type { Child, ChildList } from '../../contract/child.ts';
import type { Problem } from '../../contract/problem.ts';

/**
 * Where the choice of children stands. `wanted` are the ids of those who were chosen before the list came, or before it
 * was lost: they are chosen again only where the backend gives the same ids, and it does so to the same person alone.
 * It is `undefined` until there was a choice to make, which may come to nobody.
 */
export type ChildrenState =
  | { at: 'idle'; wanted: Wanted }
  | { at: 'loading'; wanted: Wanted }
  | { at: 'failed'; wanted: Wanted; problem: Problem }
  | { at: 'shown'; list: ChildList; chosen: readonly string[] };

type Wanted = readonly string[] | undefined;

export type ChildrenInput =
  | { is: 'asked' }
  | { is: 'told'; list: ChildList; multiple: boolean }
  | { is: 'refused'; problem: Problem }
  /** By the citizen, by the page, or by the browser, which remembers what a form held. */
  | { is: 'chose'; ids: readonly string[]; multiple: boolean }
  | { is: 'reset' }
  /** Nobody is logged in any longer. `forget` when they left on purpose. */
  | { is: 'dropped'; forget: boolean };

/** Gives the next state, or the very same one when the input means nothing there. */
export function nextChildren(state: ChildrenState, input: ChildrenInput): ChildrenState {
  switch (input.is) {
    case 'asked': return { at: 'loading', wanted: wantedIn(state) };
    case 'told': return { at: 'shown', list: input.list, chosen: chosenAmong(input.list, wantedIn(state), input.multiple) };
    case 'refused': return { at: 'failed', wanted: wantedIn(state), problem: input.problem };
    case 'chose': return chose(state, input.multiple ? input.ids : input.ids.slice(0, 1));
    case 'reset': return state.at === 'shown' ? chose(state, atFirst(state.list)) : wants(state, undefined);
    case 'dropped': return dropped(state, input.forget);
  }
}

/** Those of the list that the e-service is for. */
export const choosable = ({ items }: ChildList): Child[] => items.filter(({ notFor }) => notFor === undefined);

/** The ids that are chosen, or were before the list was lost. */
export const chosenIn = (state: ChildrenState): readonly string[] => (state.at === 'shown' ? state.chosen : (state.wanted ?? []));

function wantedIn(state: ChildrenState): Wanted {
  if (state.at !== 'shown') return state.wanted;
  // Nobody among several is no choice yet; nobody where one was chosen at first is.
  return state.chosen.length || atFirst(state.list).length ? state.chosen : undefined;
}

/** What is chosen before anybody has: the only one that can be. */
function atFirst(list: ChildList): readonly string[] {
  const ids = choosable(list).map(({ id }) => id);
  return ids.length === 1 ? ids : [];
}

function chosenAmong(list: ChildList, wanted: Wanted, multiple: boolean): readonly string[] {
  if (wanted?.length === 0) return [];
  const kept = choosable(list).map(({ id }) => id).filter((id) => wanted?.includes(id));
  return kept.length ? kept.slice(0, multiple ? undefined : 1) : atFirst(list);
}

function chose(state: ChildrenState, ids: readonly string[]): ChildrenState {
  if (state.at !== 'shown') return wants(state, ids);
  const chosen = choosable(state.list).map(({ id }) => id).filter((id) => ids.includes(id));
  return sameIds(state.chosen, chosen) ? state : { ...state, chosen };
}

function dropped(state: ChildrenState, forget: boolean): ChildrenState {
  const wanted = forget ? undefined : wantedIn(state);
  return state.at === 'idle' ? wants(state, wanted) : { at: 'idle', wanted };
}

const wants = <Unshown extends Exclude<ChildrenState, { at: 'shown' }>>(state: Unshown, wanted: Wanted): Unshown => (sameIds(state.wanted, wanted) ? state : { ...state, wanted });

const sameIds = (some: Wanted, others: Wanted) => some?.join(' ') === others?.join(' ');
