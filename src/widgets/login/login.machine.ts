import type { EidOrder } from '../../contract/eid-order.ts';
import type { Problem } from '../../contract/problem.ts';

/** What the citizen pressed: which e-ID, and on which device it is. */
export interface LoginChoice {
  provider: string;
  device: 'same' | 'other';
}

/** An order under way. `cut` while the connection is lost and the last answer stands; `endsAt` by this computer's clock. */
export interface Underway extends LoginChoice {
  order: EidOrder;
  endsAt: number;
  cut: boolean;
}

/** Where a login stands, until there is a session. */
export type LoginState =
  | { at: 'choosing' }
  /** An order that began before this page was loaded is looked up. */
  | { at: 'resuming'; id: string }
  | ({ at: 'starting' } & LoginChoice)
  | ({ at: 'scanning' | 'launching' | 'acting' | 'redirecting' } & Underway)
  /** The e-ID is done; the session is being opened. */
  | ({ at: 'finishing'; id: string; cut: boolean } & LoginChoice)
  /** The order ended without a person. */
  | ({ at: 'failed'; order: EidOrder } & LoginChoice)
  /** A call was refused, or none came through. */
  | ({ at: 'refused'; problem: Problem } & LoginChoice);

export type LoginInput =
  | ({ is: 'pressed' } & LoginChoice)
  | { is: 'found'; id: string }
  | { is: 'order'; order: EidOrder; at: number }
  | { is: 'cut' }
  | { is: 'refused'; problem: Problem }
  | { is: 'logged-in' }
  | { is: 'cancelled' };

const choosing: LoginState = { at: 'choosing' };

/** The next place, or the very same object when the input means nothing where it comes. */
export function nextLogin(state: LoginState, input: LoginInput): LoginState {
  switch (input.is) {
    case 'pressed': return isPending(state) ? state : { at: 'starting', ...choiceOf(input) };
    case 'found': return state.at === 'choosing' ? { at: 'resuming', id: input.id } : state;
    case 'order': return isPending(state) ? withOrder(input.order, input.at) : state;
    case 'cut': return 'cut' in state && !state.cut ? { ...state, cut: true } : state;
    case 'refused': return refused(state, input.problem);
    case 'logged-in': return state.at === 'choosing' ? state : choosing;
    case 'cancelled': return state.at === 'choosing' ? state : choosing;
  }
}

/** The states in which something is under way. */
export type PendingState = Exclude<LoginState, { at: 'choosing' | 'failed' | 'refused' }>;

/** Whether something is under way that pressing again must not double. */
export function isPending(state: LoginState): state is PendingState {
  return state.at !== 'choosing' && state.at !== 'failed' && state.at !== 'refused';
}

function withOrder(order: EidOrder, at: number): LoginState {
  const choice: LoginChoice = { provider: order.provider, device: order.device === 'same' ? 'same' : 'other' };
  switch (order.state) {
    case 'complete': return { at: 'finishing', id: order.id, cut: false, ...choice };
    case 'failed': case 'cancelled': case 'expired': return { at: 'failed', order, ...choice };
    case 'starting': return { at: 'starting', ...choice };
    default: return { at: stepOf(order), order, endsAt: at + Date.parse(order.expiresAt) - Date.parse(order.now), cut: false, ...choice };
  }
}

function stepOf({ state, device }: EidOrder): 'scanning' | 'launching' | 'acting' | 'redirecting' {
  if (state === 'waitingForScan') return 'scanning';
  if (state === 'waitingForApp') return device === 'same' ? 'launching' : 'acting';
  return state === 'redirecting' ? 'redirecting' : 'acting';
}

/** An order that is gone is no news to somebody who has just opened the page. */
function refused(state: LoginState, problem: Problem): LoginState {
  if (state.at === 'resuming') return choosing;
  return isPending(state) ? { at: 'refused', problem, ...choiceOf(state) } : state;
}

const choiceOf = ({ provider, device }: LoginChoice): LoginChoice => ({ provider, device });
