import type { EidOrder } from '../contract/eid-order.ts';
import type { Problem } from '../contract/problem.ts';

/** What the citizen pressed: which e-ID, and on which device it is. */
export interface EidChoice {
  provider: string;
  device: 'same' | 'other';
}

/** An order under way. `cut` while the connection is lost and the last answer stands; `endsAt` by this computer's clock. */
export interface Underway extends EidChoice {
  order: EidOrder;
  endsAt: number;
  cut: boolean;
}

/** Where an order stands, until something has been made of it. */
export type OrderState =
  | { at: 'choosing' }
  /** An order that began before this page was loaded is looked up. */
  | { at: 'resuming'; id: string }
  | ({ at: 'starting' } & EidChoice)
  | ({ at: 'scanning' | 'launching' | 'acting' | 'redirecting' } & Underway)
  /** The e-ID is done; the backend makes of it what it is for. `silent` while that waits for a register that does not answer. */
  | ({ at: 'finishing'; id: string; cut: boolean; silent: boolean } & EidChoice)
  /** The order ended without a person. */
  | ({ at: 'failed'; order: EidOrder } & EidChoice)
  /** A call was refused, or none came through. */
  | ({ at: 'refused'; problem: Problem } & EidChoice);

export type OrderInput =
  | ({ is: 'pressed' } & EidChoice)
  | { is: 'found'; id: string }
  | { is: 'order'; order: EidOrder; at: number }
  | { is: 'cut'; problem: Problem }
  | { is: 'refused'; problem: Problem }
  | { is: 'done' }
  | { is: 'cancelled' };

const choosing: OrderState = { at: 'choosing' };

/** The next place, or the very same object when the input means nothing where it comes. */
export function nextOrder(state: OrderState, input: OrderInput): OrderState {
  switch (input.is) {
    case 'pressed': return isPending(state) ? state : { at: 'starting', ...choiceOf(input) };
    case 'found': return state.at === 'choosing' ? { at: 'resuming', id: input.id } : state;
    case 'order': return isPending(state) ? withOrder(input.order, input.at) : state;
    case 'cut': return cut(state, input.problem);
    case 'refused': return refused(state, input.problem);
    case 'done': return state.at === 'choosing' ? state : choosing;
    case 'cancelled': return state.at === 'choosing' ? state : choosing;
  }
}

/** The states in which something is under way. */
export type PendingState = Exclude<OrderState, { at: 'choosing' | 'failed' | 'refused' }>;

/** Whether something is under way that pressing again must not double. */
export function isPending(state: OrderState): state is PendingState {
  return state.at !== 'choosing' && state.at !== 'failed' && state.at !== 'refused';
}

function withOrder(order: EidOrder, at: number): OrderState {
  const choice: EidChoice = { provider: order.provider, device: order.device === 'same' ? 'same' : 'other' };
  switch (order.state) {
    case 'complete': return { at: 'finishing', id: order.id, cut: false, silent: false, ...choice };
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

function cut(state: OrderState, { code }: Problem): OrderState {
  if (!('cut' in state)) return state;
  const silent = code === 'register-unreachable' || code === 'school-register-unreachable';
  if (state.at === 'finishing') return state.cut && state.silent === silent ? state : { ...state, cut: true, silent };
  return state.cut ? state : { ...state, cut: true };
}

/** An order that is gone is no news to somebody who has just opened the page. */
function refused(state: OrderState, problem: Problem): OrderState {
  if (state.at === 'resuming') return choosing;
  return isPending(state) ? { at: 'refused', problem, ...choiceOf(state) } : state;
}

const choiceOf = ({ provider, device }: EidChoice): EidChoice => ({ provider, device });
