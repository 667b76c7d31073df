/** A case was opened. `caseId` means nothing to anybody but the person who is logged in. */
export class KommunCaseOpenedEvent extends Event {
  readonly caseId: string;

  constructor(caseId: string) {
    super('kommun-case-opened', { bubbles: true, composed: true });
    this.caseId = caseId;
  }
}

/** Everything in a case has been seen, or the case was marked as unread again. */
export class KommunCaseReadEvent extends Event {
  readonly caseId: string;
  readonly unread: boolean;

  constructor(caseId: string, unread: boolean) {
    super('kommun-case-read', { bubbles: true, composed: true });
    this.caseId = caseId;
    this.unread = unread;
  }
}

/** The citizen wants to do what a case waits for, and no address says where. A page that shows it itself prevents the default, which opens the case. */
export class KommunCaseActionChosenEvent extends Event {
  readonly caseId: string;
  /** `sign`, `pay`, `supplement` or `continue`. */
  readonly action: string;

  constructor(caseId: string, action: string) {
    super('kommun-case-action-chosen', { bubbles: true, composed: true, cancelable: true });
    this.caseId = caseId;
    this.action = action;
  }
}

/** A reply was sent to the municipality. */
export class KommunReplySentEvent extends Event {
  readonly caseId: string;

  constructor(caseId: string) {
    super('kommun-reply-sent', { bubbles: true, composed: true });
    this.caseId = caseId;
  }
}

/** The cases, or one of them, could not be shown. `code` is a problem code. */
export class KommunCasesFailedEvent extends Event {
  readonly code: string;

  constructor(code: string) {
    super('kommun-cases-failed', { bubbles: true, composed: true });
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kommun-case-opened': KommunCaseOpenedEvent;
    'kommun-case-read': KommunCaseReadEvent;
    'kommun-case-action-chosen': KommunCaseActionChosenEvent;
    'kommun-reply-sent': KommunReplySentEvent;
    'kommun-cases-failed': KommunCasesFailedEvent;
  }
}
