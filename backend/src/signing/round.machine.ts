import type { SigningRule, SigningState, StopReason } from '../../../src/contract/signing.values.ts';

/** How one guardian stands, and since when. */
export type Stand = { is: 'invited' | 'opened' | 'signed' | 'declined' | 'notRequired'; sinceAt: Date };

/** A guardian who has a part in the round; `key` is the backend's own name for the person. */
export interface Party {
  key: string;
  stands: Stand;
}

export type Phase = { is: Exclude<SigningState, 'stopped'>; sinceAt: Date } | { is: 'stopped'; why: StopReason; sinceAt: Date };

/** The signing of one case by the child's guardians. It holds no name and no number of anybody. */
export interface Round {
  rule: SigningRule;
  /** Who applied; always one of the parties. */
  applicant: string;
  parties: readonly Party[];
  documentVersion: number;
  /** SHA-256 of what is signed, in hexadecimal. */
  documentHash: string;
  /** When the last change made a signature void. */
  voidedAt: Date | undefined;
  /** From this instant on nobody can sign. */
  expiresAt: Date;
  /** When the child turns 18. */
  ofAgeAt: Date;
  phase: Phase;
  /** `closed` once the register says that somebody's part in it is nothing to tell of: then nobody is named any more. */
  disclosure: 'open' | 'closed';
}

/** What the population register says of the child's guardians now: who they are, or that it is nothing to tell of. */
export type CustodySays = { custody: 'known'; keys: readonly string[] } | { custody: 'untold' };

/** What can happen to a round, all of it at an instant of the backend's own clock. */
export type RoundInput = { at: Date } & (
  | { type: 'time-passed' }
  | { type: 'opened' | 'withdrawn' | 'declined'; by: string }
  | { type: 'signed'; by: string; documentHash: string }
  | { type: 'changed'; by: string; documentHash: string; expiresAt: Date }
  | ({ type: 'register-answered' } & CustodySays)
);

/** What comes of the round; the very same object when the input means nothing to it. */
export function nextRound(before: Round, input: RoundInput): Round {
  const round = afterTime(before, input.at);
  if (input.type === 'register-answered') return afterRegister(round, input);
  if (round.phase.is !== 'collecting') return round;
  switch (input.type) {
    case 'time-passed':
      return round;
    case 'opened':
      return move(round, input.by, 'opened', input.at, ['invited']);
    case 'signed':
      return input.documentHash === round.documentHash ? afterSignature(move(round, input.by, 'signed', input.at), input.at) : round;
    case 'declined': {
      const moved = move(round, input.by, 'declined', input.at);
      return moved === round ? round : { ...moved, phase: { is: 'declined', sinceAt: input.at } };
    }
    case 'withdrawn':
      return input.by === round.applicant ? { ...round, phase: { is: 'withdrawn', sinceAt: input.at } } : round;
    case 'changed':
      return input.by === round.applicant && input.documentHash !== round.documentHash ? afterChange(round, input) : round;
  }
}

/** How many have signed the document as it is now. */
export const signaturesIn = ({ parties }: Round): number => parties.filter(({ stands }) => stands.is === 'signed').length;

/** How many signatures it takes. */
export const signaturesNeeded = ({ parties }: Round): number => parties.filter(({ stands }) => stands.is !== 'notRequired').length;

/** Whether the person can sign, or decline to. */
export const canSign = (round: Round, key: string): boolean =>
  round.phase.is === 'collecting' && round.parties.some((party) => party.key === key && mayStillSign.includes(party.stands.is));

const mayStillSign: readonly Stand['is'][] = ['invited', 'opened'];

/** Moves one party, if they stand where they may be moved from. */
function move(round: Round, key: string, is: Stand['is'], sinceAt: Date, from = mayStillSign): Round {
  const parties = round.parties.map((party) => (party.key === key && from.includes(party.stands.is) ? { key, stands: { is, sinceAt } } : party));
  return parties.some((party, index) => party !== round.parties[index]) ? { ...round, parties } : round;
}

function afterSignature(round: Round, sinceAt: Date): Round {
  return signaturesIn(round) === signaturesNeeded(round) ? { ...round, phase: { is: 'complete', sinceAt } } : round;
}

/** Ends a round whose time is up, as of the moment when it was. */
function afterTime(round: Round, now: Date): Round {
  const { phase, expiresAt, ofAgeAt } = round;
  if (phase.is !== 'collecting' || now < earliest(expiresAt, ofAgeAt)) return round;
  return { ...round, phase: ofAgeAt <= expiresAt ? { is: 'stopped', why: 'child-of-age', sinceAt: ofAgeAt } : { is: 'expired', sinceAt: expiresAt } };
}

const earliest = (one: Date, other: Date): Date => (one < other ? one : other);

function afterChange(round: Round, { at, documentHash, expiresAt }: { at: Date; documentHash: string; expiresAt: Date }): Round {
  const voided = signaturesIn(round) > 0;
  const parties = round.parties.map((party): Party => (party.stands.is === 'signed' ? { ...party, stands: { is: 'invited', sinceAt: at } } : party));
  return { ...round, parties, documentVersion: round.documentVersion + 1, documentHash, expiresAt, voidedAt: voided ? at : round.voidedAt };
}

function afterRegister(round: Round, says: { at: Date } & CustodySays): Round {
  const { at } = says;
  if (says.custody === 'untold') {
    if (round.disclosure === 'closed') return round;
    return { ...round, disclosure: 'closed', phase: round.phase.is === 'collecting' ? { is: 'stopped', why: 'contact', sinceAt: at } : round.phase };
  }
  if (round.phase.is !== 'collecting' || sameGuardians(round, says.keys)) return round;
  const parties = round.parties.map((party): Party =>
    says.keys.includes(party.key) || party.stands.is === 'signed' ? party : { ...party, stands: { is: 'notRequired', sinceAt: at } },
  );
  return { ...round, parties, phase: { is: 'stopped', why: 'custody-changed', sinceAt: at } };
}

/** An e-service that asks for one signature asks only that whoever applied still has custody. */
function sameGuardians({ rule, applicant, parties }: Round, keys: readonly string[]): boolean {
  if (rule === 'one') return keys.includes(applicant);
  return keys.length === parties.length && parties.every(({ key }) => keys.includes(key));
}
