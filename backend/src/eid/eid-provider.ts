import type { EidPurpose } from '../../../src/contract/eid-order.ts';

/** The person as an e-ID vouched for them, the same shape whatever the e-ID. */
export interface EidIdentity {
  provider: string;
  /** The provider's own stable id of the person; the personal number where there is nothing else. */
  subjectId: string;
  idType: 'personnummer' | 'samordningsnummer' | 'prid' | 'none';
  idNumber?: string;
  /** How surely a coordination number is its holder's: `confirmed`, `probable`, `uncertain`. */
  coordinationLevel?: string;
  /** The coordination number that the person had before this number. */
  previousIdNumber?: string;
  /** How long a `prid` lasts: `A` and `B` for good, as far as is known, and `C` may change. */
  pridPersistence?: string;
  givenName: string;
  familyName: string;
  displayName: string;
  loa: string;
  /** RFC 3339, UTC. */
  authenticatedAt: string;
}

/** What an e-ID gives for a signature. The backend keeps all of it, and holds the texts against those that it sent. */
export interface EidEvidence {
  visibleText: string;
  nonVisibleText: string;
  /** The signature itself, in the e-ID's own form, as base64. */
  signature: string;
  /** The answer on whether the signer's certificate was revoked, as base64. */
  ocspResponse?: string;
  /** The provider's own name of the order. */
  transactionId?: string;
  /** The address of the device that signed, and the provider's name for the device. */
  deviceIp?: string;
  deviceId?: string;
  /** The day on which the signer was given the e-ID. */
  issuedOn?: string;
  risk?: string;
}

/** What a provider tells of a completed order besides who it was: grounds for doubt, and never a proof. */
export interface EidSignals {
  /** The address of the device that the app runs on. */
  deviceIp?: string;
  /** The provider's own judgement: `low`, `moderate`, `high`. */
  risk?: string;
}

export interface EidStart {
  purpose: EidPurpose;
  device: 'same' | 'other';
  /** The citizen's own address, for the provider's checks. */
  endUserIp: string;
  /** What the app shows before the citizen approves. */
  visibleText: string;
  /** Set when `visibleText` has headings, bold words or tables. */
  visibleFormat?: 'simpleMarkdownV1' | undefined;
  /** What is known of the browser that asks, for the provider's judgement of the risk. */
  browser?: EidBrowser | undefined;
  /** Where the app sends the citizen back to. */
  returnUrl: string | undefined;
  /** Goes with the citizen to the e-ID's own page and comes back with the answer, which is found and known by it. Nobody can guess it. */
  ticket: string;
  /** For a signature: what is signed with the text that is shown, and whose it has to be. */
  signing?: { nonVisibleText: string; idNumber: string } | undefined;
}

/** The browser that starts an order. */
export interface EidBrowser {
  /** The same for every order of this browser, and of no meaning to anybody else. */
  deviceId: string;
  userAgent: string;
}

/** What the provider needs to go on with an order: its references and secrets. Stored sealed, never sent to a browser. */
export type EidProviderState = string;

export type EidProgress =
  | { status: 'pending'; hint: string | undefined }
  | { status: 'failed'; hint: string | undefined }
  /** `evidence` comes with a signature, and with nothing else. */
  | { status: 'complete'; identity: EidIdentity; evidence?: EidEvidence; signals?: EidSignals };

/**
 * Why a call to the provider did not work; `code` is what the order's failure is made from. `unavailable` may work the
 * next time; after `failed` the provider itself asks not to be tried again; `rejected` is ours to mend.
 */
export class EidProviderError extends Error {
  readonly code: 'already-in-progress' | 'cancelled' | 'unavailable' | 'failed' | 'rejected';
  /** For the log: the provider's own code and words, without anybody's name, number or reference. */
  readonly reason: string | undefined;
  constructor(code: EidProviderError['code'], { reason, ...options }: ErrorOptions & { reason?: string } = {}) {
    super(code, options);
    this.name = 'EidProviderError';
    this.code = code;
    this.reason = reason;
  }
}

interface AnyEidProvider {
  readonly id: string;
  /** Whether it wants to be told of the browser, which is given a number of its own for that and for nothing else. */
  readonly judgesBrowser?: boolean;
  /** @throws EidProviderError */
  start(start: EidStart): Promise<EidProviderState>;
  /** Ends the order; no error when it has ended already. @throws EidProviderError */
  cancel(state: EidProviderState): Promise<void>;
}

/** An e-ID whose app is started from our own page, and which is asked until it is done: BankID by its own API. */
export interface EmbeddedEidProvider extends AnyEidProvider {
  readonly kind: 'embedded';
  /** Asks how it goes. A finished result may be given only once. @throws EidProviderError */
  collect(state: EidProviderState): Promise<EidProgress>;
  /** The text of the QR code at `now`. */
  qr(state: EidProviderState, now: Date): string;
  /** The addresses that start the app on the citizen's own device. */
  launch(state: EidProviderState): { mobile: string; desktop: string };
}

/** An e-ID that the citizen leaves our page for, and comes back from with an answer: whatever speaks OpenID Connect. */
export interface RedirectEidProvider extends AnyEidProvider {
  readonly kind: 'redirect';
  /** The e-ID's own page, for the citizen's browser to go to. */
  address(state: EidProviderState): string;
  /** The ticket in the address with which the e-ID sent the citizen back, if it holds one. */
  ticketIn(answer: URLSearchParams): string | undefined;
  /** What that address says of the order. An answer may be taken only once. @throws EidProviderError */
  comeBack(state: EidProviderState, answer: URLSearchParams): Promise<Exclude<EidProgress, { status: 'pending' }>>;
}

/** An e-ID as the backend uses it. */
export type EidProvider = EmbeddedEidProvider | RedirectEidProvider;
