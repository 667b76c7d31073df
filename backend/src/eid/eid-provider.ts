import type { EidPurpose } from '../../../src/contract/eid-order.ts';

/** The person as an e-ID vouched for them, the same shape whatever the e-ID. */
export interface EidIdentity {
  provider: string;
  /** The provider's own stable id of the person; the personal number where there is nothing else. */
  subjectId: string;
  idType: 'personnummer' | 'samordningsnummer' | 'prid' | 'none';
  idNumber?: string;
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
  /** The address of the device that signed. */
  deviceIp?: string;
  risk?: string;
}

export interface EidStart {
  purpose: EidPurpose;
  device: 'same' | 'other';
  /** The citizen's own address, for the provider's checks. */
  endUserIp: string;
  /** What the app shows before the citizen approves. */
  visibleText: string;
  /** Where the app sends the citizen back to. */
  returnUrl: string | undefined;
  /** For a signature: what is signed with the text that is shown, and whose it has to be. */
  signing?: { nonVisibleText: string; idNumber: string } | undefined;
}

/** What the provider needs to go on with an order: its references and secrets. Stored sealed, never sent to a browser. */
export type EidProviderState = string;

export type EidProgress =
  | { status: 'pending'; hint: string | undefined }
  | { status: 'failed'; hint: string | undefined }
  /** `evidence` comes with a signature, and with nothing else. */
  | { status: 'complete'; identity: EidIdentity; evidence?: EidEvidence };

/** Why a call to the provider did not work; `code` is what the order's failure is made from. */
export class EidProviderError extends Error {
  readonly code: 'already-in-progress' | 'unavailable' | 'rejected';
  constructor(code: EidProviderError['code'], options?: ErrorOptions) {
    super(code, options);
    this.name = 'EidProviderError';
    this.code = code;
  }
}

/** An e-ID as the backend uses it. BankID's own API, an OIDC provider and the simulator all stand behind this. */
export interface EidProvider {
  readonly id: string;
  /** @throws EidProviderError */
  start(start: EidStart): Promise<EidProviderState>;
  /** Asks how it goes. A finished result may be given only once. @throws EidProviderError */
  collect(state: EidProviderState): Promise<EidProgress>;
  /** Ends the order; no error when it has ended already. @throws EidProviderError */
  cancel(state: EidProviderState): Promise<void>;
  /** The text of the QR code at `now`. */
  qr(state: EidProviderState, now: Date): Promise<string>;
  /** The addresses that start the app on the citizen's own device. */
  launch(state: EidProviderState): { mobile: string; desktop: string };
}
