import { jsonOf, valueOf } from '../cases/case-json.ts';
import type { EidSignature } from '../eid/eid-order-rows.ts';
import type { Seal } from '../secrets/seal.ts';

/** A guardian as the signing knows them: what is sealed of each party of the round. */
export interface SigningPerson {
  key: string;
  idNumber: string;
  displayName: string;
  /** In which of the municipality's languages they are written to. */
  language: string;
  /** Where they are written to; absent until an address is stated. `statedBy` is a person's key, and `times` how often that person has stated one. */
  contact?: { email: string; statedBy: string; statedAt: Date; times?: number };
  /** Why they declined. */
  reason?: string;
}

/** Whom a signing is about: all of it that names or describes anybody. */
export interface SigningPeople {
  child: { idNumber: string; givenName: string; displayName: string };
  /** One for each party of the round. */
  parties: SigningPerson[];
  /** A hash of what was asked for when it was made, so that a key is not used for two things. */
  fingerprint: string;
}

/** One version of what is signed. `text` is the very text whose SHA-256 is the document's hash; it holds the document as JSON. */
export interface DocumentContent {
  text: string;
  /** What it says of whom it is about. */
  about: { label: string; value: string }[];
  /** What was filled in, by the id of the question. */
  answers: Record<string, string>;
}

/** The very texts that an order was sent to the e-ID with, and from where. */
export interface OrderTexts {
  visibleText: string;
  nonVisibleText: string;
  endUserIp: string;
}

/** What shows that somebody signed: all that the e-ID gave, and the document that it was given for. */
export interface SignatureEvidence extends EidSignature {
  provider: string;
  role: 'applicant' | 'coSigner';
  endUserIp: string;
  startedAt: Date;
  document: string;
}

/** Opens and closes what the stores of signing hold sealed. */
export interface SigningSeals {
  people: Box<SigningPeople>;
  document: Box<DocumentContent>;
  texts: Box<OrderTexts>;
  evidence: Box<SignatureEvidence>;
  /** The token of a link in a mail. */
  token: Box<string>;
}
interface Box<Value> {
  close(value: Value): Promise<string>;
  /** @throws when it was sealed for something else, or altered. */
  open(sealed: string): Promise<Value>;
}

/** Boxes by `seal`, each for one purpose. */
export function createSigningSeals(seal: Seal): SigningSeals {
  const box = <Value>(purpose: string): Box<Value> => ({
    close: (value) => seal.seal(jsonOf(value), purpose),
    open: async (sealed) => valueOf(await seal.open(sealed, purpose)),
  });
  return {
    people: box('signing-people'),
    document: box('signing-document'),
    texts: box('signing-texts'),
    evidence: box('signing-evidence'),
    token: box('signing-token'),
  };
}
