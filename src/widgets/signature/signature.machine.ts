import type { Localized } from '../../contract/language.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Invitation, Signing, SigningParty, WaitingSignings } from '../../contract/signing.ts';

export type WaitingSigning = WaitingSignings['items'][number];

/** What the person is about to do with a signing, beside reading it. `correcting`: whom another address is written for. */
export type Task = { is: 'reading' } | { is: 'declining' | 'withdrawing' | 'handing-over' } | { is: 'correcting'; party: string };

/**
 * A signing on the screen. `sending` while something that the person did is on its way; `fault` why it was refused;
 * `stale` why what is shown may be old; `revised` when the text was changed while it was on the screen.
 */
export interface Shown {
  at: 'shown';
  signing: Signing;
  task: Task;
  sending: boolean;
  fault?: Problem | undefined;
  stale?: Problem | undefined;
  revised: boolean;
}

/** Which signing is on the screen, or why none is. */
export type SignatureState =
  | { at: 'idle' }
  /** What the link leads to, or what waits, is asked for. */
  | { at: 'looking' }
  /** A link leads to a login, and says nothing of anybody. */
  | { at: 'invited'; service: { id: string; name: Localized }; expiresAt: string }
  | { at: 'link-dead' }
  | { at: 'link-not-yours' }
  | { at: 'choosing'; items: readonly WaitingSigning[] }
  | { at: 'nothing-waits' }
  | { at: 'failed'; problem: Problem }
  | Shown;

export type SignatureInput =
  | { is: 'looked' }
  | { is: 'told-invitation'; invitation: Extract<Invitation, { open: 'login' }> }
  | { is: 'told-waiting'; items: readonly WaitingSigning[] }
  | { is: 'told'; signing: Signing }
  | { is: 'told-again'; signing: Signing }
  | { is: 'not-told'; problem: Problem }
  | { is: 'unanswered'; problem: Problem }
  | { is: 'answered' }
  | { is: 'turned-to'; task: Task }
  | { is: 'sent' }
  | { is: 'refused'; problem: Problem }
  | { is: 'dropped' };

const reading: Task = { is: 'reading' };

/** The next place, or the very same object when the input means nothing where it comes. */
export function nextSignature(state: SignatureState, input: SignatureInput): SignatureState {
  switch (input.is) {
    case 'looked': return { at: 'looking' };
    case 'told-invitation': return { at: 'invited', service: input.invitation.service, expiresAt: input.invitation.expiresAt };
    case 'told-waiting': return input.items.length ? { at: 'choosing', items: input.items } : { at: 'nothing-waits' };
    case 'told': return { at: 'shown', signing: input.signing, task: reading, sending: false, revised: false };
    case 'not-told': return withoutSigning(input.problem);
    case 'dropped': return state.at === 'idle' ? state : { at: 'idle' };
    default: return state.at === 'shown' ? onShown(state, input) : state;
  }
}

type OnShown = Extract<SignatureInput, { is: 'told-again' | 'unanswered' | 'answered' | 'turned-to' | 'sent' | 'refused' }>;

/** Refusals that say that the case is none of the person's, or is no longer: then nothing of it stays on the screen. */
const withheld = new Set(['case-not-found', 'signing-not-found', 'login-level-too-low']);

function onShown(state: Shown, input: OnShown): SignatureState {
  if ('problem' in input && withheld.has(input.problem.code)) return withoutSigning(input.problem);
  switch (input.is) {
    case 'told-again': return again(state, input.signing);
    case 'unanswered': return { ...state, stale: input.problem };
    case 'answered': return state.stale ? { ...state, stale: undefined } : state;
    case 'turned-to': return { ...state, task: possible(input.task, state.signing), fault: undefined };
    case 'sent': return { ...state, sending: true, fault: undefined };
    case 'refused': return { ...state, sending: false, fault: input.problem };
  }
}

function withoutSigning(problem: Problem): SignatureState {
  switch (problem.code) {
    case 'invitation-not-valid': return { at: 'link-dead' };
    case 'invitation-not-for-you': return { at: 'link-not-yours' };
    default: return { at: 'failed', problem };
  }
}

/** What others have done meanwhile. What the person was about to do goes on, as long as it can. */
function again(state: Shown, signing: Signing): Shown {
  const before = state.signing.document?.version;
  const revised = state.revised || (before !== undefined && signing.document !== undefined && signing.document.version !== before);
  return { ...state, signing, task: possible(state.task, signing), stale: undefined, revised };
}

function possible(task: Task, signing: Signing): Task {
  switch (task.is) {
    case 'reading': return task;
    case 'declining': return signing.can.includes('decline') ? task : reading;
    case 'withdrawing': return signing.can.includes('withdraw') ? task : reading;
    case 'handing-over': return canHandOver(signing) ? task : reading;
    case 'correcting': return signing.parties.some(({ id, can }) => id === task.party && can.includes('stateContact')) ? task : reading;
  }
}

/** Whether another guardian may sign on this device: the person has signed, and somebody who may be named has not. */
export function canHandOver({ state, can, parties }: Signing): boolean {
  return state === 'collecting' && !can.includes('sign') && parties.some(({ isYou, state: stands }) => !isYou && isAwaited(stands));
}

/** Whether a guardian in this state has yet to sign. A state of a later version is taken for one. */
export const isAwaited = (state: string): boolean => !['signed', 'declined', 'notRequired'].includes(state);

/** Whether a mail came back and whoever looks can put its address right. */
export const isToMend = ({ state, contact, can }: SigningParty): boolean =>
  (state === 'undeliverable' || contact?.notice?.state === 'undeliverable') && can.includes('stateContact');

/** How many have signed, and how many must. */
export function countOf({ parties }: Signing): { signed: number; needed: number } {
  const needed = parties.filter(({ state }) => state !== 'notRequired');
  return { signed: needed.filter(({ state }) => state === 'signed').length, needed: needed.length };
}
