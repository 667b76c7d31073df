import type { Problem } from '../contract/problem.ts';
import type { ActiveSession, Session } from '../contract/session.ts';

/** Why nobody is logged in: nobody was, the citizen logged out here, time ran out, or it ended in another tab. */
export type LoggedOutReason = 'none' | 'pressed' | 'timeout' | 'elsewhere';

/** Whether somebody is logged in. `endsAt` is in milliseconds by this computer's clock. */
export type SessionState =
  /** `endsAt` when somebody was logged in before the question. */
  | { at: 'asking'; endsAt?: number }
  | { at: 'loggedOut'; reason: LoggedOutReason }
  | { at: 'loggedIn'; session: ActiveSession; endsAt: number; warning: boolean }
  | { at: 'failed'; problem: Problem; endsAt?: number };

export type SessionInput =
  /** The page may be shown to somebody else: nothing personal until the backend has answered. */
  | { is: 'put-away' }
  | { is: 'told'; session: Session; at: number; warnBefore: number }
  | { is: 'unanswered'; problem: Problem; at: number; warnBefore: number }
  | { is: 'pressed-log-out' }
  | { is: 'ended-elsewhere' };

/** All times are in milliseconds; `at` is now by this computer's clock. Gives the next state, or the very same one when the input changes nothing. */
export function nextSession(state: SessionState, input: SessionInput): SessionState {
  switch (input.is) {
    case 'put-away': return state.at === 'loggedIn' ? { at: 'asking', endsAt: state.endsAt } : state;
    case 'told': return told(state, input);
    case 'unanswered': return unanswered(state, input);
    case 'pressed-log-out': return { at: 'loggedOut', reason: 'pressed' };
    case 'ended-elsewhere': return state.at === 'loggedIn' ? { at: 'loggedOut', reason: 'elsewhere' } : state;
  }
}

type InputOf<K extends SessionInput['is']> = Extract<SessionInput, { is: K }>;

function told(state: SessionState, { session, at, warnBefore }: InputOf<'told'>): SessionState {
  if (session.authenticated) {
    const left = millisecondsLeft(session);
    if (Number.isNaN(left)) return unanswered(state, { problem: { code: 'unreadable-answer' }, at, warnBefore });
    return { at: 'loggedIn', session, endsAt: at + left, warning: left <= warnBefore };
  }
  if (state.at === 'loggedOut') return state;
  return { at: 'loggedOut', reason: reasonOfEnd(state, at) };
}

/** A lost answer does not log anybody out; time does, and then no answer is needed. */
function unanswered(state: SessionState, { problem, at, warnBefore }: Omit<InputOf<'unanswered'>, 'is'>): SessionState {
  if (state.at === 'loggedOut') return state;
  if (state.at !== 'loggedIn') return { ...state, at: 'failed', problem };
  if (at >= state.endsAt) return { at: 'loggedOut', reason: 'timeout' };
  return !state.warning && at >= state.endsAt - warnBefore ? { ...state, warning: true } : state;
}

/** Clocks and calls take their time, so an end a moment before its time was still the time's doing. */
function reasonOfEnd(state: SessionState, at: number): LoggedOutReason {
  if (!('endsAt' in state)) return 'none';
  return at > state.endsAt - 5000 ? 'timeout' : 'elsewhere';
}

/** Until the session ends unless extended, by the server's clock; no number when the server names no instant. */
export function millisecondsLeft({ now, idleExpiresAt, expiresAt }: ActiveSession): number {
  return Math.min(Date.parse(idleExpiresAt), Date.parse(expiresAt)) - Date.parse(now);
}
