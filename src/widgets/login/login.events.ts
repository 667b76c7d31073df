import type { LoggedOutReason } from '../../portal/session.machine.ts';

/** The citizen pressed to log in. */
export class KommunLoginStartedEvent extends Event {
  /** Id of the e-ID provider. */
  readonly provider: string;

  constructor(provider: string) {
    super('kommun-login-started', { bubbles: true, composed: true });
    this.provider = provider;
  }
}

/** A login came to nothing. Holds nothing about who. */
export class KommunLoginFailedEvent extends Event {
  /** A failure code of the e-ID, or a problem code. */
  readonly code: string;

  constructor(code: string) {
    super('kommun-login-failed', { bubbles: true, composed: true });
    this.code = code;
  }
}

/** Somebody is logged in now who was not before. Who it is, only the backend tells. */
export class KommunSessionStartedEvent extends Event {
  constructor() {
    super('kommun-session-started', { bubbles: true, composed: true });
  }
}

/** Whoever was logged in is so no longer. When another session took the place of theirs, `kommun-session-started` follows. */
export class KommunSessionEndedEvent extends Event {
  /** `pressed`, `timeout` or `elsewhere`. */
  readonly reason: LoggedOutReason;

  constructor(reason: LoggedOutReason) {
    super('kommun-session-ended', { bubbles: true, composed: true });
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kommun-login-started': KommunLoginStartedEvent;
    'kommun-login-failed': KommunLoginFailedEvent;
    'kommun-session-started': KommunSessionStartedEvent;
    'kommun-session-ended': KommunSessionEndedEvent;
  }
}
