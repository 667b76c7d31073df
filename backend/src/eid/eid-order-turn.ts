import type { StoredEidOrder } from '../store/store.ts';
import { cancelledByUs, endingOf, inProgress, pendingStateOf, timedOut, unexplained } from './eid-outcome.ts';
import type { Ending } from './eid-outcome.ts';
import type { EidEvidence, EidIdentity, EidProgress, EidProviderError } from './eid-provider.ts';
import { tooRisky } from './eid-signals.ts';

const seconds = 1000;
const minutes = 60 * seconds;

/** Since when, in milliseconds since 1970, the provider has not answered; absent while it does. */
export type SilentSince = number | undefined;
/** What came of asking the provider. */
export type Heard = EidProgress | { status: 'error'; code: EidProviderError['code'] };

/** What to do with an order after that. */
export type Turn =
  | { to: 'wait'; state: StoredEidOrder['state']; hint: string | undefined; expiresAt: Date; silentSince: SilentSince }
  | { to: 'restart' }
  | { to: 'complete'; identity: EidIdentity; evidence: EidEvidence | undefined; expiresAt: Date }
  /** `hint` is the provider's own, or the one it would have given. `atProvider` says whether the order has ended there. */
  | { to: 'end'; ending: Ending; hint: string | undefined; atProvider: boolean };

/** An order that no app takes is started anew, unseen, until this long after it began, and at most so many times. */
const restartWindow = 3 * minutes;
const mostRestarts = 5;
/** The citizen's time, to find the app and again in the app: the provider's three minutes, with room for its own last word. */
const patience = 3 * minutes + 45 * seconds;
/** How long a completed login can be claimed, and so how long the identity is kept. */
const claimWindow = 3 * minutes;
/** How long the provider may be silent before the order is given up. */
const longestSilence = 30 * seconds;

/** The citizen's time at an e-ID's own page, where there is more to choose and to read than in an app. */
const patienceAway = 10 * minutes;
/** How long a handoff code is good, and so how long the identity is kept where one is needed: the browser is on its way. */
const handoffWindow = 60 * seconds;

/** When an order that begins, or moves into the app, at `now` has to be done. */
export const deadlineFrom = (now: Date): Date => new Date(now.getTime() + patience);
/** The same for an order that the citizen leaves our page for. */
export const deadlineAwayFrom = (now: Date): Date => new Date(now.getTime() + patienceAway);

/** Decides what becomes of an order that is under way, from what the provider said of it at `now`. */
export function nextTurn(order: StoredEidOrder, heard: Heard, now: Date, silentSince: SilentSince): Turn {
  const late = now >= order.expiresAt;
  switch (heard.status) {
    case 'complete':
      if (tooRisky(heard.signals)) return { to: 'end', ending: endingOf(riskBlocked), hint: riskBlocked, atProvider: true };
      return { to: 'complete', identity: heard.identity, evidence: heard.evidence, expiresAt: new Date(now.getTime() + (order.acrossSites ? handoffWindow : claimWindow)) };
    case 'pending':
      return late ? timeIsUp : waitOn(order, heard.hint, now);
    case 'failed':
      if (heard.hint === 'startFailed' && mayRestart(order, now)) return { to: 'restart' };
      return { to: 'end', ending: endingOf(heard.hint), hint: heard.hint, atProvider: true };
    case 'error':
      if (late) return timeIsUp;
      if (heard.code === 'unavailable') return keepTrying(order, now, silentSince ?? now.getTime());
      return isUnknown(heard, silentSince) ? unanswered : endedBy(heard.code);
  }
}

/** Whether an order may have been completed all the same: a result is told once, and the answer that told it may be the one that never came. */
export const isUnknown = (heard: Heard, silentSince: SilentSince): boolean => heard.status === 'error' && heard.code === 'rejected' && silentSince !== undefined;

/** Decides what becomes of an order whose citizen came back from the e-ID's own page: there is no asking again. */
export function turnOnReturn(order: StoredEidOrder, heard: Heard, now: Date): Turn {
  const isSilent = heard.status === 'error' && heard.code === 'unavailable';
  return isSilent ? unanswered : nextTurn(order, heard, now, undefined);
}

function waitOn(order: StoredEidOrder, hint: string | undefined, now: Date): Turn {
  const state = pendingStateOf(hint, order.device);
  const entersApp = state === 'userActing' && order.state !== 'userActing';
  return { to: 'wait', state, hint, expiresAt: entersApp ? deadlineFrom(now) : order.expiresAt, silentSince: undefined };
}

function keepTrying(order: StoredEidOrder, now: Date, silentSince: number): Turn {
  const { state, hint, expiresAt } = order;
  return now.getTime() - silentSince < longestSilence
    ? { to: 'wait', state, hint, expiresAt, silentSince }
    : unanswered;
}

function endedBy(code: Exclude<EidProviderError['code'], 'unavailable'>): Turn {
  switch (code) {
    case 'already-in-progress':
      return { to: 'end', ending: inProgress, hint: 'alreadyInProgress', atProvider: true };
    case 'cancelled':
      return { to: 'end', ending: cancelledByUs, hint: 'cancelled', atProvider: true };
    case 'failed':
      return { to: 'end', ending: unexplained, hint: 'internalError', atProvider: false };
    case 'rejected':
      return { to: 'end', ending: unexplained, hint: undefined, atProvider: true };
  }
}

/** The hint with which BankID itself refuses one. */
const riskBlocked = 'transactionRiskBlocked';
const unanswered: Turn = { to: 'end', ending: unexplained, hint: 'requestTimeout', atProvider: false };
const timeIsUp: Turn = { to: 'end', ending: timedOut, hint: 'expiredTransaction', atProvider: false };

function mayRestart(order: StoredEidOrder, now: Date): boolean {
  return order.restarts < mostRestarts && now.getTime() - order.createdAt.getTime() < restartWindow;
}
