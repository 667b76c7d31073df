import type { Child, ChildList } from '../../contract/child.ts';
import type { Problem } from '../../contract/problem.ts';

/**
 * Where the choice of children stands. `wanted` are the ids of those who were chosen before the list came, or before it
 * was lost: they are chosen again only where the backend gives the same ids, and it does so to the same person alone.
 */
export type ChildrenState =
  | { at: 'idle'; wanted: readonly string[] }
  | { at: 'loading'; wanted: readonly string[] }
  | { at: 'failed'; wanted: readonly string[]; problem: Problem }
  | { at: 'shown'; list: ChildList; chosen: readonly string[] };

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
    case 'asked': return { at: 'loading', wanted: chosenIn(state) };
    case 'told': return { at: 'shown', list: input.list, chosen: chosenAmong(input.list, chosenIn(state), input.multiple) };
    case 'refused': return { at: 'failed', wanted: chosenIn(state), problem: input.problem };
    case 'chose': return chose(state, input.multiple ? input.ids : input.ids.slice(0, 1));
    case 'reset': return chose(state, state.at === 'shown' ? atFirst(state.list) : []);
    case 'dropped': return dropped(state, input.forget);
  }
}

/** Those of the list that the e-service is for. */
export const choosable = ({ items }: ChildList): Child[] => items.filter(({ notFor }) => notFor === undefined);

/** The ids that are chosen, or were before the list was lost. */
export const chosenIn = (state: ChildrenState): readonly string[] => (state.at === 'shown' ? state.chosen : state.wanted);

/** What is chosen before anybody has: the only one that can be. */
function atFirst(list: ChildList): readonly string[] {
  const ids = choosable(list).map(({ id }) => id);
  return ids.length === 1 ? ids : [];
}

function chosenAmong(list: ChildList, wanted: readonly string[], multiple: boolean): readonly string[] {
  const kept = choosable(list).map(({ id }) => id).filter((id) => wanted.includes(id));
  return kept.length ? kept.slice(0, multiple ? undefined : 1) : atFirst(list);
}

function chose(state: ChildrenState, ids: readonly string[]): ChildrenState {
  if (state.at !== 'shown') return sameIds(state.wanted, ids) ? state : { ...state, wanted: ids };
  const chosen = choosable(state.list).map(({ id }) => id).filter((id) => ids.includes(id));
  return sameIds(state.chosen, chosen) ? state : { ...state, chosen };
}

function dropped(state: ChildrenState, forget: boolean): ChildrenState {
  const wanted = forget ? [] : chosenIn(state);
  return state.at === 'idle' && sameIds(state.wanted, wanted) ? state : { at: 'idle', wanted };
}

const sameIds = (some: readonly string[], others: readonly string[]) => some.join(' ') === others.join(' ');
