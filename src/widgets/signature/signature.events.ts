/** The person's own signature was taken in. `caseId` means nothing to anybody but them. */
export class KommunCaseSignedEvent extends Event {
  readonly caseId: string;

  constructor(caseId: string) {
    super('kommun-case-signed', { bubbles: true, composed: true });
    this.caseId = caseId;
  }
}

/** Nothing more can be signed in a case that was on the screen. */
export class KommunSigningEndedEvent extends Event {
  readonly caseId: string;
  /** `complete`, `declined`, `expired`, `withdrawn` or `stopped`. */
  readonly state: string;

  constructor(caseId: string, state: string) {
    super('kommun-signing-ended', { bubbles: true, composed: true });
    this.caseId = caseId;
    this.state = state;
  }
}

/** What there is to sign could not be shown, or a signature came to nothing. `code` is a problem code or a failure code of the e-ID. */
export class KommunSigningFailedEvent extends Event {
  readonly code: string;

  constructor(code: string) {
    super('kommun-signing-failed', { bubbles: true, composed: true });
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kommun-case-signed': KommunCaseSignedEvent;
    'kommun-signing-ended': KommunSigningEndedEvent;
    'kommun-signing-failed': KommunSigningFailedEvent;
  }
}
