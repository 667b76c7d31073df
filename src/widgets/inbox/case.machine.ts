import type { Case, CaseMessage } from '../../contract/case.ts';
import type { Problem } from '../../contract/problem.ts';

/**
 * Where one case stands. `since` is when the backend said so, in milliseconds; `next` what it says now that is not on the
 * screen yet; `fault` why it could not be asked again.
 */
export type CaseState =
  | { at: 'idle' }
  | { at: 'loading'; id: string }
  | { at: 'failed'; id: string; problem: Problem }
  | { at: 'shown'; id: string; value: Case; since: number; next?: Case; fault?: Problem };

export type CaseInput =
  | { is: 'asked'; id: string }
  | { is: 'told'; value: Case; now: number }
  | { is: 'refused'; problem: Problem }
  | { is: 'looked-again'; value: Case; now: number }
  | { is: 'unanswered'; problem: Problem }
  | { is: 'pressed-show' }
  | { is: 'replied'; message: CaseMessage }
  | { is: 'read'; unread: number }
  /** Nobody is logged in any longer, or the list is back. */
  | { is: 'dropped' };

/** Gives the next state, or the very same one when the input means nothing there. */
export function nextCase(state: CaseState, input: CaseInput): CaseState {
  switch (input.is) {
    case 'asked': return { at: 'loading', id: input.id };
    case 'dropped': return state.at === 'idle' ? state : { at: 'idle' };
    case 'told': return state.at === 'idle' ? state : { at: 'shown', id: state.id, value: input.value, since: input.now };
    case 'refused': return state.at === 'idle' ? state : { at: 'failed', id: state.id, problem: input.problem };
    default: return state.at === 'shown' ? nextShown(state, input) : state;
  }
}

type Shown = Extract<CaseState, { at: 'shown' }>;

function nextShown(state: Shown, input: Exclude<CaseInput, { is: 'asked' | 'dropped' | 'told' | 'refused' }>): CaseState {
  const { id, value, since } = state;
  const { next, ...rest } = state;
  switch (input.is) {
    case 'looked-again': return isSame(value, input.value) ? { at: 'shown', id, value, since: input.now } : { at: 'shown', id, value, since, next: input.value };
    // A case that was closed to this person meanwhile must not stay in sight.
    case 'unanswered': return isClosed(input.problem) ? { at: 'failed', id, problem: input.problem } : { ...state, fault: input.problem };
    case 'pressed-show': return next ? { at: 'shown', id, value: next, since } : state;
    // What was offered before does not hold the message that is sent.
    case 'replied': return { ...rest, value: { ...value, messages: [...value.messages.filter((one) => one.id !== input.message.id), input.message] } };
    case 'read': return { ...state, value: { ...value, unread: input.unread } };
  }
}

/** Whether asking again is no help: this person may not see the case. */
export const isClosed = ({ status }: Problem): boolean => status === 404 || status === 403;

/** What this person has seen is no news of the case. */
function isSame(a: Case, b: Case): boolean {
  const told = ({ timeline, ...rest }: Case) => JSON.stringify({ ...rest, unread: 0, timeline: timeline.map(({ id, at, text }) => [id, at, text]) });
  return told(a) === told(b);
}

/** How many messages from others `next` has that `value` has not. */
export function newMessages({ value, next }: Shown): number {
  const known = new Set(value.messages.map(({ id }) => id));
  return next?.messages.filter(({ id, from }) => !known.has(id) && from !== 'you').length ?? 0;
}

/** The instant up to which whoever has seen the case has seen everything. */
export function seenUpTo({ updatedAt, messages, timeline }: Case): string {
  return [updatedAt, ...messages.map(({ at }) => at), ...timeline.map(({ at }) => at)].reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a));
}
