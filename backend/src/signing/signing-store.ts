import type { ProblemCode } from '../../../src/contract/problem.ts';
import type { CaseEvent, CasePart, NewCase, StoredCase } from '../cases/case-store.ts';
import type { AuditRow, AuditStep } from './audit-chain.ts';
import type { Round } from './round.machine.ts';

/** The signing of one case as it is stored. */
export interface StoredSigning {
  id: string;
  caseId: string;
  serviceId: string;
  round: Round;
  /** Names, the child's number, addresses and reasons, sealed. */
  sealedPeople: string;
  startedAt: Date;
  /** When the population register was last asked whether all is as it was. */
  checkedAt: Date;
  /** Counts up at each change. */
  version: number;
}

/** One version of what is signed, with the answers that it was made from, sealed. */
export interface StoredSignedDocument {
  version: number;
  hash: string;
  sealedContent: string;
}

/** A link that was sent. Only the hash of its token is kept. */
export interface StoredInvitation {
  tokenHash: string;
  signingId: string;
  personKey: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | undefined;
}

/** What an e-ID order is to sign, and what came of it. */
export interface SigningOrder {
  orderId: string;
  signingId: string;
  personKey: string;
  documentVersion: number;
  /** The very texts that were sent to the e-ID, sealed. */
  sealedTexts: string;
  startedAt: Date;
  outcome: OrderOutcome | undefined;
}
/** `ended`: the e-ID order came to nothing. A problem: the signature was not taken in, for that reason. */
export type OrderOutcome = 'signed' | 'ended' | ProblemCode;

/** What shows that a person signed a version: never changed, and deleted only when its time is up. */
export interface StoredEvidence {
  personKey: string;
  documentVersion: number;
  documentHash: string;
  sealedEvidence: string;
  at: Date;
}

/** `submission` hands the signed case over; each of the others is a mail. */
export type OutboxKind = 'submission' | 'invitation' | 'changed' | 'complete' | 'declined' | 'withdrawn' | 'expired' | 'stopped';

/** Something to do outside of the database, written in the same transaction as what it follows from. */
export interface OutboxEntry {
  /** Sorts by time; also makes the mail's message id. */
  id: string;
  signingId: string;
  kind: OutboxKind;
  /** Whom a mail goes to. */
  personKey: string | undefined;
  /** The token of the link in the mail, sealed; gone once the mail is. */
  sealedToken: string | undefined;
  /** `dropped`: by the time that it was due there was no need for it any more. */
  state: 'queued' | 'delivered' | 'undeliverable' | 'dropped';
  queuedAt: Date;
  settledAt: Date | undefined;
}

/** All that one step changes, written as one or not at all. */
export interface SigningChange {
  at: Date;
  /** As it is to be, with the version that it was read at. */
  signing: StoredSigning;
  document?: StoredSignedDocument;
  /** Whose links are all taken back, before any new ones are added. */
  revokedOf?: readonly string[];
  invitations?: readonly StoredInvitation[];
  evidence?: StoredEvidence;
  /** The order that this settles; settled by another call, nothing is written. */
  order?: { id: string; outcome: OrderOutcome };
  outbox?: readonly OutboxEntry[];
  audit: readonly AuditStep[];
  case?: { case: StoredCase; parts: readonly CasePart[]; endedParts: readonly string[]; events: readonly CaseEvent[] };
}

/** When what is to be looked at anew. */
export interface DueBefore {
  now: Date;
  /** Rounds under way that were last checked before that. */
  collectingCheckedBefore: Date;
  /** Rounds that are over, and still name people. */
  endedCheckedBefore: Date;
}

export interface SigningStore {
  /** Stores a new signing with its case. */
  insert(first: SigningChange, newCase: NewCase): Promise<void>;
  /** Writes `change` with `version + 1`; answers false, and writes nothing, when another change came first. */
  commit(change: SigningChange): Promise<boolean>;
  find(id: string): Promise<StoredSigning | undefined>;
  ofCase(caseId: string): Promise<StoredSigning | undefined>;
  /** What the person has yet to sign, that which ends first at the top. */
  waitingOf(personKey: string): Promise<StoredSigning[]>;
  /** Those of the cases that the person has a part in, of which the register was last asked before that and which still name people. */
  uncheckedOf(personKey: string, before: Date): Promise<StoredSigning[]>;
  /** Ids of some whose time is up or whose guardians are to be checked; first those whose time is up, then those that have waited longest. */
  due(before: DueBefore): Promise<string[]>;
  document(signingId: string, version: number): Promise<StoredSignedDocument | undefined>;
  invitation(tokenHash: string): Promise<StoredInvitation | undefined>;
  /** The latest version's, in the order in which they came. */
  evidenceOf(signingId: string): Promise<StoredEvidence[]>;
  addOrder(order: SigningOrder): Promise<void>;
  order(orderId: string): Promise<SigningOrder | undefined>;
  /** Settles an order that came to nothing, with what is to be in the audit about it; one that is settled stays as it is. */
  settleOrder(orderId: string, outcome: OrderOutcome, audit?: AuditStep): Promise<void>;
  /** Orders that have come to nothing and to no signature yet. */
  unsettledOrders(): Promise<SigningOrder[]>;
  outboxEntry(id: string): Promise<OutboxEntry | undefined>;
  /** What has been sent and is to be, oldest first. */
  outboxOf(signingId: string): Promise<OutboxEntry[]>;
  queued(): Promise<string[]>;
  /** Settles an entry and throws its token away; answers false when it was settled before. */
  settleEntry(id: string, state: Exclude<OutboxEntry['state'], 'queued'>, at: Date): Promise<boolean>;
  /** The e-services that there are signings of. */
  serviceIds(): Promise<string[]>;
  /** Signings whose last change of phase was before that, with what they ended as. */
  endedBefore(serviceId: string, phase: 'complete' | 'other', instant: Date): Promise<{ id: string; caseId: string }[]>;
  /** Deletes all of it, and its case, but the audit. */
  remove(id: string, audit: AuditStep): Promise<void>;
  /** Adds what somebody tried to the chain. */
  addAudit(step: AuditStep): Promise<void>;
  /** The whole chain, oldest first. */
  audit(): Promise<AuditRow[]>;
}

/** How often a register has been silent for a person. */
export interface RegisterFailureStore {
  /** Counts one more at `at`, and answers how many there have been after `since`. */
  count(personKey: string, at: Date, since: Date): Promise<number>;
  deleteBefore(instant: Date): Promise<number>;
}

export interface SigningStores {
  signing: SigningStore;
  registerFailures: RegisterFailureStore;
}
