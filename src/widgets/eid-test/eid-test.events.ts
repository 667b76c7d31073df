/** An e-ID passed the test. Whose it is, nobody knows. */
export class KommunTestPassedEvent extends Event {
  /** Id of the e-ID provider. */
  readonly provider: string;

  constructor(provider: string) {
    super('kommun-test-passed', { bubbles: true, composed: true });
    this.provider = provider;
  }
}

/** A test came to nothing. */
export class KommunTestFailedEvent extends Event {
  /** A failure code of the e-ID, or a problem code. */
  readonly code: string;

  constructor(code: string) {
    super('kommun-test-failed', { bubbles: true, composed: true });
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kommun-test-passed': KommunTestPassedEvent;
    'kommun-test-failed': KommunTestFailedEvent;
  }
}
